import Judge
import Testing

/// A wrong version that is none of the judge's misconceptions: the report must name no false cause.
struct UnknownMistake: Sendable {
  /// The exercise's number, for example `4.3`.
  let exercise: String
  /// What is wrong in a few words.
  let title: String
  /// What the report must say about the numbers.
  let evidence: String
  /// The names of the exercise's misconceptions whose sentences are literally true of this code, too.
  let trueNames: [String]
  /// The lines that stand in place of the solution's body, indented as in the file.
  let body: String

  init(_ exercise: String, _ title: String, evidence: String, true trueNames: [String] = [], _ body: String) {
    self.exercise = exercise
    self.title = title
    self.evidence = evidence
    self.trueNames = trueNames
    self.body = body
  }
}

extension UnknownMistake: CustomTestStringConvertible {
  var testDescription: String { "\(exercise) \(title)" }
}
