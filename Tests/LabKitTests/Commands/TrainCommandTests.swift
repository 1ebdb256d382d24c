import CourseKit
import Foundation
import Testing
import Training

@testable import LabKit

@Suite("Training and prediction")
struct TrainCommandTests {
  private let folder: TemporaryFolder
  private let recorded = RecordedOutput()

  init() throws { folder = try TemporaryFolder() }

  private func lab(_ recorded: RecordedOutput, _ functions: LessonFunctions = LogisticRegression.functions) -> Lab {
    Lab(functions: functions, display: Display(), output: recorded.output)
  }

  private func request(_ change: (inout TrainRequest) -> Void = { _ in }) -> TrainRequest {
    var request = TrainRequest(
      TrainingSetup(
        data: .generated(GeneratedData(.linear, samples: 100)), hiddenUnits: [], epochs: 50, learningRate: 1))
    request.folder = folder.path("figures")
    change(&request)
    return request
  }

  /// A table whose class is whether the first column is above 500; columns of very different size.
  private func table() throws -> String {
    let rows = (0..<100).map { "\($0 * 10),\(Double($0 % 7) / 1000),\($0 > 50 ? "\"yes, it is\"" : "no")\n" }
    return try folder.file("table.csv", "big,small,answer\n" + rows.joined())
  }

