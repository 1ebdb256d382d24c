import Engine
import LabKit
import Tables
import Training
import Vocabulary

/// Trains a network with the functions of the lessons; the words stand here as they come.
struct TrainCommand: LabCommand, Equatable {
  var kind: GeneratedData.Kind?
  /// Whether the digits are wanted in place of what the course draws.
  var isDigits = false
  var table: String?
  var label: String?
  var columns: String?
  var ignored: String?
  var format = TableFormat()
  var network: TrainingSetup.Network.Kind?
  var hiddenUnits: [Int]?
  var activation: HiddenActivation?
  var optimizer: TrainingSetup.Optimizer.Kind?
  /// What was chosen of the numbers that a training has, by their keys.
  var numbers: [String: Double] = [:]
  var seed: UInt64 = 1
  var modelPath: String?
  var folder: String?

  /// What is trained where the words say nothing else.
  private static let usual = TrainingSetup()
  private static let digits = "digits"
  private static let dataNames = GeneratedData.Kind.allCases.map(\.rawValue) + [digits]
  private static let optimizers = TrainingSetup.Optimizer.Kind.allCases.map(\.rawValue).alternatives
  private static let usualUnits = usual.hiddenUnits.map { "\($0)" }.joined(separator: ",")

  static var syntax: CommandSyntax<TrainCommand> {
    CommandSyntax(
      usage: "train [options]",
      summary: """
        Trains a network with the functions that you wrote, and shows how that went.
        \(neededLessons)
        Ctrl-C stops it and keeps what was learned so far.
        \(usualOfOthers)
        """,
      examples: [
        "train --data moons --noise 0.24 --hidden 32,32", "train --data xor --hidden 8 --rate 0.5 --epochs 500",
        "train --csv flowers.csv --label species --patience 50 --save flowers.json",
      ],
      options: optionsOfData + TrainingSetting.ofData.map(option) + [
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
        .choice(
          "--optimizer", "NAME", "\(optimizers); otherwise \(usual.optimizer.kind.rawValue)",
          \.optimizer),
      ] + TrainingSetting.ofLearning.map(option) + [
        .seed(\.seed),
        .text("--save", "FILE", "keep the trained network as JSON, for `predict`", \.modelPath),
        .text("--out", "FOLDER", "where to put the pictures; otherwise figures", \.folder),
      ])
  }

  /// The options that say what is learned from.
  private static var optionsOfData: [CommandOption<TrainCommand>] {
    [
      CommandOption(
        name: "--data", placeholder: "NAME", help: "\(dataNames.alternatives); otherwise moons", values: dataNames
      ) { text, command in
        command.kind = GeneratedData.Kind(rawValue: text)
        command.isDigits = text == digits
        return dataNames.contains(text) ? nil : dataNames.alternatives
      },
      .text("--csv", "FILE", "learn from a table whose first line may name the columns", \.table),
      .text("--label", "COLUMN", "the table's column with the class", \.label),
      .text("--columns", "LIST", "the table's columns to learn from; otherwise all but the label", \.columns),
      .text("--ignore", "LIST", "the table's columns to leave out", \.ignored),
      .separator(\.format.separator),
      .decimalMark(\.format.decimalMark),
    ]
  }

  /// The option of a number that a training has.
  private static func option(_ setting: TrainingSetting) -> CommandOption<TrainCommand> {
    .number(setting.option, setting.help, setting.range) { number, command in command.numbers[setting.key] = number }
  }

  /// Which lessons it needs, and which options want more: `--l2 needs lesson 6, too, --patience lesson 7 and …`.
  private static var neededLessons: String {
    func needed(by setup: TrainingSetup) -> String { LessonNumbers(lessons(of: setup)).inWords }
    let (binary, layers) = (TrainingSetup(), TrainingSetup(network: .layers()))
    let ofAll = TrainingSetting.ofLearning.filter { $0.network != .layers }.map { ($0.option, changed(binary, by: $0)) }
    let optimizers = TrainingSetup.Optimizer.Kind.allCases
      .filter { kind in !TrainingSetup.Optimizer.settings.contains { $0.key == kind.rawValue } }
      .map { ("--optimizer \($0.rawValue)", TrainingSetup(optimizer: .init($0))) }
    let ofLayers = TrainingSetting.ofLearning.filter { $0.network == .layers }
      .map { ($0.option, changed(layers, by: $0)) }
    let text =
      "It needs \(needed(by: binary)); \(further(ofAll + optimizers, than: binary)). With --network layers it needs "
      + "\(needed(by: layers)) instead, and tells any number of classes apart; \(further(ofLayers, than: layers))."
    return text.wrapped(to: 80, hanging: "")
  }

  private static func changed(_ setup: TrainingSetup, by setting: TrainingSetting) -> TrainingSetup {
    var changed = setup
    setting.set([1, 0.5].first(where: setting.range.contains) ?? setting.range.least, &changed)
    return changed
  }

