import Vocabulary

/// One property of one exercise that the judge establishes.
package struct Check: Sendable {
  package let exercise: ExerciseID
  package let kind: CheckKind
  package let summary: String
  /// The arguments that it asks for, where what is said of a mistake must hold on them, too.
  package let inputs: (@Sendable () -> [any Sendable])?
  package let outcome: @Sendable (Bench) throws -> Outcome

  package init(
    _ exercise: ExerciseID, _ kind: CheckKind, _ summary: String, inputs: (@Sendable () -> [any Sendable])? = nil,
    outcome: @escaping @Sendable (Bench) throws -> Outcome
  ) {
    self.exercise = exercise
    self.kind = kind
    self.summary = summary
    self.inputs = inputs
    self.outcome = outcome
  }
}

/// Thrown by a check that cannot say more until something else is fixed.
package struct Waiting: Error {
  /// What it waits for.
  package let reason: String

  package init(_ reason: String) { self.reason = reason }

  /// What is looked at here has no meaning before an earlier check of the same exercise passes.
  package static let forTheChecksAbove = Waiting("the checks above must pass first")
}
