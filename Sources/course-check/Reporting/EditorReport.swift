import Engine

/// The verdicts as lines that an editor can jump to: FILE:LINE:COLUMN: error: what is wrong.
///
/// A failing check is an error at the exercise, or at the line that stopped; an exercise that is not started is a
/// warning at its TODO; one that waits for another is a note.
struct EditorReport {
  private let examinations: Examinations
  private let part: CoursePart?
  private let style: Style
  private var checkout: Checkout { examinations.checkout }

  init(_ examinations: Examinations, part: CoursePart?, style: Style) {
    self.examinations = examinations
    self.part = part
    self.style = style
  }

  func run() -> ExitCode {
    var worst = ExitCode.allPass
    var shown: [String] = []
    for lesson in part.map({ [$0.lesson] }) ?? Course.taught.lessons {
      var lines: [String]
      switch part == nil ? examinations.current(lesson) : examinations.examine(lesson, exercise: part?.exercise) {
      case .failure(let failure):
        worst = max(worst, failure.exitCode)
        lines = self.lines(of: failure, lesson)
      case .success(let examination):
        worst = max(worst, examination.isPass ? .allPass : .someFail)
        lines = self.lines(of: examination)
      }
      lines += examinations.warnings(in: lesson).map(\.text) + strays(beside: lesson)
      // What keeps one lesson from compiling may keep others, too: it is shown once.
      for line in lines where !shown.contains(line) { style.write(line + "\n") }
      shown += lines
    }
    return worst
  }

  private func lines(of failure: BuildFailure, _ lesson: Lesson) -> [String] {
    if failure.errors.isEmpty {
      let sentence = failure.sentence.split(separator: "\n").joined(separator: " ")
      return ["\(checkout.file(of: lesson)):1:1: error: \(sentence)"]
    }
    return failure.errors.map(\.text)
  }

  private func strays(beside lesson: Lesson) -> [String] {
    LessonFiles(checkout).strayFiles(of: lesson).map {
      "\($0):1:1: warning: this file \(LessonFiles.strayRemark)"
    }
  }

  /// One line for each exercise and kind of news: its first failure with a cause, its TODO, or what it waits for.
  func lines(of examination: Examination) -> [String] {
    examination.lesson.exercises.compactMap { exercise in
      let verdicts = examination.verdicts.filter { $0.exercise == exercise.id }
      let declaration = checkout.declaration(of: exercise.name, in: examination.lesson)
      let name = "\(exercise.title)"
      if let location = verdicts.notStarted {
        return line(at: location, "warning", "\(name) is not started")
      }
      if let (_, verdict, finding) = verdicts.tellingFailure {
        let sentences = [finding.evidence.first, finding.diagnosis].compactMap { $0 }
        return line(
          at: finding.location ?? declaration, "error",
          "\(name), \(verdict.kind.rawValue): \(verdict.summary). \(sentences.joined(separator: " "))")
      }
      return verdicts.reasons.first.flatMap { line(at: declaration, "note", "\(name) waits: \($0)") }
    }
  }

  private func line(at location: SourceLocation?, _ severity: String, _ message: String) -> String? {
    guard let location else { return nil }
    let text = message.split(separator: "\n").joined(separator: " ")
    return "\(location.file):\(location.line):\(checkout.column(at: location)): \(severity): \(text)"
  }
}
