import Contract
import Course
import Engine
import LabKit
import Testing
import Training

@testable import course_check

@Suite("The command line of the Lab")
struct LabArgumentsTests {
  private func train(_ words: String...) throws -> TrainRequest { try train(words) }

  private func train(_ words: [String]) throws -> TrainRequest {
    try command(["train"] + words, as: TrainCommand.self).request
  }

  private func command<Words: Command>(_ words: [String], as type: Words.Type) throws -> Words {
    guard case .run(let command) = try Invocation(words).task else { throw UsageError("no command") }
    return try #require(command as? Words)
  }

  @Test("without options trains the course's baseline on the moons")
  func defaults() throws {
    let request = try train()
    #expect(request.setup == TrainingSetup(data: .generated(GeneratedData(.moons, samples: 1200, noise: 0.24))))
    #expect(request.folder == "figures")
    #expect(request.modelPath == nil)
  }

  @Test("puts each option's value where it belongs, written in two words or in one")
  func options() throws {
    let words = [
      ("--data", "circles"), ("--noise", "0.05"), ("--samples", "80"), ("--hidden", "8,4,2"), ("--activation", "tanh"),
      ("--epochs", "7"), ("--rate", "1e-2"), ("--batch", "16"), ("--l2", "0.2"), ("--momentum", "0.9"),
      ("--patience", "5"), ("--seed", "18446744073709551615"), ("--save", "m.json"), ("--out", "pictures"),
    ]
    var expected = TrainRequest(
      TrainingSetup(
        data: .generated(GeneratedData(.circles, samples: 80, noise: 0.05)), network: .binary(hidden: .tanh),
        hiddenUnits: [8, 4, 2], epochs: 7, batchSize: 16, learningRate: 0.01, optimizer: .momentum(coefficient: 0.9),
        regularizers: [.l2(lambda: 0.2)], stopping: .init(patience: 5), seed: .max))
    expected.modelPath = "m.json"
    expected.folder = "pictures"
    for line in [words.flatMap { [$0.0, $0.1] }, words.map { "\($0.0)=\($0.1)" }] {
      #expect(try train(line) == expected)
    }
  }

