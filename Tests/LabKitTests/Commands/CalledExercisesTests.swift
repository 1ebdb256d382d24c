import Contract
import CourseKit
import Foundation
import Testing
import Training
import Vocabulary

@testable import LabKit
import Tables

@Suite("The exercises that a command names are those that it calls")
struct CalledExercisesTests {
  private let folder: TemporaryFolder
  private let lessons = RecordedLessons()
  private static let checkout = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL.path

  init() throws { folder = try TemporaryFolder() }

  private func perform(_ command: LabRequest.Command) throws {
    try LabProgram.perform(
      LabRequest(command, display: Display(), checkout: Self.checkout), with: lessons.functions(for: command.exercises),
      RecordedOutput().output)
  }

  @Test(
    "for a training",
    arguments: [
      TrainingSetup(), TrainingSetup(initialization: .xavier), TrainingSetup(regularizers: [.l2(lambda: 0.2)]),
      TrainingSetup(stopping: .init(patience: 0)), TrainingSetup(optimizer: .momentum(coefficient: 0)),
      TrainingSetup(
        hiddenUnits: [], optimizer: .momentum(coefficient: 0.9), regularizers: [.l2(lambda: 1)],
        stopping: .init(patience: 3)),
      TrainingSetup(network: .layers()), TrainingSetup(network: .layers(), regularizers: [.weightDecay(0.1)]),
      TrainingSetup(
        network: .layers(), hiddenUnits: [], optimizer: .momentum(coefficient: 0.9), stopping: .init(patience: 3)),
      TrainingSetup(optimizer: .adam()),
      TrainingSetup(network: .layers(keepProbability: 0.5), optimizer: .adam()),
    ])
  func training(setup: TrainingSetup) throws {
    var request = TrainRequest(setup)
    request.folder = folder.path("figures")
    try perform(.train(request))
    #expect(lessons.called == LabRequest.Command.train(request).exercises)
  }

  @Test("for predictions", arguments: [nil, "class"])
  func predictions(label: String?) throws {
    let model = Model(
      Parameters(weights: [Matrix([[1]])], biases: [Matrix([[0]])]), hidden: .relu, features: ["x"],
      classes: ["no", "yes"], scaling: nil)
    var request = PredictRequest()
    request.modelPath = try folder.file("model.json", Data(#require(model.json)))
    request.table = try folder.file("table.csv", "x,class\n1,no\n2,yes\n")
    request.label = label
    try perform(.predict(request))
    #expect(lessons.called == LabRequest.Command.predict(request).exercises)
  }

  @Test(
    "for predictions of layers, which only the model's file tells", arguments: [nil, "class"], [[2, 2], [2, 3, 2]])
  func predictionsOfLayers(label: String?, sizes: [Int]) throws {
    let layers = zip(sizes, sizes.dropFirst())
    let model = Model(
      Parameters(
        weights: layers.map { Matrix.zeros(rows: $0, columns: $1) }, biases: layers.map { .zeros(rows: 1, columns: $1) }
      ),
      hidden: .relu, output: .softmax, features: ["x", "y"], classes: ["no", "yes"])
    var request = PredictRequest()
    request.modelPath = try folder.file("model.json", Data(#require(model.json)))
    request.table = try folder.file("table.csv", "x,y,class\n1,2,no\n2,3,yes\n")
    request.label = label
    request = try request.settled()
    try perform(.predict(request))
    #expect(lessons.called == LabRequest.Command.predict(request).exercises)
  }

  @Test("for a picture", arguments: Plot.all.map(\.name))
  func picture(name: String) throws {
    var request = PlotRequest([name])
    request.folder = folder.path("figures")
    try perform(.plot(request))
    #expect(lessons.called == request.exercises)
  }

  @Test("for an experiment, or they are what other experiments call", arguments: Experiment.all.map(\.name))
  func experiment(name: String) throws {
    var request = ExperimentRequest(name: name, seeds: 1)
    request.folder = folder.path("figures")
    try perform(.experiment(request))
    #expect(lessons.called.isSubset(of: request.exercises))
    #expect(request.exercises.subtracting(lessons.called).allSatisfy { $0.lesson == 3 })
  }
}
