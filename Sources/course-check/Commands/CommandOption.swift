/// An option of a command: how it is written, what it means, and where its value goes.
struct CommandOption<Target> {
  /// The option's name, for example `--noise`.
  let name: String
  /// What stands for its value in the help.
  let placeholder: String
  /// What it does, in a line.
  let help: String
  /// Puts a value into the target; otherwise says what the option wants.
  let take: (String, inout Target) -> String?

  /// An option whose value is a number.
  ///
  /// - Parameter wish: what number it may be, as in `a number from 0 up`.
  static func number(
    _ name: String, _ help: String, _ place: WritableKeyPath<Target, Double?>, _ wish: String,
    where isPossible: @escaping (Double) -> Bool
  ) -> CommandOption {
    CommandOption(name: name, placeholder: "X", help: help) { text, target in
      guard let number = Double(text), number.isFinite, isPossible(number) else { return wish }
      target[keyPath: place] = number
      return nil
    }
  }

  /// An option whose value is a whole number.
  static func count(
    _ name: String, _ help: String, _ place: WritableKeyPath<Target, Int?>, _ range: ClosedRange<Int>
  ) -> CommandOption {
    CommandOption(name: name, placeholder: "N", help: help) { text, target in
      guard let number = Int(text), range.contains(number) else {
        return "a whole number from \(range.lowerBound) to \(range.upperBound)"
      }
      target[keyPath: place] = number
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

/// A command's words: which options it has, and how its help reads.
struct CommandSyntax<Target> {
  /// How it is called, for example `train [options]`.
  let usage: String
  /// What it does, in sentences.
  let summary: String
  /// Command lines to try.
  let examples: [String]
  let options: [CommandOption<Target>]
  /// What to do with a word that is no option; nil if there may be none.
  var word: ((String, inout Target) throws(UsageError) -> Void)?

  /// Puts the values of the options into a target; what every command understands is taken out before.
  func read(_ words: [String], into target: inout Target) throws(UsageError) {
    var rest = words[...]
    while let next = rest.popFirst() {
      guard next.hasPrefix("-"), next != "-" else {
        guard let word else {
          throw UsageError("'\(next)' is no option of `\(usage)`. \(helpSentence)")
        }
        try word(next, &target)
        continue
      }
      let parts = next.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = options.first(where: { $0.name == parts[0] }) else {
        throw UsageError("There is no option '\(parts[0])' of `\(usage)`. \(helpSentence)")
      }
      let value = parts.count == 2 ? String(parts[1]) : rest.popFirst()
      if let wish = option.take(value ?? "", &target) {
        throw UsageError(
          value.map { "\(option.name) wants \(wish), and '\($0)' is none." }
            ?? "\(option.name) wants \(wish) after it. \(helpSentence)")
      }
    }
  }

  private var helpSentence: String {
    "`swift run course-check \(usage.split(separator: " ")[0]) --help` shows what there is."
  }

  /// The command's help.
  var help: String {
    let left = options.map { "\($0.name) \($0.placeholder)" } + ["--tree solutions", "--ascii"]
    let right = options.map(\.help) + ["use the reference solutions instead of Lessons/", "plain ASCII output"]
    return """
      swift run course-check \(usage)

      \(summary)

      \(twoColumns(left, right))

      \(examples.count == 1 ? "example" : "examples")
      \(examples.map { "  swift run course-check " + $0 }.joined(separator: "\n"))

      """
  }
}

/// Lines of two columns, the second of which begins at one place: names on the left, what they mean on the right.
func twoColumns(_ left: [String], _ right: [String]) -> String {
  let width = (left.map(\.count).max() ?? 0) + 2
  return zip(left, right).map { "  " + $0 + String(repeating: " ", count: width - $0.count) + $1 }
    .joined(separator: "\n")
}
