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
    _ name: String, _ placeholder: String, _ help: String, _ place: WritableKeyPath<Target, Choice>
  ) -> CommandOption {
    let words = Choice.allCases.map(\.rawValue)
    return CommandOption(name: name, placeholder: placeholder, help: help, values: words) { text, target in
      guard let choice = Choice(rawValue: text) else {
        return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
      }
      target[keyPath: place] = choice
      return nil
    }
  }

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