  private static func further(_ options: [(String, TrainingSetup)], than plain: TrainingSetup) -> String {
    let known = lessons(of: plain).map(\.number)
    let further = options.compactMap { option, setup -> (option: String, lessons: [Lesson])? in
      let lessons = lessons(of: setup).filter { !known.contains($0.number) }
      return lessons.isEmpty ? nil : (option, lessons)
    }.sorted { $0.lessons[0].number < $1.lessons[0].number }
    let texts = further.enumerated().map { index, further in
      "\(further.option) \(index == 0 ? "needs " : "")\(LessonNumbers(further.lessons).inWords)"
        + (index == 0 ? ", too" : "")
    }
    return texts.listed
  }

  /// What is trained otherwise than clouds are.
  private static var usualOfOthers: String {
    let xor = TrainingSetup(suiting: .generated(GeneratedData(.xor)))
    let digits = TrainingSetup(suiting: .digits)
    return """
      xor has its own defaults: \(options(of: xor, ["learningRate", "epochs", "batchSize"])).
      So have digits: \(options(of: digits, ["dropout", "epochs", "batchSize"])) --optimizer \(digits.optimizer.kind.rawValue).
      """
  }

  private static func options(of setup: TrainingSetup, _ keys: [String]) -> String {
    let numbers = keys.compactMap { key -> String? in
      guard let setting = TrainingSetting.ofLearning.first(where: { $0.key == key }),
        let value = setting.value(setup)
      else { return nil }
      return "\(setting.option) \(setting.range.isWhole ? String(Int(value)) : NumberText.significant(value))"
    }
    return "--hidden \(setup.hiddenUnits.map(String.init).joined(separator: ",")) \(numbers.joined(separator: " "))"
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
      return request(network ?? usualNetwork)
    }
  }

  /// The request for one kind of network.
  func request(_ network: TrainingSetup.Network.Kind) -> TrainRequest {
    // A number of an optimizer asks for it, too.
    let asked = optimizer ?? TrainingSetup.Optimizer.Kind.allCases.first { numbers[$0.rawValue] != nil }
    var setup = TrainingSetup(suiting: data, optimizer: asked.map { .init($0) })
    if let hiddenUnits { setup.hiddenUnits = hiddenUnits }
    if network == .binary {
      setup.network = .binary(hidden: activation ?? Self.usual.hidden)
    } else if setup.network.kind == .binary {
      setup.network = .layers()
    }
    for setting in TrainingSetting.ofData + TrainingSetting.ofLearning {
      if let number = numbers[setting.key] { setting.set(number, &setup) }
    }
    if setup.hiddenUnits.isEmpty, numbers["dropout"] == nil { setup.dropout = 0 }
    setup.seed = seed
    var request = TrainRequest(setup)
    request.modelPath = modelPath
    request.folder = folder ?? request.folder
    return request
  }

  /// The network where none is named and no table has to tell.
  private var usualNetwork: TrainingSetup.Network.Kind { isDigits ? .layers : .binary }

  private var data: DataSource {
    if isDigits { return .digits }
    if let table, let label {
      return .table(
        TableSource(
          path: table, label: label, columns: columns.map([String].init(inOption:)),
          ignored: ignored.map([String].init(inOption:)) ?? [], format: format))
    }
    return .generated(GeneratedData(kind ?? .moons))
  }

  /// The options that were given and want a table.
  private var optionsOfTables: [String] {
    let given: [(String, Bool)] = [
      ("--label", label != nil), ("--columns", columns != nil), ("--ignore", ignored != nil),
      ("--separator", format.separator != nil), ("--decimal", format.decimalMark != nil),
    ]
    return given.filter(\.1).map(\.0)
  }

  private func check() throws(UsageError) {
    let ofData = TrainingSetting.ofData.filter { numbers[$0.key] != nil }
    if table != nil {
      guard label != nil else {
        throw UsageError("--csv needs --label COLUMN beside it: the name of the column with the class.")
      }
      if let other = kind == nil && !isDigits ? ofData.first?.option : "--data" {
        throw UsageError(
          "\(other) goes with data that the course draws, and --csv reads a table: leave one of them out.")
      }
      if columns != nil, ignored != nil {
        throw UsageError(
          "--columns names all columns to learn from, so there is nothing to --ignore: leave one of them out.")
      }
    } else if let other = optionsOfTables.first {
      throw UsageError("\(other) goes with --csv, which names the table.")
    }
    if isDigits {
      if let other = ofData.first {
        throw UsageError("\(other.option) goes with data that the course draws: the digits are given.")
      }
      if network == .binary {
        throw UsageError("The digits have 10 classes, and a binary network tells two apart: leave --network out.")
      }
    }
    let kind = kind ?? .moons
    if numbers["noise"] != nil, kind.usualNoise == nil {
      throw UsageError("--noise goes with moons and circles: \(kind.rawValue) has none.")
    }
    if numbers["samples"] != nil, kind.usualSamples == nil {
      throw UsageError("--samples does not go with xor, which is four points.")
    }
    // Which network suits a table is known when the table is read.
    if table == nil || network != nil, let misfit = misfit(with: network ?? usualNetwork) {
      throw UsageError("\(misfit.option) goes with \(misfit.reason)")
    }
  }
}
