import Engine
import LabKit
import Testing
import Training

@testable import course_check

@Suite("The lessons that the Lab links")
struct LabLessonsTests {
  private func lessons(_ command: LabRequest.Command) -> [Int] { command.lessons.map(\.number) }

  @Test(
    "for a training are those of all training, and those of what it asks for",
    arguments: [
      (TrainingSetup(), [1, 2, 3, 4, 5]), (TrainingSetup(initialization: .xavier), [1, 2, 3, 4, 5]),
      (TrainingSetup(regularizers: [.l2(lambda: 0.2)]), [1, 2, 3, 4, 5, 6]),
      (TrainingSetup(stopping: .init(patience: 0)), [1, 2, 3, 4, 5, 7]),
      (TrainingSetup(optimizer: .momentum(coefficient: 0)), [1, 2, 3, 4, 5, 8]),
      (
        TrainingSetup(
          optimizer: .momentum(coefficient: 0.9), regularizers: [.l2(lambda: 1)], stopping: .init(patience: 3)),
        [1, 2, 3, 4, 5, 6, 7, 8]
      ),
      (TrainingSetup(network: .layers()), [5, 9, 10]),
      (
        TrainingSetup(network: .layers(), optimizer: .momentum(coefficient: 0.9), stopping: .init(patience: 3)),
        [5, 7, 8, 9, 10]
      ),
      (TrainingSetup(optimizer: .adam()), [1, 2, 3, 4, 5, 11]),
      (TrainingSetup(network: .layers(keepProbability: 0.8), optimizer: .adam()), [5, 9, 10, 11, 12]),
      (TrainingSetup(network: .layers(keepProbability: 0.8), hiddenUnits: []), [5, 9, 10]),
    ])
  func training(setup: TrainingSetup, numbers: [Int]) {
    let request = TrainRequest(setup)
    #expect(lessons(.train(request)) == numbers)
  }

  @Test("for predictions are those of the forward pass, whether they are measured or not")
  func predictions() {
    var request = PredictRequest()
    #expect(lessons(.predict(request)) == [1, 3])
    request.label = "class"
    #expect(lessons(.predict(request)) == [1, 3])
  }

  @Test(
    "for a picture are those whose functions draw it",
    arguments: [
      ("activations", [1]), ("slopes", [1, 3, 4]), ("weight-norm", [1, 2, 3, 4, 5, 6]), ("softmax", [9]),
      ("digits", [5, 9, 10, 11, 12]),
    ])
  func pictures(name: String, numbers: [Int]) throws {
    #expect(try #require(Plot.named(name)).lessons.map(\.number) == numbers)
    #expect(lessons(.plot(PlotRequest([name]))) == numbers)
  }

  @Test("for several pictures are those of each")
  func severalPictures() {
    #expect(lessons(.figures(FiguresRequest(["slopes", "weights"], folder: "figures"))) == [1, 2, 3, 4])
    #expect(lessons(.figures(FiguresRequest([], folder: "figures"))) == [])
  }

  @Test("for an experiment are those of its runs", arguments: Experiment.all.map(\.name))
  func experiments(name: String) {
    let further = ["l2": [6], "early-stopping": [7], "momentum": [8]]
    let ofLayers = ["quadrants-layers": [5, 9, 10], "dropout": [5, 9, 10, 11, 12]]
    let expected = ofLayers[name] ?? [1, 2, 3, 4, 5] + (further[name] ?? [])
    #expect(lessons(.experiment(ExperimentRequest(name: name))) == expected)
  }

  @Test(
    "are named briefly in a remark, and in words in a sentence",
    arguments: [
      ([2], "lesson 2", "lesson 2"), ([1, 2], "lessons 1, 2", "lessons 1 and 2"),
      ([1, 3, 4], "lessons 1, 3, 4", "lessons 1, 3 and 4"), ([1, 2, 3], "lessons 1–3", "lessons 1 to 3"),
      ([1, 2, 3, 4, 5, 7], "lessons 1–5, 7", "lessons 1 to 5 and 7"),
      ([1, 8, 9, 10, 12], "lessons 1, 8–10, 12", "lessons 1, 8 to 10 and 12"),
    ])
  func names(numbers: [Int], brief: String, words: String) {
    let names = LessonNumbers(numbers.map { Lesson($0, "Topic", "A topic", summary: "", exercises: []) })
    #expect(names.brief == brief)
    #expect(names.inWords == words)
  }
}
