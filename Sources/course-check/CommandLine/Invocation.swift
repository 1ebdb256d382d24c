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
