/// A named deviation of the right answer at one of its choice points.
///
/// The choice points of an exercise are the properties of its `Choices`, each of which holds what is right. A slip puts
/// something else there. At most one slip of a choice point is on; slips of different points can be on together, but for
/// those that stand alone.
package struct Slip<Choices: Sendable>: Sendable {
  package let mistake: KnownMistake
  let point: PartialKeyPath<Choices> & Sendable
  let standsAlone: Bool
  let make: @Sendable (inout Choices) -> Void

  /// Returns the slip that puts `choice` in the place of what is right.
  ///
  /// - Parameters:
  ///   - point: the choice point.
  ///   - name: a short name for tests and for teachers.
  ///   - sentence: what the student reads: what is wrong, then what to do.
  ///   - choice: what a student does there.
  package static func at<Choice: Sendable>(
    _ point: WritableKeyPath<Choices, Choice> & Sendable, _ name: String, _ sentence: String, _ choice: Choice
  ) -> Slip {
    Slip(mistake: KnownMistake(name, sentence), point: point, standsAlone: false) { $0[keyPath: point] = choice }
  }

  /// Returns the slip that puts `choice` in the place of what is right, and that is never on beside another: there it
  /// would be one more way to say what others say, or, if its answer is always the same, explain whatever it stands
  /// beside.
  package static func alone<Choice: Sendable>(
    _ point: WritableKeyPath<Choices, Choice> & Sendable, _ name: String, _ sentence: String, _ choice: Choice
  ) -> Slip {
    Slip(mistake: KnownMistake(name, sentence), point: point, standsAlone: true) { $0[keyPath: point] = choice }
  }
}

/// Thrown by an answer with slips where the student's program would stop: two shapes that do not fit, an index that does
/// not exist.
package struct PredictedStop: Error {
  package init() {}
}
