import CourseKit
import Engine
import Vocabulary
import Wire

/// What stops a right function: the operations of a matrix stop if shapes do not fit.
package struct Obstacles: Sendable {
  /// Whether the function of an exercise can do anything with its arguments.
  let takes: @Sendable (_ input: Any, _ exercise: ExerciseID) -> Bool
  /// Whether a function can do anything with what a part of it has returned.
  let uses: @Sendable (_ result: Any, _ input: Any) -> Bool

  package init(
    takes: @escaping @Sendable (_ input: Any, _ exercise: ExerciseID) -> Bool = { _, _ in true },
    uses: @escaping @Sendable (_ result: Any, _ input: Any) -> Bool = { _, _ in true }
  ) {
    self.takes = takes
    self.uses = uses
  }

  /// The fixture's: each of its functions gives as many columns as it takes, and one row or as many as it takes.
  static let fixture = Obstacles(uses: { result, input in
    guard let result = result as? Matrix, let x = input as? Matrix else { return true }
    return result.columns == x.columns && [1, x.rows].contains(result.rows)
  })
}

extension TestStudent {
  /// A student of the fixture who has everything right.
  package static func fixture() -> TestStudent { right(in: .fixture, stoppedBy: .fixture) }

  /// A student who has everything right.
  ///
  /// Larger exercises call the student's own parts, as in the lessons: a part that is replaced by a wrong one spoils
  /// what is built on it.
  package static func right(in course: Course, stoppedBy obstacles: Obstacles) -> TestStudent {
    let student = TestStudent(of: course, stoppedBy: obstacles)
    for exercise in course.exercises { student.answerRightly(exercise.content) }
    student.isRight()
    return student
  }

  private func answerRightly(_ content: some ExerciseContent) {
    let specification = content.specification
    let exercise = specification.function.exercise
    let (ownAnswers, course, takes) = (ownAnswers(inside: exercise), course, obstacles.takes)
    answer(specification.function) { input in
      guard takes(input, exercise) else { throw CallFailure.shapesDoNotFit(in: exercise, of: course) }
      return try specification.right(ownAnswers, input)
    }
  }

  /// The student's own functions as the parts of a larger one.
  ///
  /// - Parameter owner: the exercise that is put together.
  package func ownAnswers(inside owner: ExerciseID) -> Answers {
    var answers = Answers()
    for exercise in course.exercises { answer(exercise.content, in: &answers, owner) }
    return answers
  }

  private func answer(_ content: some ExerciseContent, in answers: inout Answers, _ owner: ExerciseID) {
    let function = content.specification.function
    nonisolated(unsafe) unowned let student = self
    function.answer(in: &answers) { _, input in
      let result = try student.call(function, input)
      guard student.obstacles.uses(result, input) else {
        throw CallFailure.shapesDoNotFit(in: owner, of: student.course)
      }
      return result
    }
  }
}

extension CallFailure {
  /// What the operations of `Matrix` do to a function in which shapes do not fit: each exercise has one such line.
  package static func shapesDoNotFit(in exercise: ExerciseID, of course: Course) -> CallFailure {
    let file = course.lesson(of: exercise)?.file ?? "?"
    return CallFailure(
      .fault, "Shapes do not fit", at: SourceLocation(file: "Lessons/\(file)", line: exercise.number))
  }
}
