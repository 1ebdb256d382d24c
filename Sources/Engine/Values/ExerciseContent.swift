import Wire

/// What a course does with an exercise, of whatever types its arguments and its result are.
package protocol ExerciseContent: Sendable {
  associatedtype Input: Sendable
  associatedtype Result: Inspectable & Transferable

  var specification: Specification<Input, Result> { get }
}

extension ExerciseContent {
  /// Lets a table give the right answer.
  func answerRightly(in answers: inout Answers) {
    specification.function.answer(in: &answers, with: specification.right)
  }

  /// Lets a table give a student's answer, if something can be built on it.
  func answer(in answers: inout Answers, as student: any Student) {
    let specification = specification
    // The table stays on the bench of the one judge who asks this student.
    nonisolated(unsafe) let student = student
    specification.function.answer(in: &answers) { answers, input in
      let yours = try specification.call(student, input)
      let isUsable = try specification.accepts(yours, for: input) { try specification.right(answers, input) }
      guard isUsable else { throw UnusablePart() }
      return yours
    }
  }
}

extension Specification: ExerciseContent {
  package var specification: Specification { self }

  /// Whether something can be built on a result.
  func accepts(_ yours: Result, for input: Input, insteadOf right: () throws -> Result) throws -> Bool {
    try isUsable(input, yours, right)
  }
}

/// A part of the student's on whose result nothing can be built: it has another shape, or NaN or infinity in place of
/// numbers, of which each right way to go on makes something else.
package struct UnusablePart: Error {}
