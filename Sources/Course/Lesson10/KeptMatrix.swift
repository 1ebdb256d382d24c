import CourseKit
import Engine

/// What a layer keeps after a forward, from what it kept before and from what would be kept now.
typealias Keeping = @Sendable (_ old: Matrix?, _ new: Matrix, _ isTraining: Bool) -> Matrix?

/// The right way to keep: in training what is new, in an evaluation what is there.
let keepingInTraining: Keeping = { old, new, isTraining in isTraining ? new : old }

/// What a layer still keeps after a backward, from what it kept and from what was returned.
typealias KeptAfterBackward = @Sendable (_ kept: Matrix, _ returned: Matrix) -> Matrix?

extension Slip {
  /// What can be wrong in when a layer keeps something.
  ///
  /// - Parameter property: where it is kept.
  static func keepings(_ point: WritableKeyPath<Choices, Keeping> & Sendable, in property: String) -> [Slip] {
    [
      .at(
        point, "kept in evaluation as well",
        "An evaluation replaces `\(property)`, which belongs to the last training batch: keep it only if isTraining is true."
      ) { _, new, _ in new },
      .at(
        point, "never kept",
        "`\(property)` is still nil after a forward in training: keep it there, in `self.\(property)`, for backward needs it."
      ) { old, _, _ in old },
      .at(
        point, "kept in evaluation only",
        "`\(property)` is kept in an evaluation and not in training: turn the condition round."
      ) { old, new, isTraining in isTraining ? old : new },
      .at(
        point, "cleared by an evaluation",
        "An evaluation sets `\(property)` to nil: with isTraining false leave it as it is, for a backward may still follow."
      ) { _, new, isTraining in isTraining ? new : nil },
      .at(
        point, "first one kept for ever",
        "`\(property)` stays that of the first batch: each forward in training replaces it."
      ) { old, new, isTraining in isTraining ? old ?? new : old },
      .at(
        point, "kept of whatever comes first",
        "`\(property)` stays that of the first call of all, evaluations included: each forward in training replaces it, no other."
      ) { old, new, _ in old ?? new },
    ]
  }

  /// What can be wrong in what a layer keeps after a backward.
  static func afterBackward(
    _ point: WritableKeyPath<Choices, KeptAfterBackward> & Sendable, in property: String
  ) -> [Slip] {
    [
      .at(
        point, "cleared by backward",
        "`\(property)` is nil after backward: leave it there until the next forward in training replaces it."
      ) { _, _ in nil },
      .at(
        point, "replaced by what is returned",
        "backward puts what it returns into `\(property)`: that is for forward alone to set."
      ) { _, returned in returned },
    ]
  }
}

extension Specification {
  /// Returns a check that the function stops where nothing is kept.
  ///
  /// - Parameters:
  ///   - input: arguments with which no forward came before the backward.
  ///   - mistake: what is said if it goes on.
  func checkStop(on input: Input, otherwise mistake: KnownMistake) -> Check {
    Check(function.exercise, .behaviour, "a backward before any forward in training stops") { bench in
      let isStopped = try bench.student.stops(at: function.request(for: input), exercise: function.exercise)
      return isStopped
        ? .passed
        : .failed(Finding(evidence: ["It returned a matrix, and nothing was kept."], diagnosis: mistake.sentence))
    }
  }
}