  @Test("trains layers where that is asked for, with ReLU and with the weight decay")
  func layers() throws {
    let request = try train("--network", "layers", "--activation", "relu", "--decay", "1e-4", "--hidden", "64,64")
    #expect(
      request.setup
        == TrainingSetup(network: .layers(), hiddenUnits: [64, 64], regularizers: [.weightDecay(1e-4)]))
    #expect(try train("--network", "binary").setup == TrainingSetup())
    let dropout = try train("--network", "layers", "--dropout", "0.25")
    #expect(dropout.setup == TrainingSetup(network: .layers(keepProbability: 0.75)))
    #expect(try train("--network", "layers", "--dropout", "0").setup == TrainingSetup(network: .layers()))
  }

  @Test("takes the optimizer that is named, with its usual numbers and its own learning rate")
  func optimizers() throws {
    #expect(try train("--optimizer", "sgd").setup == TrainingSetup())
    #expect(try train("--optimizer", "momentum").setup == TrainingSetup(optimizer: .momentum(coefficient: 0.9)))
    for words in [["--optimizer", "momentum", "--momentum", "0.5"], ["--momentum", "0.5"]] {
      #expect(try train(words).setup == TrainingSetup(optimizer: .momentum(coefficient: 0.5)))
    }
    #expect(try train("--optimizer", "adam").setup == TrainingSetup(learningRate: 0.003, optimizer: .adam()))
    #expect(try train("--optimizer", "adam", "--rate", "0.03").setup == TrainingSetup(optimizer: .adam()))
  }

  @Test("refuses β where another optimizer is named, by the word that is meant", arguments: ["sgd", "adam"])
  func otherOptimizer(name: String) throws {
    let error = try #require(throws: UsageError.self) {
      try Invocation(["train", "--optimizer", name, "--momentum", "0.9"])
    }
    #expect(error.sentence == "--momentum goes with --optimizer momentum: \(name) has none.")
  }

  @Test("knows what xor is trained with, and lets it be changed")
  func xor() throws {
    let request = try train("--data", "xor")
    let usual = TrainingSetup(
      data: .generated(GeneratedData(.xor)), hiddenUnits: [8], epochs: 1000, batchSize: 0, learningRate: 0.5)
    #expect(request.setup == usual)
    #expect(try train("--data", "xor", "--rate", "0.1", "--epochs", "5").setup.learningRate == 0.1)
  }

  @Test("learns the digits with all that there is, and with other steps where another optimizer is named")
  func digits() throws {
    let usual = TrainingSetup(
      data: .digits, network: .layers(keepProbability: 0.8), hiddenUnits: [64], epochs: 40, batchSize: 32,
      learningRate: 0.003, optimizer: .adam())
    for words in [[], ["--network", "layers"], ["--optimizer", "adam"]] {
      #expect(try train(["--data", "digits"] + words).setup == usual)
    }
    let plain = try train("--data", "digits", "--optimizer", "sgd", "--dropout", "0", "--hidden", "32").setup
    #expect(plain.optimizer == .gradientDescent && plain.learningRate == 0.1)
    #expect(plain.network == .layers() && plain.hiddenUnits == [32])
  }

  @Test(
    "refuses what does not go with the digits",
    arguments: [
      (["--samples", "50"], "--samples goes with data that the course draws: the digits are given."),
      (["--noise", "0.1"], "--noise goes with data that the course draws: the digits are given."),
      (
        ["--network", "binary"],
        "The digits have 10 classes, and a binary network tells two apart: leave --network out."
      ),
      (["--l2", "1"], "--l2 goes with --network binary: a network of layers has --decay in its place."),
      (["--activation", "tanh"], "--activation goes with --network binary: the layers of lesson 10 have relu."),
      (
        ["--csv", "a.csv", "--label", "b"],
        "--data goes with data that the course draws, and --csv reads a table: leave one of them out."
      ),
    ])
  func misfitsOfDigits(words: [String], sentence: String) throws {
    let error = try #require(throws: UsageError.self) { try Invocation(["train", "--data", "digits"] + words) }
    #expect(error.sentence == sentence)
  }

  @Test("reads a table instead of drawing data, whatever its path and its column are called")
  func table() throws {
    let request = try train("--csv", "my data/a=b.csv", "--label=the class")
    #expect(request.setup == TrainingSetup(data: .table(TableSource(path: "my data/a=b.csv", label: "the class"))))
  }

  @Test("takes 0 for no hidden layer and for a batch of all")
  func zeros() throws {
    #expect(try train("--hidden", "0").setup.hiddenUnits == [])
    #expect(try train("--batch", "0").setup.batchSize == 0)
    #expect(
      try train("--l2", "0", "--momentum", "0").setup.exercises
        == TrainingSetup(optimizer: .momentum(coefficient: 0)).exercises)
  }

  @Test("takes the tree and the character set from anywhere")
  func common() throws {
    let options = try Invocation(["train", "--ascii", "--epochs", "3", "--tree", "solutions"]).options
    #expect(options.tree == .solutions)
    #expect(options.isASCII)
    #expect(try Invocation(["plot", "--tree=solutions", "curves"]).options.tree == .solutions)
    #expect(try Invocation(["train"], environment: ["COURSE_TREE": "solutions"]).options.tree == .solutions)
    #expect(try Invocation(["train"]).options.tree == .lessons)
  }

  @Test("asks for predictions, experiments and pictures")
  func others() throws {
    let predict = try command(
      ["predict", "--model", "m.json", "--csv", "t.csv", "--label", "class"], as: PredictCommand.self
    ).request
    #expect(predict.modelPath == "m.json" && predict.table == "t.csv" && predict.label == "class")
    let experiment = try #require(
      try command(
        ["experiment", "width-depth", "--seeds", "2", "--out", "there"], as: ExperimentCommand.self
      ).request)
    #expect(experiment.name == "width-depth" && experiment.seeds == 2 && experiment.folder == "there")
    #expect(experiment.firstSeed == 1)
    let others = try command(["experiment", "l2", "--first-seed", "101"], as: ExperimentCommand.self).request
    #expect(others?.firstSeed == 101 && others?.seeds == nil)
    let plot = try command(["plot", "hidden-space", "--seed", "3"], as: PlotCommand.self).request
    #expect(plot.names == ["hidden-space"] && plot.seed == 3 && plot.folder == "figures" && !plot.writesNumbers)
    let page = try command(["plot", "lesson5", "--numbers"], as: PlotCommand.self).request
    #expect(page.names == Course.neuralNetwork.lessons[4].figures && page.writesNumbers)
  }

  @Test("without a name lists the experiments with their questions")
  func experiments() throws {
    #expect(try command(["experiment"], as: ExperimentCommand.self).request == nil)
    let text = ExperimentCommand.list
    for experiment in Experiment.all {
      #expect(text.contains("  \(experiment.name)  ") && text.contains(experiment.title))
    }
    #expect(text.hasSuffix("\n\nRun one: swift run course-check experiment xor\n"))
  }

  /// What may follow a sentence about an option that there is not.
  private static let trainHelp = "`swift run course-check train --help` shows what there is."

  @Test(
    "with a value that cannot be says what the option wants",
    arguments: [
      ("--data", "sun", "moons, circles, xor, quadrants, linear or digits"),
      ("--data", "", "moons, circles, xor, quadrants, linear or digits"),
      ("--csv", "", "a name"),
      ("--csv", "--label", "a name"),
      ("--label", "", "a name"),
      ("--save", "--epochs", "a name"),
      ("--out", "", "a name"),
      ("--noise", "-0.1", "a number from 0 up"),
      ("--noise", "0,24", "a number from 0 up"),
      ("--noise", "inf", "a number from 0 up"),
      ("--noise", "nan", "a number from 0 up"),
      ("--samples", "9", "a whole number from 10 to 10000000"),
      ("--samples", "1e3", "a whole number from 10 to 10000000"),
      ("--samples", "99999999999999999999", "a whole number from 10 to 10000000"),
      ("--hidden", "", "up to 64 whole numbers from 1 to 4096 with commas between them"),
      ("--hidden", "32;32", "up to 64 whole numbers from 1 to 4096 with commas between them"),
      ("--hidden", "32,,32", "up to 64 whole numbers from 1 to 4096 with commas between them"),
      ("--hidden", "32,0", "up to 64 whole numbers from 1 to 4096 with commas between them"),
      ("--hidden", "4097", "up to 64 whole numbers from 1 to 4096 with commas between them"),
      ("--activation", "swish", "relu, tanh or sigmoid"),
      ("--network", "convolution", "binary or layers"),
      ("--optimizer", "newton", "sgd, momentum or adam"),
      ("--dropout", "1", "a number from 0 to below 1"),
      ("--dropout", "-0.5", "a number from 0 to below 1"),
      ("--decay", "-0.1", "a number from 0 up"),
      ("--epochs", "0", "a whole number from 1 to 10000000"),
      ("--epochs", "many", "a whole number from 1 to 10000000"),
      ("--rate", "0", "a number greater than 0"),
      ("--rate", "-1", "a number greater than 0"),
      ("--batch", "-1", "a whole number from 0 to 10000000"),
      ("--l2", "-0.2", "a number from 0 up"),
      ("--momentum", "1", "a number from 0 to below 1"),
      ("--momentum", "-0.1", "a number from 0 to below 1"),
      ("--patience", "-1", "a whole number from 0 to 10000000"),
      ("--patience", "2.5", "a whole number from 0 to 10000000"),
      ("--seed", "-1", "a whole number from 0 up"),
      ("--seed", "one", "a whole number from 0 up"),
    ])
  func wrongValues(option: String, value: String, wish: String) throws {
    for words in [[option, value], ["\(option)=\(value)"]] {
      let error = try #require(throws: UsageError.self) { try Invocation(["train"] + words) }
      #expect(error.sentence == "\(option) needs \(wish), but got '\(value)'.")
    }
    let error = try #require(throws: UsageError.self) { try Invocation(["train", option]) }
    #expect(error.sentence == "\(option) needs a value after it: \(wish). \(Self.trainHelp)")
  }

  @Test("has no more than 64 hidden layers")
  func manyLayers() throws {
    #expect(
      try train("--hidden", [String](repeating: "2", count: 64).joined(separator: ",")).setup.hiddenUnits.count == 64)
    #expect(throws: UsageError.self) {
      try train("--hidden", [String](repeating: "2", count: 65).joined(separator: ","))
    }
  }

  @Test(
    "whose words do not go together says which ones",
    arguments: [
      ("train --csv t.csv", "--csv needs --label COLUMN beside it: the name of the column with the class."),
      ("train --label class", "--label goes with --csv, which names the table."),
      (
        "train --csv t.csv --label class --data moons",
        "--data goes with data that the course draws, and --csv reads a table: leave one of them out."
      ),
      (
        "train --csv t.csv --label class --noise 0.1",
        "--noise goes with data that the course draws, and --csv reads a table: leave one of them out."
      ),
      (
        "train --samples 50 --csv t.csv --label class",
        "--samples goes with data that the course draws, and --csv reads a table: leave one of them out."
      ),
      ("train --data xor --noise 0.1", "--noise goes with moons and circles: xor has none."),
      ("train --noise 0.1 --data linear", "--noise goes with moons and circles: linear has none."),
      ("train --data xor --samples 50", "--samples does not go with xor, which is four points."),
      (
        "train --network layers --l2 0.1",
        "--l2 goes with --network binary: a network of layers has --decay in its place."
      ),
      ("train --decay 0.1", "--decay goes with --network layers: a binary network has --l2 in its place."),
      (
        "train --csv t.csv --label class --network binary --decay 0.1",
        "--decay goes with --network layers: a binary network has --l2 in its place."
      ),
      (
        "train --network layers --activation tanh",
        "--activation goes with --network binary: the layers of lesson 10 have relu."
      ),
      ("train moons", "`train` does not know what to do with 'moons'. \(trainHelp)"),
      ("train -", "`train` does not know what to do with '-'. \(trainHelp)"),
      ("train --learning-rate 1", "`train` has no option '--learning-rate'. \(trainHelp)"),
      ("train -e 5", "`train` has no option '-e'. \(trainHelp)"),
      ("train --tree mine", "--tree is 'mine': choose 'lessons' (your work) or 'solutions' (the reference)."),
      ("train --tree", "--tree needs 'lessons' or 'solutions' after it."),
      (
        "predict --csv t.csv",
        "`predict` needs --model FILE, which `train --save FILE` writes. "
          + "Example: swift run course-check predict --model flowers.json --csv new-flowers.csv"
      ),
      (
        "predict --model m.json",
        "`predict` needs --csv FILE. Example: swift run course-check predict --model flowers.json --csv new-flowers.csv"
      ),
      ("train --epoch 5", "`train` has no option '--epoch'. Did you mean '--epochs'? \(trainHelp)"),
      ("experiment hiden-space", "There is no experiment 'hiden-space'. Did you mean 'hidden-space'? There are:"),
      (
        "train --data moon",
        "--data needs moons, circles, xor, quadrants, linear or digits, but got 'moon'. Did you mean 'moons'?"
      ),
      ("plot boundry", "There is no picture 'boundry'. Did you mean 'boundary'? There are:"),
      ("experiment nothing", "There is no experiment 'nothing'. There are: xor, hidden-space, smallest, baseline,"),
      ("experiment xor l2", "One experiment at a time: 'xor' or 'l2'?"),
      ("experiment xor --seeds 0", "--seeds needs a whole number from 1 to 1000, but got '0'."),
      ("plot", "`plot` needs the name of a picture, for example: swift run course-check plot activations\n"),
      ("plot nothing", "There is no picture 'nothing'. There are: activations,"),
      ("plot curves weights", "One name at a time: 'curves' or 'weights'?"),
      ("plot curves --seed x", "--seed needs a whole number from 0 up, but got 'x'."),
    ])
  func combinations(line: String, sentence: String) throws {
    let error = try #require(throws: UsageError.self) {
      try Invocation(line.split(separator: " ").map(String.init))
    }
    #expect(error.sentence.hasPrefix(sentence))
    if line.hasPrefix("train") { #expect(error.sentence == sentence) }
  }
}
