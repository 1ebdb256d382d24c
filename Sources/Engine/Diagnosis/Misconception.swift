import Wire

/// A wrong version of a function that students really write, as the judge computes it.
///
/// `Input` is the tuple of the function's arguments.
package struct Misconception<Input: Sendable, Result>: Sendable {
  /// A short name for tests and for teachers.
  package let name: String
  /// What the student reads.
  package let sentence: String
  /// What the wrong version returns; nil where it cannot be computed (its shapes would not fit).
  package let wrong: @Sendable (Answers, Input) throws -> Result?

  package init<each Argument>(
    _ name: String, _ sentence: String,
    wrong: @escaping @Sendable (Answers, repeat each Argument) throws -> Result?
  ) where Input == (repeat each Argument) {
    self.name = name
    self.sentence = sentence
    self.wrong = { answers, input in try wrong(answers, repeat each input) }
  }
}
