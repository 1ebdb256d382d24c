import Building
import CourseFiles
import Engine
import Running
import Terminal
import Vocabulary

/// The report on a lesson whose host could not be built: no exercise can be judged, and this says why.
package struct FailedBuildReport {
  let failure: BuildFailure
  let lesson: Lesson
  let exercise: ExerciseID?
  let checkout: Checkout
  let style: Style

  package init(failure: BuildFailure, lesson: Lesson, exercise: ExerciseID?, checkout: Checkout, style: Style) {
    self.failure = failure
    self.lesson = lesson
    self.exercise = exercise
    self.checkout = checkout
    self.style = style
  }

  private static let shownErrors = 8

  package var text: String {
    var text = header(of: lesson, checkout, style)
    // On the screen of a watch, what is wrong comes first.
    let exercises = style.isWatched ? [] : lesson.exercises
    for exercise in exercises where self.exercise == nil || self.exercise == exercise.id {
      let reason = failure.kind == .lesson ? "not checked: see below" : "not checked"
      text += "  \(Mark.open.sign(style)) \(exercise.title)  \(reason)\n"
    }
    text += style.paint(failure.sentence, .bold) + "\n"
    text +=
      Self.list(failure.errors, checkout) + LessonFiles.remark(on: LessonFiles(checkout).strayFiles(of: lesson.outline))
    if failure.kind == .lesson {
      text += style.isWatched ? "Next: mend it and save.\n" : "When it is mended, run the same command again.\n"
    }
    return text
  }

  /// The compiler's errors with their lines.
  package static func list(_ errors: [CompilerMessage], _ checkout: Checkout) -> String {
    var text = ""
    for error in errors.prefix(shownErrors) {
      text += error.lines(in: checkout)
      if let advice = CompilerAdvice(on: error.message).sentence, !text.contains(advice) { text += "    \(advice)\n" }
    }
    if errors.count > shownErrors {
      text += "  and \(errors.count - shownErrors) more, often from the same cause.\n"
    }
    return text
  }
}
