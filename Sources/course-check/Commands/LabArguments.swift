import LabKit

/// A command line that asks for the Lab.
struct LabArguments {
  /// What is to be done.
  enum Task {
    case work(LabRequest.Command)
    case show(String)
  }

  let task: Task
  var tree: Checkout.Tree = .lessons
  var isASCII = false

  /// The words that begin such a command line.
  static let commands = ["train", "predict", "experiment", "plot"]

  /// Understands the words of a command line.
  ///
  /// - Throws: `UsageError` with a sentence that says what is wrong and what is possible.
  init(_ words: [String], environment: [String: String] = [:]) throws(UsageError) {
    if let value = environment["COURSE_TREE"] { tree = try Arguments.tree(value, given: "COURSE_TREE") }
    var rest: [String] = []
    var isHelp = false
    var remaining = words.dropFirst()
    while let word = remaining.popFirst() {
      switch word {
      case "--help", "-h": isHelp = true
      case "--ascii": isASCII = true
      case "--tree":
        guard let value = remaining.popFirst() else {
          throw UsageError("--tree wants 'lessons' or 'solutions' after it.")
        }
        tree = try Arguments.tree(value, given: "--tree")
      case let option where option.hasPrefix("--tree="):
        tree = try Arguments.tree(String(option.dropFirst("--tree=".count)), given: "--tree")
      default: rest.append(word)
      }
    }
    switch words[0] {
    case "train":
      var train = TrainWords()
      task = isHelp ? .show(TrainWords.syntax.help) : try .work(.train(read(TrainWords.syntax, rest, &train).request))
    case "predict":
      var predict = PredictWords()
      task =
        isHelp
        ? .show(PredictWords.syntax.help) : try .work(.predict(read(PredictWords.syntax, rest, &predict).request))
    case "experiment":
      var experiment = ExperimentWords()
      if isHelp {
        task = .show(ExperimentWords.syntax.help)
      } else {
        let request = try read(ExperimentWords.syntax, rest, &experiment).request
        task = request.map { .work(.experiment($0)) } ?? .show(ExperimentWords.list)
      }
    default:
      var plot = PlotWords()
      task = isHelp ? .show(PlotWords.syntax.help) : try .work(.plot(read(PlotWords.syntax, rest, &plot).request))
    }
  }
}

/// Reads words with a command's syntax and returns the target.
private func read<Target>(
  _ syntax: CommandSyntax<Target>, _ words: [String], _ target: inout Target
) throws(UsageError) -> Target {
  try syntax.read(words, into: &target)
  return target
}
