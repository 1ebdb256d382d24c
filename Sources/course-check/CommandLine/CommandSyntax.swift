import Tables
import Terminal
import Training
import Vocabulary

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
          throw UsageError("`\(calledAs)` does not know what to do with '\(next)'. \(helpSentence)")
        }
        try word(next, &target)
        continue
      }
      let parts = next.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = options.first(where: { $0.name == parts[0] }) else {
        let names = options.map(\.name) + CommonOptions.names
        let question = Suggestion(for: String(parts[0]), among: names).question
        throw UsageError("`\(calledAs)` has no option '\(parts[0])'.\(question) \(helpSentence)")
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
            "\(option.name) needs \(wish), but got '\($0)'.\(Suggestion(for: $0, among: option.values).question)"
          }
            ?? "\(option.name) needs a value after it: \(wish). \(helpSentence)")
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

/// An option of a command: how it is written, what it means, and where its value goes.
struct CommandOption<Target> {
  /// The option's name, for example `--noise`.
  let name: String
  /// What stands for its value in the help.
  let placeholder: String
  /// What it does, in a line.
  let help: String
  /// Whether a value follows; otherwise the option's presence says all.
  var hasValue = true
  /// The values there are; empty if they cannot be counted.
  var values: [String] = []
  /// Puts a value into the target; otherwise says what the option wants.
  let take: (String, inout Target) -> String?

  /// An option without a value.
  static func flag(_ name: String, _ help: String, _ place: WritableKeyPath<Target, Bool>) -> CommandOption {
    CommandOption(name: name, placeholder: "", help: help, hasValue: false) { _, target in
      target[keyPath: place] = true
      return nil
    }
  }

  /// An option whose value is one of a few words.
  static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ placeholder: String, _ help: String, _ place: WritableKeyPath<Target, Choice?>
  ) -> CommandOption {
    let words = Choice.allCases.map(\.rawValue)
    return CommandOption(name: name, placeholder: placeholder, help: help, values: words) { text, target in
      guard let choice = Choice(rawValue: text) else {
        return words.alternatives
      }
      target[keyPath: place] = choice
      return nil
    }
  }

  /// An option whose value is a number of a range.
  static func number(
    _ name: String, _ help: String, _ range: NumberRange, put: @escaping (Double, inout Target) -> Void
  ) -> CommandOption {
    CommandOption(name: name, placeholder: range.isWhole ? "N" : "X", help: help) { text, target in
      guard let number = range.isWhole ? Int(text).map(Double.init) : DecimalText.number(text.utf8),
        range.contains(number)
      else {
        return "\(range)"
      }
      put(number, &target)
      return nil
    }
  }

  /// The option `--separator`.
  static func separator(_ place: WritableKeyPath<Target, Separator?>) -> CommandOption {
    CommandOption(
      name: "--separator", placeholder: "NAME", help: "\(Separator.names.alternatives); otherwise what fits the table",
      values: Separator.names
    ) { text, target in
      guard let separator = Separator(text) else { return "\(Separator.names.alternatives), or the character itself" }
      target[keyPath: place] = separator
      return nil
    }
  }

  /// The option `--decimal`.
  static func decimalMark(_ place: WritableKeyPath<Target, DecimalMark?>) -> CommandOption {
    let names = DecimalMark.allCases.map(\.rawValue)
    return CommandOption(
      name: "--decimal", placeholder: "NAME",
      help: "\(names.alternatives) before fractions; otherwise what the table has",
      values: names
    ) { text, target in
      guard let mark = DecimalMark(text) else { return names.alternatives }
      target[keyPath: place] = mark
      return nil
    }
  }

  /// The option `--seed`.
  static func seed(_ place: WritableKeyPath<Target, UInt64>) -> CommandOption {
    CommandOption(name: "--seed", placeholder: "N", help: "decides data, weights and batches; otherwise 1") {
      text, target in
      guard let seed = UInt64(text) else { return "a whole number from 0 up" }
      target[keyPath: place] = seed
      return nil
    }
  }

  /// An option whose value is a lesson.
  static func lesson(
    _ name: String, _ placeholder: String, _ help: String, _ place: WritableKeyPath<Target, CoursePart?>
  ) -> CommandOption {
    CommandOption(name: name, placeholder: placeholder, help: help) { text, target in
      guard let part = CoursePart(text), part.exercise == nil else {
        return "a lesson, for example \(Example.lesson.lessonNumber)"
      }
      target[keyPath: place] = part
      return nil
    }
  }

  /// An option whose value is taken as it is.
  static func text(
    _ name: String, _ placeholder: String, _ help: String, _ place: WritableKeyPath<Target, String?>
  ) -> CommandOption {
    CommandOption(name: name, placeholder: placeholder, help: help) { text, target in
      // What looks like the next option is one: its own name was forgotten before it.
      guard !text.isEmpty, !text.hasPrefix("--") else { return "a name" }
      target[keyPath: place] = text
      return nil
    }
  }
}

/// A command: its words, which the properties hold, and what it does.
protocol Command: SendableMetatype {
  /// Creates the command as it is without any words.
  init()
  /// Which words it understands, and its help.
  static var syntax: CommandSyntax<Self> { get }
  /// Looks whether the words go together.
  ///
  /// - Throws: `UsageError` with a sentence that says what is wrong and what is possible.
  func validate(with options: CommonOptions) throws(UsageError)
  /// Does the work and returns what the exit status shall say.
  func run(in workspace: Workspace) -> ExitCode
}

extension Command {
  func validate(with options: CommonOptions) throws(UsageError) {}

  /// The command that the words ask for; the common options have been taken out.
  static func command(_ words: [String], _ options: CommonOptions) throws(UsageError) -> any Command {
    var command = Self()
    try syntax.read(words, into: &command)
    try command.validate(with: options)
    return command
  }
}

extension [String] {
  /// The words as a choice: `relu, tanh or sigmoid`.
  var alternatives: String { dropLast().joined(separator: ", ") + " or " + (last ?? "") }
}
