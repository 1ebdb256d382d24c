import Engine
import Testing

@testable import course_check

/// Lets the command speak of another course while a test runs.
struct TaughtCourse: TestTrait, SuiteTrait, TestScoping {
  let course: Course

  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await Course.$taught.withValue(course) { try await function() }
  }
}

extension Trait where Self == TaughtCourse {
  /// The course of which the command speaks in these tests.
  static func taught(_ course: Course) -> TaughtCourse { TaughtCourse(course: course) }
}
