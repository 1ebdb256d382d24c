import Building
import CourseFiles
import Foundation
import Processes
import Terminal

/// The command line of the course.
@main
enum CourseCheck {
  static func main() {
    Interruption.watch { Message.write("\ncourse-check was interrupted. Nothing of yours was changed.\n") }
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

/// What the command's exit status means, from good to bad.
enum ExitCode: Int32, Comparable {
  case allPass = 0
  case someFail = 1
  case wrongUsage = 2
  case doesNotCompile = 3
  case kitFailed = 4

  static func < (left: ExitCode, right: ExitCode) -> Bool { left.rawValue < right.rawValue }
}

extension Refusal {
  /// What the exit status says of it.
  var exitCode: ExitCode { isFaultOfKit ? .kitFailed : .someFail }
}

extension BuildFailure {
  /// What the exit status says of it.
  var exitCode: ExitCode { kind == .lesson ? .doesNotCompile : .kitFailed }
}
