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
