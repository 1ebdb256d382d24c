import Foundation

/// The command line of the course.
@main
enum CourseCheck {
  static func main() {
    Interruption.watch()
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func run(_ words: [String]) -> ExitCode {
    do throws(UsageError) {
      let invocation = try Invocation(words, environment: ProcessInfo.processInfo.environment)
      switch invocation.task {
      case .show(let text):
        Style(invocation.options).write(text)
        return .allPass
      case .run(let command):
        return command.run(in: try Workspace(invocation.options))
      }
    } catch {
      Message.write(error.sentence + "\n")
      return .wrongUsage
    }
  }
}
