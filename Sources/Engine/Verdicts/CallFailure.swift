import Vocabulary

/// Why a call of the student's function brought no result.
public struct CallFailure: Error, Sendable, Equatable {
  /// The ways in which a call can fail.
  public enum Kind: Sendable, Equatable {
    /// The code stopped at the TODO of this exercise.
    case notStarted(exercise: ExerciseID)
    /// The code stopped the process, ran on without end or answered with what is no value.
    case fault
    /// The same function did so before; it was not called again.
    case repeatedFault
    /// There is no host to call: the lesson is missing or does not compile.
    case unavailable
  }

  /// How the call failed.
  public let kind: Kind
  /// What happened, in a sentence for the student.
  public let sentence: String
  /// Where in the lesson it happened, if that is known.
  public let location: SourceLocation?
  /// The line of the function itself, if it happened in another function which that line called.
  public let caller: SourceLocation?

  /// Creates a failure.
  public init(
    _ kind: Kind, _ sentence: String, at location: SourceLocation? = nil, calledFrom caller: SourceLocation? = nil
  ) {
    self.kind = kind
    self.sentence = sentence
    self.location = location
    self.caller = caller
  }
}
