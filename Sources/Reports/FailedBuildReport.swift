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
  let strayFiles: [String]
  let checkout: Checkout
  let style: Style

  /// Creates the report.
  ///
  /// - Parameters:
  ///   - failure: why there is no host.
  ///   - standing: the lesson, and the files beside it that no build looks at.
  ///   - exercise: the one exercise that was asked about; nil for all.
  ///   - checkout: where the lesson lies.
  ///   - style: how it looks.
  package init(
    _ failure: BuildFailure, of standing: LessonStanding, exercise: ExerciseID? = nil, _ checkout: Checkout,
    _ style: Style
  ) {
    self.failure = failure
    lesson = standing.lesson
    strayFiles = standing.strayFiles
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
    return text + Self.reason(failure, checkout, style) + LessonFiles.remark(on: strayFiles) + Self.way(failure, style)
  }

  /// Why a program could not be built, where it is not about one lesson, and what to do then.
  package static func text(on failure: BuildFailure, _ checkout: Checkout, _ style: Style) -> String {
    reason(failure, checkout, style) + way(failure, style)
  }

  private static func reason(_ failure: BuildFailure, _ checkout: Checkout, _ style: Style) -> String {
    style.paint(failure.sentence, .bold) + "\n" + list(failure.errors, checkout)
  }

  /// What to do when it is fixed; nothing if the student cannot fix it.
  private static func way(_ failure: BuildFailure, _ style: Style) -> String {
    guard failure.kind == .lesson else { return "" }
    return style.isWatched ? "Next: fix it and save.\n" : "When it is fixed, run the same command again.\n"
  }

  /// The compiler's errors with their lines.
  package static func list(_ errors: [CompilerMessage], _ checkout: Checkout) -> String {
    var text = ""
    let advice = CompilerAdvice()
    for error in errors.prefix(shownErrors) {
      text += error.lines(in: checkout)
      // What follows from the same mistake has the same note.
      if let note = advice.note(on: error, in: checkout), !text.contains(note) { text += "    \(note)\n" }
    }
    if errors.count > shownErrors {
      text += "  and \(errors.count - shownErrors) more, often from the same cause.\n"
    }
    return text
  }
}
