import LabKit

/// A command that the Lab does.
protocol LabCommand: Command {
  /// What the words ask the Lab to do.
  ///
  /// - Throws: `UsageError` if they do not go together.
  var work: LabRequest.Command { get throws(UsageError) }
}

extension LabCommand {
  func validate(with options: CommonOptions) throws(UsageError) { _ = try work }

  func run(in workspace: Workspace) -> ExitCode {
    guard let work = try? work else { return .wrongUsage }
    return LabWork(work, in: workspace).run()
  }
}
