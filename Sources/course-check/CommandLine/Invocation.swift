import CourseFiles
import Foundation

/// The command line, understood.
struct Invocation {
  /// What is to be done.
  enum Task {
    case run(any Command)
    case show(String)
  }

  let task: Task
  let options: CommonOptions

  /// Understands the words of a command line.
  ///
  /// - Throws: `UsageError` with a sentence that says what is wrong and what is possible.
  init(_ words: [String], environment: [String: String] = [:]) throws(UsageError) {
    var rest = CoursePart.joining(words)
    var options = try CommonOptions(takenFrom: &rest, environment: environment)
    if rest.first == "help" {
      options.isHelp = true
      rest.removeFirst()
    }
    self.options = options
    let named = rest.first.flatMap(CommandTable.entry)
    if options.isHelp {
      task = .show(named?.type.help ?? HelpText.text)
    } else if let named {
      task = .run(try named.type.command(Array(rest.dropFirst()), options))
    } else {
      task = .run(try CheckCommand.command(rest, options))
    }
  }
}

extension Command {
  /// The command's help.
  static var help: String { syntax.help }
}

/// The options that every command understands, wherever they stand.
struct CommonOptions: Equatable {
  var tree = Checkout.Tree.lessons
  var isASCII = false
  var color = ColorChoice.auto
  /// Whether only the command's help is wanted.
  var isHelp = false

  /// When reports have colours.
  enum ColorChoice: String, CaseIterable {
    /// On a terminal.
    case auto
    case always, never
  }

  init() {}

  /// Takes the common options out of the words of a command line.
  ///
  /// - Throws: `UsageError` for a value that is none.
  init(takenFrom words: inout [String], environment: [String: String] = [:]) throws(UsageError) {
    if let value = environment["COURSE_TREE"] { tree = try Self.tree(value, given: "COURSE_TREE") }
    var others: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).first ?? "" {
      case "--help", "-h": isHelp = true
      case "--ascii": isASCII = true
      case "--tree":
        guard let value = Self.value(in: word, or: &rest) else {
          throw UsageError("--tree needs 'lessons' or 'solutions' after it.")
        }
        tree = try Self.tree(value, given: "--tree")
      case "--color", "--colour":
        guard let choice = Self.value(in: word, or: &rest).flatMap(ColorChoice.init) else {
          throw UsageError("--color needs 'auto', 'always' or 'never' after it.")
        }
        color = choice
      default: others.append(word)
      }
    }
    words = others
  }

  /// What stands behind the equals sign, or else the next word.
  private static func value(in word: String, or rest: inout ArraySlice<String>) -> String? {
    word.firstIndex(of: "=").map { String(word[word.index(after: $0)...]) } ?? rest.popFirst()
  }

  private static func tree(_ value: String, given name: String) throws(UsageError) -> Checkout.Tree {
    guard let tree = Checkout.Tree(rawValue: value) else {
      throw UsageError("\(name) is '\(value)': choose 'lessons' (your work) or 'solutions' (the reference).")
    }
    return tree
  }

  /// How they are written and what they mean, for the help.
  static let help = [
    ("--tree solutions", "use the reference solutions instead of Lessons/"),
    ("--ascii", "plain ASCII output"),
    ("--color WHEN", "auto (on a terminal), always or never"),
  ]

  /// Their names.
  static let names = ["--tree", "--ascii", "--color", "--help"]
}

/// A command line that is not understood.
struct UsageError: Error, Equatable {
  /// What is wrong and what is possible.
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}
