/// A command's words: which options it has, and how its help reads.
struct CommandSyntax<Target> {
  /// How it is called, for example `train [options]`.
  let usage: String
  /// The word that calls it; nil if that is the first one of `usage`.
  var name: String?
  /// What it does, in sentences.
  let summary: String
  /// Command lines to try.
  let examples: [String]
  let options: [CommandOption<Target>]
  /// Whether it matters to the command which tree of lessons is selected.
  var isAboutLessons = true
  /// The words that may stand there without an option's name, as far as they can be counted.
  var words: [String] = []
  /// What to do with a word that is no option; nil if there may be none.
  var word: ((String, inout Target) throws(UsageError) -> Void)?

  /// Puts the values of the options into a target; what every command understands is taken out before.
  func read(_ given: [String], into target: inout Target) throws(UsageError) {
    var rest = given[...]
    while let next = rest.popFirst() {
      guard next.hasPrefix("-"), next != "-" else {
        guard let word else {
          throw UsageError("'\(next)' is no option of `\(calledAs)`. \(helpSentence)")
        }
        try word(next, &target)
        continue
      }
      let parts = next.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = options.first(where: { $0.name == parts[0] }) else {
        let names = options.map(\.name) + CommonOptions.names
        let question = Suggestion(for: String(parts[0]), among: names).question
        throw UsageError("There is no option '\(parts[0])' of `\(calledAs)`.\(question) \(helpSentence)")
      }
      guard option.hasValue else {
        if parts.count == 2 { throw UsageError("\(option.name) takes no value. \(helpSentence)") }
        _ = option.take("", &target)
        continue
      }
      let value = parts.count == 2 ? String(parts[1]) : rest.popFirst()
      if let wish = option.take(value ?? "", &target) {
        throw UsageError(
          value.map {
            "\(option.name) wants \(wish), and '\($0)' is none.\(Suggestion(for: $0, among: option.values).question)"
          }
            ?? "\(option.name) wants \(wish) after it. \(helpSentence)")
      }
    }
  }

  /// The word that calls the command.
  private var calledAs: String { name ?? String(usage.prefix { $0 != " " }) }

  private var helpSentence: String {
    "`swift run course-check \(calledAs) --help` shows what there is."
  }

  /// The command's help.
  var help: String {
    let common = CommonOptions.help.filter { isAboutLessons || !$0.0.hasPrefix("--tree") }
    let left = options.map { $0.name + ($0.hasValue ? " \($0.placeholder)" : "") } + common.map(\.0)
    let right = options.map(\.help) + common.map(\.1)
    return """
      swift run course-check \(usage)

      \(summary)

      \(twoColumns(left, right))

      \(examples.count == 1 ? "example" : "examples")
      \(examples.map { "  swift run course-check" + ($0.isEmpty ? "" : " " + $0) }.joined(separator: "\n"))

      """
  }
}

/// Lines of two columns, the second of which begins at one place: names on the left, what they mean on the right.
func twoColumns(_ left: [String], _ right: [String]) -> String {
  let width = (left.map(\.count).max() ?? 0) + 2
  return zip(left, right).map { "  " + $0 + String(repeating: " ", count: width - $0.count) + $1 }
    .joined(separator: "\n")
}