  @Test("tell what was trained and how that went, and name the pictures")
  func results() throws {
    try TrainCommand(request: request(), lab: lab(recorded)).run()
    let text = recorded.text(.result)
    #expect(text.hasPrefix("100 examples of linear, seed 1\n2-1 with relu: 3 parameters · rate 1, batch 64\n"))
    for part in [
      "training   validation", "\nloss ", "\naccuracy ", "\nexamples         80           20\n50 epochs · weight norm ",
    ] {
      #expect(text.contains(part), "\(text)")
    }
    #expect(
      text.contains("Pictures:\n  \(request().folder)/train-curves.svg\n  \(request().folder)/train-boundary.svg\n"))
    #expect(folder.names == ["figures", "figures/train-boundary.svg", "figures/train-curves.svg"])
    #expect(recorded.text(.progress).contains("Trained for "))
  }

  @Test("show the digits that were kept apart and are misread, each with its answer, and keep them as a picture")
  func digits() throws {
    let checkout = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL.path
    var setup = TrainingSetup(suiting: .digits, optimizer: .gradientDescent)
    (setup.hiddenUnits, setup.dropout, setup.epochs) = ([], 0, 3)
    var request = TrainRequest(setup)
    request.folder = folder.path("figures")
    var functions = SmallLayers.functions
    // Lesson 10's step is the one that counts.
    functions.makeOptimizer = { _, _ in RunningOptimizer { _, _, _ in } }
    try TrainCommand(
      request: request,
      lab: Lab(functions: functions, display: Display(), output: recorded.output, checkout: checkout)
    ).run()
    let text = recorded.text(.result)
    #expect(text.hasPrefix("1797 handwritten digits of 8×8 pixels, seed 1\n"))
    #expect(text.contains("64-10 with relu and softmax: 650 parameters · rate 0.1, batch 32\n"))
    let title = try #require(text.firstMatch(of: /([0-9]+) of the ([0-9]+) digits that were kept apart are misread/))
    let misread = try #require(Double(title.1))
    #expect(title.2 == "359" && misread > 0 && misread < 60, "\(title.0)")
    let accuracy = try #require(text.firstMatch(of: /accuracy +[0-9.]+ % +([0-9.]+) %/).flatMap { Double($0.1) })
    #expect(abs(accuracy - 100 * (1 - misread / 359)) < 0.051, "the sheet and the table count the same")
    #expect(text.contains(/[0-9] read as [0-9]/) && text.contains(/[0-9.]+ % sure/))
    #expect(folder.names.contains("figures/train-misread.svg"))
    #expect(!folder.names.contains("figures/train-boundary.svg"), "64 features have no plane")
  }

  @Test("are refused in a sentence without the digits' file")
  func missingDigits() throws {
    let error = try #require(throws: DataError.self) {
      try TrainCommand(
        request: TrainRequest(TrainingSetup(suiting: .digits)),
        lab: Lab(
          functions: SmallLayers.functions, display: Display(), output: recorded.output, checkout: folder.path("none"))
      ).run()
    }
    #expect(
      error.sentence
        == "There is no file Data/Digits/digits.bin that can be read. It came with the course, and git brings it back: "
        + "git checkout -- Data/Digits/digits.bin")
  }

  @Test("write the same bytes for the same seed")
  func repeated() throws {
    var files: [[Data]] = []
    var texts: [String] = []
    for _ in 1...2 {
      let recorded = RecordedOutput()
      let model = folder.path("model.json")
      try? FileManager.default.removeItem(atPath: model)
      try TrainCommand(request: request { $0.modelPath = model }, lab: lab(recorded)).run()
      files.append(
        try folder.names.filter { $0.contains(".") }.map { try Data(contentsOf: URL(filePath: folder.path($0))) })
      texts.append(recorded.text(.result))
    }
    #expect(files[0].count == 3)
    #expect(files[0] == files[1])
    #expect(texts[0] == texts[1])
  }

  @Test("of a saved model agree on the accuracy")
  func prediction() throws {
    let path = try table()
    let model = folder.path("model.json")
    let train = request {
      $0.setup.data = .table(TableSource(path: path, label: "answer"))
      $0.modelPath = model
    }
    try TrainCommand(request: train, lab: lab(recorded)).run()
    #expect(recorded.text(.result).contains("answer: 'yes, it is' is 1 and 'no' is 0; features scaled"))
    #expect(recorded.text(.result).contains("predict --model \(model) --csv FILE\n"))
    // The command prints the accuracy of both parts; the whole table's is their mean, weighted by the examples.
    let line = try #require(recorded.text(.result).firstMatch(of: /accuracy +([0-9.]+) % +([0-9.]+) %/))
    let training = try #require(Double(line.1))
    let validation = try #require(Double(line.2))
    let printed = (training * 80 + validation * 20) / 100
    let answers = RecordedOutput()
    var predict = PredictRequest()
    predict.modelPath = model
    predict.table = path
    predict.label = "answer"
    try PredictCommand(request: predict, lab: lab(answers)).run()
    let said = try #require(answers.text(.progress).firstMatch(of: /accuracy ([0-9.]+) % on 100 examples/))
    let found = try #require(Double(said.1))
    #expect(abs(found - printed) < 0.1)
    let lines = answers.text(.result).split(separator: "\n")
    #expect(lines.count == 101)
    #expect(lines[0] == #""probability of yes, it is",class"#)
    #expect(
      lines[1].hasSuffix(",no") && lines[100].hasSuffix(#","yes, it is""#), "classes are quoted where they must be")
  }

  /// What is said when a monitor stops after epoch 3, or another one, and names its best epoch.
  private func text(bestEpoch: Int?, stops last: Int = 3) throws -> String {
    var functions = LogisticRegression.functions
    functions.makeMonitor = { _ in
      RunningMonitor(()) { _, epoch, _, _ in
        epoch == last
      } best: { _ in
        (bestEpoch, Parameters(weights: [Matrix([[1], [1]])], biases: [Matrix([[0]])]))
      } setPatience: { _, _ in
      }
    }
    try TrainCommand(request: request { $0.setup.stopping = .init(patience: 3) }, lab: lab(recorded, functions)).run()
    return recorded.text(.result)
  }

  @Test("say which epoch stopped the training and which one is kept, and that it was the lowest only if it was")
  func earlyStopping() throws {
    // The loss falls in each epoch, so that this monitor is wrong about its best.
    let wrong = try text(bestEpoch: 2)
    #expect(
      wrong.contains(
        #/\nStopped after epoch 3; kept epoch 2, whose validation loss was (0\.[0-9]{4})\. The last one's was 0\.[0-9]{4}\.\n/#
      ),
      "\(wrong)")
    let right = try text(bestEpoch: 3)
    #expect(
      right.contains(#/\nStopped after epoch 3; kept epoch 3, whose validation loss 0\.[0-9]{4} was the lowest\.\n/#),
      "\(right)")
  }

  @Test("say which epoch is kept when all were trained, too")
  func notStopped() throws {
    let text = try text(bestEpoch: 50, stops: 7000)
    #expect(
      text.contains(#/\nEnded after epoch 50; kept epoch 50, whose validation loss 0\.[0-9]{4} was the lowest\.\n/#),
      "\(text)")
  }

  @Test("say that no epoch was an improvement")
  func noImprovement() throws {
    #expect(
      try text(bestEpoch: nil).contains(
        "\nStopped after epoch 3; kept the last epoch, as none was an improvement.\n"))
  }

  @Test("survive a monitor whose best epoch is none", arguments: [0, -1, 7000])
  func oddMonitor(best: Int) throws {
    #expect(try text(bestEpoch: best).contains("\nStopped after epoch 3; kept epoch \(best).\n"))
  }

  @Test("print the weight norm, whether lesson 6 takes part or not")
  func weightNorm() throws {
    try TrainCommand(request: request(), lab: lab(recorded)).run()
    let ours = try #require(recorded.text(.result).firstMatch(of: #/50 epochs · weight norm ([0-9.]+)\n/#))
    #expect(try #require(Double(ours.1)) > 0)
    var functions = LogisticRegression.functions
    functions.weightNorm = { _ in 7 }
    let other = RecordedOutput()
    try TrainCommand(request: request(), lab: lab(other, functions)).run()
    #expect(other.text(.result).contains("50 epochs · weight norm 7\n"))
  }

  @Test("say that the loss ran away, and do not save such a model")
  func divergence() throws {
    var functions = LogisticRegression.functions
    functions.makeOptimizer = { _, _ in
      RunningOptimizer { parameters, _, _ in parameters.weights[0] = .nan * parameters.weights[0] }
    }
    let train = request { $0.modelPath = folder.path("model.json") }
    let error = try #require(throws: DataError.self) {
      try TrainCommand(request: train, lab: lab(recorded, functions)).run()
    }
    #expect(
      error.sentence
        == "The model was not saved: its weights are no finite numbers any more. What may help stands above.")
    #expect(
      recorded.text(.result).contains(
        "The loss is no finite number any more after epoch 1, so training stopped.\n"))
    #expect(
      recorded.text(.result).contains("\nRates from 0.0001 to 10000 do no better in 5 epochs. Is every function right?")
    )
    #expect(!folder.names.contains("model.json"))
  }

  @Test("on a malformed table change nothing on disk")
  func malformed() throws {
    let path = try folder.file("table.csv", "x,class\n1,a\n2\n")
    let model = try folder.file("model.json", "older")
    let train = request {
      $0.setup.data = .table(TableSource(path: path, label: "class"))
      $0.modelPath = model
    }
    #expect(throws: DataError.self) { try TrainCommand(request: train, lab: lab(recorded)).run() }
    #expect(folder.names == ["model.json", "table.csv"])
    #expect(try String(contentsOfFile: model, encoding: .utf8) == "older")
    #expect(recorded.messages.isEmpty)
  }

  @Test("do not begin if what comes of them could not be written")
  func unwritable() throws {
    let file = try folder.file("file", "text")
    for change in [{ $0.folder = file }, { $0.modelPath = file + "/model.json" }] as [(inout TrainRequest) -> Void] {
      #expect(throws: DataError.self) { try TrainCommand(request: request(change), lab: lab(recorded)).run() }
    }
    #expect(recorded.messages.isEmpty)
  }

  @Test("of what cannot be trained says so before anything is drawn")
  func impossible() throws {
    let error = #expect(throws: DataError.self) {
      try TrainCommand(request: request { $0.setup.learningRate = 0 }, lab: lab(recorded)).run()
    }
    #expect(error?.sentence == "The learning rate is 0, and must be a number greater than 0.")
    #expect(folder.names.isEmpty)
  }

  @Test("on data that the course draws says in words what they are")
  func description() {
    #expect(GeneratedData(.moons, noise: 0.44).description == "moons with noise 0.44")
    #expect(GeneratedData(.quadrants).description == "quadrants")
  }
}
