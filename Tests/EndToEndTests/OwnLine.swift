import Foundation
import Testing

/// Has the tests of a suite run beside all other ones, one of its own after the other.
///
/// What they do is mostly to wait for programs. As all tests share a thread for each processor, they would otherwise keep one from
/// working, and stand in line behind hundreds of tests that work.
struct OwnLine: SuiteTrait, TestScoping {
  private let executor = QueueExecutor()

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(executor) { try await function() }
  }
}

extension Trait where Self == OwnLine {
  /// The tests of this suite run beside all other ones.
  static var ownLine: Self { OwnLine() }
}

/// Runs tasks on a queue of its own.
private final class QueueExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "tests that wait for programs")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
