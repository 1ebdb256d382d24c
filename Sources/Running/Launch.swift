import Foundation
import Processes
import Wire

/// How a program that runs a student's code is launched.
package struct Launch: Sendable {
  /// What it may take.
  package var limits: ProcessLimits
  /// The variables that it sees.
  package var environment: [String: String]
  /// A program that launches it in turn, with its words, as one that shuts it in; empty for none.
  package var wrapper: [String]

  /// Creates a way to launch; by itself that of a check.
  package init(
    limits: ProcessLimits = .check, environment: [String: String] = CrashReport.environment, wrapper: [String] = []
  ) {
    self.limits = limits
    self.environment = environment
    self.wrapper = wrapper
  }

  /// That of the Lab: a training may take what it needs.
  package static var lab: Launch { Launch(limits: ProcessLimits()) }

  /// Starts a program, which keeps itself: the student's code runs in a process below.
  ///
  /// - Throws: `LaunchError` if it cannot be started.
  package func start(_ executable: String, _ arguments: [String] = []) throws -> ChildProcess {
    let words = wrapper + [executable] + Keeper.words(for: arguments, limits: limits)
    return try ChildProcess(words[0], Array(words.dropFirst()), environment: environment)
  }
}
