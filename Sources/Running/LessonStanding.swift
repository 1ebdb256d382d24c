import Building
import Engine

/// How a lesson stands: what was found out about it, or why nothing could be, and what is to be known beside that.
package struct LessonStanding {
  /// The lesson.
  package let lesson: Lesson
  /// What each check says; why the lesson could not be built otherwise.
  package let result: Result<Examination, BuildFailure>
  /// What the lesson's code printed; nil if it did not.
  package var prints: PrintedText?
  /// What the compiler warns of in the lesson's own file; nothing if it was not built now.
  package var warnings: [CompilerMessage] = []
  /// Swift files beside the lesson's own, which no build looks at.
  package var strayFiles: [String] = []

  /// Creates the standing of a lesson.
  package init(
    lesson: Lesson, result: Result<Examination, BuildFailure>, prints: PrintedText? = nil,
    warnings: [CompilerMessage] = [], strayFiles: [String] = []
  ) {
    self.lesson = lesson
    self.result = result
    self.prints = prints
    self.warnings = warnings
    self.strayFiles = strayFiles
  }

  /// What was found out; nil if the lesson could not be built.
  package var examination: Examination? { try? result.get() }

  /// The checks of an exercise; none if the lesson could not be built.
  package func verdicts(of exercise: Exercise) -> [Verdict] {
    examination?.verdicts(of: exercise.id) ?? []
  }

  /// Whether every check of an exercise passes.
  package func isRight(_ exercise: Exercise) -> Bool { examination?.isRight(exercise.id) ?? false }

  /// The exercises that are right.
  package var rightExercises: [Exercise] { lesson.exercises.filter(isRight) }
}
