import Engine
import LabKit
import Vocabulary

/// Trains a network with the functions of the lessons; the words stand here as they come.
struct TrainCommand: LabCommand, Equatable {
  var kind: GeneratedData.Kind?
  var noise: Double?
  var samples: Int?
  var table: String?
  var label: String?
  var hiddenUnits: [Int]?
  var activation = HiddenActivation.relu
  var epochs: Int?
  var rate: Double?
  var batch: Int?
  var lambda: Double?
  var momentum: Double?
  var patience: Int?
  var seed: UInt64 = 1
  var modelPath: String?
  var folder: String?

  static var syntax: CommandSyntax<TrainCommand> {
    let l2 = further(RunPlan(lambda: 1))
    let patience = further(RunPlan(patience: 1))
    let momentum = further(RunPlan(momentum: 0))
    return CommandSyntax(
      usage: "train [options]",
      summary: """
        Trains a network with the functions that you wrote, and shows how that went.
        It needs \(LessonNumbers(lessons(of: RunPlan())).inWords); --l2 needs \(l2), too, --patience \(patience) and
        --momentum \(momentum). Ctrl-C stops it and keeps what was learned so far.
        xor has its own defaults: --hidden 8 --rate 0.5 --epochs 1000 --batch 0.
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
        .text("--csv", "FILE", "learn from a table whose first line names the columns", \.table),
        .text("--label", "COLUMN", "the table's column with the class: two different values", \.label),
        .number(
          "--noise", "deviation of the noise; otherwise 0.24 for moons, 0.1 for circles", \.noise, "a number from 0 up"
        ) {
          $0 >= 0
        },
        .count("--samples", "how many examples to draw; a fifth is for validation", \.samples, 10...10_000_000),
        CommandOption(
          name: "--hidden", placeholder: "LIST", help: "units of the hidden layers, 0 for none; otherwise 32,32"
        ) { text, command in
          let units = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
          command.hiddenUnits = units == [0] ? [] : units
          let isPossible = units == [0] || units.allSatisfy { (1...4096).contains($0) } && units.count <= 64
          return isPossible ? nil : "up to 64 whole numbers from 1 to 4096 with commas between them"
        },
        .choice("--activation", "NAME", "relu, tanh or sigmoid; otherwise relu", \.activation),
        .count("--epochs", "how often to go through the examples; otherwise 400", \.epochs, 1...10_000_000),
        .number("--rate", "the learning rate; otherwise 0.03", \.rate, "a number greater than 0") { $0 > 0 },
        .count("--batch", "rows of a batch, 0 for all at once; otherwise 64", \.batch, 0...10_000_000),
        .number("--l2", "λ, the strength of the L2 penalty", \.lambda, "a number from 0 up") { $0 >= 0 },
        .number(
          "--momentum", "β, the share of its velocity that a step keeps", \.momentum, "a number from 0 to below 1"
        ) {
          (0..<1).contains($0)
        },
        .count("--patience", "stop after so many epochs without a better one", \.patience, 0...10_000_000),
        .seed(\.seed),
        .text("--save", "FILE", "keep the trained network as JSON, for `predict`", \.modelPath),
        .text("--out", "FOLDER", "where to put the pictures; otherwise figures", \.folder),
      ])
  }

  /// The lessons that a plan needs beyond those of every training, in words.
  private static func further(_ plan: RunPlan) -> String {
    let known = lessons(of: RunPlan()).map(\.number)
    return LessonNumbers(lessons(of: plan).filter { !known.contains($0.number) }).inWords
  }

  private static func lessons(of plan: RunPlan) -> [Lesson] {
    var request = TrainRequest()
    request.plan = plan
    return LabRequest.Command.train(request).lessons
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
      var request = TrainRequest()
      let isXOR = kind == .xor
      request.data = GeneratedData(kind ?? .moons, samples: samples, noise: noise)
      request.table = table
      request.label = label
      request.modelPath = modelPath
      request.folder = folder ?? request.folder
      request.plan = RunPlan(
        hiddenUnits: hiddenUnits ?? (isXOR ? [8] : [32, 32]), hidden: activation,
        epochs: epochs ?? (isXOR ? 1000 : 400),
        learningRate: rate ?? (isXOR ? 0.5 : 0.03), batchSize: batch ?? (isXOR ? 0 : 64), lambda: lambda ?? 0,
        momentum: momentum, patience: patience, seed: seed)
      return request
    }
  }

  private func check() throws(UsageError) {
    if table != nil {
      guard label != nil else {
        throw UsageError("--csv wants --label COLUMN beside it: the name of the column with the class.")
      }
      let others = [("--data", kind != nil), ("--noise", noise != nil), ("--samples", samples != nil)]
      if let other = others.first(where: \.1)?.0 {
        throw UsageError(
          "\(other) goes with data that the course draws, and --csv reads a table: leave one of them out.")
      }
    } else if label != nil {
      throw UsageError("--label goes with --csv, which names the table.")
    }
    let kind = kind ?? .moons
    if noise != nil, !kind.hasNoise {
      throw UsageError("--noise goes with moons and circles: \(kind.rawValue) has none.")
    }
    if samples != nil, !kind.hasSamples { throw UsageError("--samples does not go with xor, which is four points.") }
  }
}
