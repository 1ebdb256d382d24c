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

  /// Lets a table give a student's answer.
  func answer(in answers: inout Answers, as student: any Student) {
    let specification = specification
    // The table stays on the bench of the one judge who asks this student.
    nonisolated(unsafe) let student = student
    specification.function.answer(in: &answers) { _, input in try specification.call(student, input) }
  }
}

extension Specification: ExerciseContent {
  package var specification: Specification { self }
}
