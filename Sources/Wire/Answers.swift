import Vocabulary

/// Answers to lesson functions: the right ones, a student's, or a mixture.
///
/// What an answer asks on its way is asked of the same table, so that an exercise can be computed from the right parts
/// or from a student's.
public struct Answers: Sendable {
  private var table: [ExerciseID: any Sendable] = [:]

  private struct Entry<Result, each Argument>: Sendable {
    let body: @Sendable (Answers, repeat each Argument) throws -> Result
  }

  /// Creates a table that answers nothing.
  public init() {}

  /// The exercises that have an answer.
  public var exercises: Set<ExerciseID> { Set(table.keys) }

  /// Answers calls of `function` with `body`, which is given the table that was asked.
  public mutating func answer<Result, each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>,
    with body: @escaping @Sendable (Answers, repeat each Argument) throws -> Result
  ) {
    table[function.exercise] = Entry<Result, repeat each Argument>(body: body)
  }

  /// Returns the answer to a call of `function`.
  ///
  /// - Throws: `NoAnswer` if the table has none, and whatever the answer throws.
  public func callAsFunction<Result, each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>, _ argument: repeat each Argument
  ) throws -> Result {
    guard let entry = table[function.exercise] as? Entry<Result, repeat each Argument> else {
      throw NoAnswer(exercise: function.exercise)
    }
    return try entry.body(self, repeat each argument)
  }

  /// Returns the same table with the answers of some exercises from another one.
  public func replacing(_ exercises: Set<ExerciseID>, from other: Answers) -> Answers {
    var mixture = self
    for exercise in exercises { mixture.table[exercise] = other.table[exercise] }
    return mixture
  }
}

/// A call of a function to which a table has no answer.
public struct NoAnswer: Error, Equatable {
  /// The function's exercise.
  public let exercise: ExerciseID
}
