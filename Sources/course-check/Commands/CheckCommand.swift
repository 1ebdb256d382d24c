import Foundation
import Judge

/// Checks one lesson, one exercise or the whole course, and reports.
struct CheckCommand {
  let arguments: Arguments
  let checkout: Checkout
  /// The folder in which `swift run` put course-check itself.
  let products: URL
  let style: Style

  func run() -> ExitCode {
    let builder = Builder(checkout, products: products)
    let lock = CheckLock(in: builder.scratch)
    let student = StudentCode(checkout) { builder.build(.host(of: $0)) }
    var examiner = Examiner(of: student, isIsolated: checkout.isolatedLesson != nil)
    defer {
      student.close()
      lock.release()
    }
    guard let number = arguments.lesson else { return all(student, &examiner) }
    let lesson = Course.lessons[number - 1]
    if case .failure(let failure) = student.prepare(lesson) { return report(failure, of: lesson) }
    let examination = examiner.examine(lesson, exercise: arguments.exercise)
    student.close()
    style.write(LessonReport(examination, checkout, style).detailed)
    writeNotes(on: lesson, student)
    style.write(
      NextStep(examination: examination, checkout: checkout, isOneExercise: arguments.exercise != nil).text + "\n")
    return examination.isPass ? .allPass : .someFail
  }

  /// Every lesson in brief, and the next step for the first that is not done.
  private func all(_ student: StudentCode, _ examiner: inout Examiner) -> ExitCode {
    var worst = ExitCode.allPass
    var next: String?
    var shownErrors: [CompilerError] = []
    for lesson in Course.lessons {
      if case .failure(var failure) = student.prepare(lesson) {
        // What keeps one lesson from compiling may keep others, too: it is shown once.
        failure.errors.removeAll { shownErrors.contains($0) }
        shownErrors += failure.errors
        worst = max(worst, report(failure, of: lesson))
        next = next ?? "Next: mend lesson \(lesson.number), then run: swift run course-check lesson\(lesson.number)"
        continue
      }
      let examination = examiner.examine(lesson)
      student.close()
      style.write(LessonReport(examination, checkout, style).brief)
      writeNotes(on: lesson, student)
      if !examination.isPass {
        worst = max(worst, .someFail)
        next = next ?? NextStep(examination: examination, checkout: checkout).text
      }
    }
    style.write((next ?? "Every check of every lesson passes.") + "\n")
    return worst
  }

  private func report(_ failure: BuildFailure, of lesson: Lesson) -> ExitCode {
    let report = FailedBuildReport(
      failure: failure, lesson: lesson, exercise: arguments.exercise, checkout: checkout, style: style)
    style.write(report.text)
    return failure.kind == .lesson ? .doesNotCompile : .kitFailed
  }

  /// What the code printed, and files that no build looks at.
  private func writeNotes(on lesson: Lesson, _ student: StudentCode) {
    if let prints = student.prints[lesson.number] { style.write(prints.report) }
    for file in LessonFiles(checkout).strayFiles(of: lesson) {
      style.write("  \(file) is not part of the lesson: a lesson is one file, so move its code there.\n")
    }
  }
}
