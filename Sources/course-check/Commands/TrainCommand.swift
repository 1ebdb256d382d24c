import Engine
import LabKit
import Training
import Vocabulary

/// Trains a network with the functions of the lessons; the words stand here as they come.
struct TrainCommand: LabCommand, Equatable {
  var kind: GeneratedData.Kind?
  var table: String?
  var label: String?
  var network: TrainingSetup.Network.Kind?
  var hiddenUnits: [Int]?
  var activation: HiddenActivation?
  /// What was chosen of the numbers that a training has, by their keys.
  var numbers: [String: Double] = [:]
  var seed: UInt64 = 1
  var modelPath: String?
  var folder: String?

  /// What is trained where the words say nothing else.
  private static let usual = TrainingSetup()
  private static let usualUnits = usual.hiddenUnits.map { "\($0)" }.joined(separator: ",")

  static var syntax: CommandSyntax<TrainCommand> {
    CommandSyntax(
      usage: "train [options]",
      summary: """
        Trains a network with the functions that you wrote, and shows how that went.
        It needs \(LessonNumbers(lessons(of: TrainingSetup())).inWords); \(furtherLessons). With --network layers it needs \(LessonNumbers(lessons(of: TrainingSetup(network: .layers))).inWords)
        instead, and tells any number of classes apart.
        Ctrl-C stops it and keeps what was learned so far.
        \(usualOfXOR)
        """,
      examples: [
        "train --data moons --noise 0.24 --hidden 32,32", "train --data xor --hidden 8 --rate 0.5 --epochs 500",
        "train --csv flowers.csv --label species --patience 50 --save flowers.json",
      ],
      options: [
        CommandOption(
          name: "--data", placeholder: "NAME", help: "moons, circles, xor, quadrants or linear; otherwise moons",
          values: GeneratedData.Kind.allCases.map(\.rawValue)
        ) { text, command in
          command.kind = GeneratedData.Kind(rawValue: text)
          return command.kind == nil ? "moons, circles, xor, quadrants or linear" : nil
        },
        .text("--csv", "FILE", "learn from a table whose first line may name the columns", \.table),
        .text("--label", "COLUMN", "the table's column with the class", \.label),
      ] + TrainingSetting.ofData.map(option) + [
        .choice("--network", "KIND", "binary or layers; otherwise what suits the number of classes", \.network),
        CommandOption(
          name: "--hidden", placeholder: "LIST", help: "units of the hidden layers, 0 for none; otherwise \(usualUnits)"
        ) { text, command in
          let units = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
          command.hiddenUnits = units == [0] ? [] : units
          let (layers, each) = (TrainingSetting.hiddenLayers, TrainingSetting.hiddenUnits)
          let isPossible =
            units == [0] || units.allSatisfy { each.contains(Double($0)) } && layers.contains(Double(units.count))
          return isPossible
            ? nil
            : "up to \(Int(layers.most)) whole numbers from \(Int(each.least)) to \(Int(each.most)) with commas between them"
        },
        .choice("--activation", "NAME", "relu, tanh or sigmoid; otherwise \(usual.hidden.rawValue)", \.activation),
      ] + TrainingSetting.ofLearning.map(option) + [
        .seed(\.seed),
        .text("--save", "FILE", "keep the trained network as JSON, for `predict`", \.modelPath),
        .text("--out", "FOLDER", "where to put the pictures; otherwise figures", \.folder),
      ])
  }

  /// The option of a number that a training has.
  private static func option(_ setting: TrainingSetting) -> CommandOption<TrainCommand> {
    .number(setting.option, setting.help, setting.range) { number, command in command.numbers[setting.key] = number }
  }

  /// Which options want more lessons than every training does: `--l2 needs lesson 6, too, --patience lesson 7 and …`.
  private static var furtherLessons: String {
    let known = lessons(of: TrainingSetup()).map(\.number)
    let further = TrainingSetting.ofLearning.compactMap { setting -> (option: String, lessons: [Lesson])? in
      var setup = TrainingSetup()
      setting.set(setting.range.contains(1) ? 1 : setting.range.least, &setup)
      let lessons = lessons(of: setup).filter { !known.contains($0.number) }
      return lessons.isEmpty ? nil : (setting.option, lessons)
    }.sorted { $0.lessons[0].number < $1.lessons[0].number }
    let texts = further.enumerated().map { index, further in
      "\(further.option) \(index == 0 ? "needs " : "")\(LessonNumbers(further.lessons).inWords)"
        + (index == 0 ? ", too" : "")
    }
    return texts.dropLast().joined(separator: ", ") + " and\n" + (texts.last ?? "")
  }

  /// What the four points of XOR are trained with.
  private static var usualOfXOR: String {
    let setup = TrainingSetup(suiting: .generated(GeneratedData(.xor)))
    let numbers = ["learningRate", "epochs", "batchSize"].compactMap { key -> String? in
      guard let setting = TrainingSetting.ofLearning.first(where: { $0.key == key }),
        let value = setting.value(setup)
      else { return nil }
      return "\(setting.option) \(setting.range.isWhole ? String(Int(value)) : String(value))"
    }
    let hidden = setup.hiddenUnits.map(String.init).joined(separator: ",")
    return "xor has its own defaults: --hidden \(hidden) \(numbers.joined(separator: " "))."
  }

  private static func lessons(of setup: TrainingSetup) -> [Lesson] {
    LabRequest.Command.train(TrainRequest(setup)).lessons
  }

  var work: LabRequest.Command {
    get throws(UsageError) { .train(try request) }
  }

  /// The request that the words make.
  ///
  /// - Throws: `UsageError` if they do not go together.
  var request: TrainRequest {
    get throws(UsageError) {
      try check()
      return request(network ?? .binary)
    }
  }

  /// The request for one kind of network.
  func request(_ network: TrainingSetup.Network.Kind) -> TrainRequest {
    var setup = TrainingSetup(suiting: data)
    if let hiddenUnits { setup.hiddenUnits = hiddenUnits }
    setup.network = network == .layers ? .layers : .binary(hidden: activation ?? Self.usual.hidden)
    for setting in TrainingSetting.ofData + TrainingSetting.ofLearning {
      if let number = numbers[setting.key] { setting.set(number, &setup) }
    }
    setup.seed = seed
    var request = TrainRequest(setup)
    request.modelPath = modelPath
    request.folder = folder ?? request.folder
    return request
  }

  private var data: DataSource {
    if let table, let label { return .table(path: table, label: label) }
    return .generated(GeneratedData(kind ?? .moons))
  }

  private func check() throws(UsageError) {
    let ofData = TrainingSetting.ofData.filter { numbers[$0.key] != nil }
    if table != nil {
      guard label != nil else {
        throw UsageError("--csv wants --label COLUMN beside it: the name of the column with the class.")
      }
      if let other = kind == nil ? ofData.first?.option : "--data" {
        throw UsageError(
          "\(other) goes with data that the course draws, and --csv reads a table: leave one of them out.")
      }
    } else if label != nil {
      throw UsageError("--label goes with --csv, which names the table.")
    }
    let kind = kind ?? .moons
    if numbers["noise"] != nil, kind.usualNoise == nil {
      throw UsageError("--noise goes with moons and circles: \(kind.rawValue) has none.")
    }
    if numbers["samples"] != nil, kind.usualSamples == nil {
      throw UsageError("--samples does not go with xor, which is four points.")
    }
    // Which network suits a table is known when the table is read.
    if table == nil || network != nil, let misfit = misfit(with: network ?? .binary) {
      throw UsageError("\(misfit.option) goes with \(misfit.reason)")
    }
  }
}
