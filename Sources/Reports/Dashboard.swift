import Building
import CourseFiles
import Engine
import Running
import Terminal

/// All lessons at a glance: a bar for each, and the one next step.
package struct Dashboard {
  private let course: Course
  private let checkout: Checkout
  private let style: Style

  /// Creates the view of a course's lessons.
  package init(of course: Course, in checkout: Checkout, _ style: Style) {
    self.course = course
    self.checkout = checkout
    self.style = style
  }

  /// The line of a lesson, to be shown as soon as it is known how that stands.
  package func line(of standing: LessonStanding) -> String {
    ProgressBar(of: standing, in: course, style).text + "\n"
  }

  /// What stands below the lines of all lessons.
  package func conclusion(of standings: [LessonStanding]) -> String {
    let rightCount = standings.map(\.rightExercises.count).reduce(0, +)
    let count = standings.map(\.lesson.exercises.count).reduce(0, +)
    return "  \(rightCount) of \(count) exercises are right\n"
      + standings.map { LessonNotes(on: $0).text(checkout) }.joined() + errors(standings)
      + (standings.lazy.compactMap(next).first ?? praise) + "\n"
  }

  /// What is said when nothing is left to be done.
  private var praise: String {
    guard let part = course.partToBegin(in: checkout) else {
      return checkout.tree == .lessons ? Self.afterAll : "Every check of every lesson passes."
    }
    return "Every check passes: you have finished a whole course. If you like, \(part.title) goes on: \(part.command)"
  }

  /// What is said when every exercise of the course is right.
  package static let afterAll = """
    Every check of every lesson passes: the network is yours from end to end. Well done!
    Train it on a table of your own: swift run course-check train --csv FILE --label COLUMN
    Ask it a question: swift run course-check experiment
    """

  /// What is to be done for a lesson; nil if it is done.
  private func next(_ standing: LessonStanding) -> String? {
    switch standing.result {
    case .failure:
      let number = standing.lesson.number
      return "Next: fix lesson \(number), then run: swift run course-check lesson\(number)"
    case .success(let examination):
      if examination.isPass { return nil }
      return NextStep(examination: examination, lesson: standing.lesson, checkout: checkout, following: nil).text
    }
  }

  /// Why lessons do not compile; what keeps several of them from it is shown once.
  private func errors(_ standings: [LessonStanding]) -> String {
    var shownErrors: [CompilerMessage] = []
    var shownSentences: [String] = []
    var text = ""
    for case .failure(let failure) in standings.map(\.result) {
      let errors = failure.errors.filter { !shownErrors.contains($0) }
      if !failure.errors.isEmpty, errors.isEmpty { continue }
      if shownSentences.contains(failure.sentence) { continue }
      text += style.paint(failure.sentence, .bold) + "\n" + FailedBuildReport.list(errors, checkout)
      shownErrors += errors
      shownSentences.append(failure.sentence)
    }
    return text
  }
}

/// One lesson in a line: its name, how many exercises are right as a bar, and what is to be done.
struct ProgressBar {
  let text: String

  init(of standing: LessonStanding, in course: Course, _ style: Style) {
    let lesson = standing.lesson
    let state = State(of: standing, in: course)
    let rightCount = standing.rightExercises.count
    // A narrow terminal gets short bars and no words.
    let width = style.width ?? .max
    let isNarrow = width < 72
    let cells = isNarrow ? 6 : 15
    // Lesson 10 takes one column more than lesson 9.
    let numberWidth = course.lessons.map { "\($0.number)".count }.max() ?? 0
    let titleWidth = isNarrow ? max(8, min(27, width - 17)) : 26 + numberWidth
    let title = "\(lesson.number)".padding(to: numberWidth) + " " + lesson.title
    let name = title.cut(to: titleWidth, style).padding(to: titleWidth)
    let filled = rightCount * cells / lesson.exercises.count
    let bar =
      style.paint(String(repeating: "█", count: filled), .green)
      + style.paint(String(repeating: "░", count: cells - filled), .faint)
    let count = "\(rightCount)/\(lesson.exercises.count)"
    let start = "  \(state.mark.sign(style)) \(name)  \(bar) "
    if isNarrow {
      text = start + count
    } else {
      let countWidth = course.lessons.map { 2 * "\($0.exercises.count)".count + 1 }.max() ?? 0
      let columns = start + count.padding(to: countWidth) + "  "
      text = columns + state.sentence.cut(to: width - columns.columnCount, style)
    }
  }

  private struct State {
    let mark: Mark
    let sentence: String

    init(of standing: LessonStanding, in course: Course) {
      let examination: Examination
      switch standing.result {
      case .success(let found): examination = found
      case .failure(let failure):
        mark = .fail
        sentence = failure.errors.isEmpty ? "cannot be built: see below" : "does not compile: see below"
        return
      }
      if let failing = examination.verdicts.failures.first?.verdict {
        mark = .fail
        sentence = "\(course.name(of: failing.exercise)) fails"
      } else if examination.isPass {
        mark = .pass
        sentence = "done"
      } else if let open = standing.lesson.exercises.first(where: { standing.verdicts(of: $0).notStarted != nil }) {
        mark = .open
        sentence = "next: \(open.title)"
      } else {
        mark = .open
        sentence = examination.verdicts.reasons.first.map { "waiting: \($0)" } ?? "waiting"
      }
    }
  }
}

extension String {
  /// The text, cut off with an ellipsis if it has more columns.
  fileprivate func cut(to width: Int, _ style: Style) -> String {
    let ellipsis = style.isASCII ? ".." : "…"
    return count > width ? prefix(width - ellipsis.count) + ellipsis : self
  }
}
