import Engine

/// All lessons at a glance: a bar for each, and the one next step.
struct Dashboard {
  private let examinations: Examinations
  private let style: Style

  init(_ examinations: Examinations, style: Style) {
    self.examinations = examinations
    self.style = style
  }

  func run() -> ExitCode {
    var worst = ExitCode.allPass
    var next: String?
    var failures: [(lesson: Lesson, failure: BuildFailure)] = []
    var rightCount = 0
    for lesson in Course.taught.lessons {
      let result = examinations.current(lesson)
      let bar = ProgressBar(of: lesson, result, style)
      style.write(bar.text + "\n")
      rightCount += bar.rightCount
      switch result {
      case .failure(let failure):
        worst = max(worst, failure.exitCode)
        failures.append((lesson, failure))
        next = next ?? "Next: mend lesson \(lesson.number), then run: swift run course-check lesson\(lesson.number)"
      case .success(let examination) where !examination.isPass:
        worst = max(worst, .someFail)
        next = next ?? NextStep(examination: examination, checkout: examinations.checkout).text
      case .success: break
      }
    }
    let count = Course.taught.lessons.map(\.exercises.count).reduce(0, +)
    style.write("  \(rightCount) of \(count) exercises are right\n")
    style.write(Course.taught.lessons.map(examinations.notes).joined())
    style.write(errors(failures))
    style.write((next ?? "Every check of every lesson passes.") + "\n")
    return worst
  }

  /// Why lessons do not compile; what keeps several of them from it is shown once.
  private func errors(_ failures: [(lesson: Lesson, failure: BuildFailure)]) -> String {
    var shownErrors: [CompilerMessage] = []
    var shownSentences: [String] = []
    var text = ""
    for (_, failure) in failures {
      let errors = failure.errors.filter { !shownErrors.contains($0) }
      if !failure.errors.isEmpty, errors.isEmpty { continue }
      if shownSentences.contains(failure.sentence) { continue }
      text += style.paint(failure.sentence, .bold) + "\n" + FailedBuildReport.list(errors, examinations.checkout)
      shownErrors += errors
      shownSentences.append(failure.sentence)
    }
    return text
  }
}

/// One lesson in a line: its name, how many exercises are right as a bar, and what is to be done.
struct ProgressBar {
  let text: String
  /// How many exercises are right.
  let rightCount: Int

  init(of lesson: Lesson, _ result: Result<Examination, BuildFailure>, _ style: Style) {
    let state = State(of: lesson, result)
    // A narrow terminal gets short bars and no words.
    let width = style.width ?? .max
    let isNarrow = width < 72
    let cells = isNarrow ? 6 : 15
    let titleWidth = isNarrow ? max(8, min(27, width - 17)) : 27
    // Lesson 10 takes one column more than lesson 9.
    let numberWidth = Course.taught.lessons.map { "\($0.number)".count }.max() ?? 0
    let title = "\(lesson.number)".padding(to: numberWidth) + " " + lesson.title
    let name = title.cut(to: titleWidth, style).padding(to: titleWidth)
    let filled = state.rightCount * cells / lesson.exercises.count
    let bar =
      style.paint(String(repeating: "█", count: filled), .green)
      + style.paint(String(repeating: "░", count: cells - filled), .faint)
    let count = "\(state.rightCount)/\(lesson.exercises.count)"
    let start = "  \(state.mark.sign(style)) \(name)  \(bar) "
    if isNarrow {
      text = start + count
    } else {
      let countWidth = Course.taught.lessons.map { 2 * "\($0.exercises.count)".count + 1 }.max() ?? 0
      let columns = start + count.padding(to: countWidth) + "  "
      text = columns + state.sentence.cut(to: width - columns.columnCount, style)
    }
    rightCount = state.rightCount
  }

  private struct State {
    var rightCount = 0
    let mark: Mark
    let sentence: String

    init(of lesson: Lesson, _ result: Result<Examination, BuildFailure>) {
      let examination: Examination
      switch result {
      case .success(let found): examination = found
      case .failure(let failure):
        mark = .fail
        sentence = failure.errors.isEmpty ? "cannot be built: see below" : "does not compile: see below"
        return
      }
      rightCount = lesson.exercises.count { examination.isRight($0.id) }
      if let failing = examination.verdicts.failures.first?.verdict {
        mark = .fail
        sentence = "\(Course.taught.name(of: failing.exercise)) fails"
      } else if examination.isPass {
        mark = .pass
        sentence = "done"
      } else if let open = lesson.exercises.first(where: { exercise in
        examination.verdicts.filter { $0.exercise == exercise.id }.notStarted != nil
      }) {
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
