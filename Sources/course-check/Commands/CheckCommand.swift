import Foundation
import Reports
import Running
import Terminal

/// Checks one lesson or one exercise, and reports; without a name it shows all lessons at a glance.
struct CheckCommand: Command {
  var part: CoursePart?
  var isIsolated = false
  /// For whom, if not for a person at the terminal.
  var format: Format?

  /// For whom the report is written.
  enum Format: String, CaseIterable {
    /// A person.
    case terminal
    /// An editor, which jumps to the lines: FILE:LINE:COLUMN: error: …
    case editor
  }

  static var syntax: CommandSyntax<CheckCommand> {
    let (lesson, exercise) = (Example.lesson, Example.exercise)
    let names = "(\(lesson.name), \(lesson.lessonNumber) or \(lesson.lesson.topic.lowercased()))"
    return CommandSyntax(
      usage: "[LESSON | EXERCISE] [options]", name: "check",
      summary: """
        Checks a lesson \(names) or an exercise (\(exercise.name) or \(exercise.functionName))
        and says what is wrong and why. Without a name it shows all lessons at a glance
        and the next step; what is not changed since it was checked is not checked again.
        """,
      examples: ["", lesson.name, exercise.name, "\(lesson.name) --isolate"],
      options: [
        .flag("--isolate", "check this lesson on the reference solutions of the lessons below", \.isIsolated),
        .choice("--format", "NAME", "terminal, or editor for lines that an editor can jump to", \.format),
      ],
      words: CoursePart.names,
      word: { word, command throws(UsageError) in
        if CommandTable.names.contains(word) {
          let words = command.part.map { " \($0.name)" } ?? ""
          throw UsageError("The command stands before everything else: swift run course-check \(word)\(words)")
        }
        if command.part == nil, CoursePart(word) == nil {
          throw CoursePart.unknown(word, what: "lesson, exercise or command", others: CommandTable.names)
        }
        try CoursePart.take(word, into: &command.part)
      })
  }

  func validate(with options: CommonOptions) throws(UsageError) {
    if isIsolated, part == nil {
      throw UsageError(
        "--isolate needs a lesson, for example: swift run course-check \(Example.lesson.name) --isolate")
    }
    if isIsolated, options.tree == .solutions {
      throw UsageError(
        "--isolate checks your own lesson on reference parts, so it does not go with the tree 'solutions'.")
    }
  }

  func run(in workspace: Workspace) -> ExitCode {
    let examinations = workspace.examinations(isolating: isIsolated ? part?.lesson : nil)
    defer { examinations.close() }
    if format == .editor { return listForEditor(examinations, workspace.style) }
    guard let part else { return checkAll(examinations, workspace.style) }
    return check(part, examinations, workspace.style)
  }

  /// Reports on a lesson or an exercise.
  private func check(_ part: CoursePart, _ examinations: Examinations, _ style: Style) -> ExitCode {
    let checkout = examinations.checkout
    let standing = examinations.examine(part.lesson, exercise: part.exercise)
    switch standing.result {
    case .failure(let failure):
      let report = FailedBuildReport(failure, of: standing, exercise: part.exercise, checkout, style)
      style.write(report.text)
    case .success(let examination):
      style.write(LessonReport(examination, of: part.lesson, checkout, style).detailed)
      style.write(LessonNotes(on: standing).text(checkout))
      let step = NextStep(
        examination: examination, lesson: part.lesson, checkout: checkout,
        following: part.next.map { ($0.name, $0.title) }, isOneExercise: part.exercise != nil,
        isWatched: style.isWatched)
      style.write(step.text + "\n")
    }
    return ExitCode(standing)
  }

  /// Shows all lessons at a glance, each as soon as it is known.
  private func checkAll(_ examinations: Examinations, _ style: Style) -> ExitCode {
    let dashboard = Dashboard(of: examinations.course, in: examinations.checkout, style)
    let standings = examinations.course.lessons(countedIn: examinations.checkout).map { lesson in
      let standing = examinations.current(lesson)
      style.write(dashboard.line(of: standing))
      return standing
    }
    style.write(dashboard.conclusion(of: standings.map(examinations.completed)))
    return standings.map { ExitCode($0) }.max() ?? .allPass
  }

  /// Writes lines that an editor can jump to.
  private func listForEditor(_ examinations: Examinations, _ style: Style) -> ExitCode {
    let report = EditorReport(in: examinations.checkout)
    var worst = ExitCode.allPass
    var shown: [String] = []
    for lesson in part.map({ [$0.lesson] }) ?? examinations.course.lessons(countedIn: examinations.checkout) {
      let standing =
        part == nil ? examinations.current(lesson) : examinations.examine(lesson, exercise: part?.exercise)
      worst = max(worst, ExitCode(standing))
      let lines = report.lines(on: standing)
      // What keeps one lesson from compiling may keep others, too: it is shown once.
      for line in lines where !shown.contains(line) { style.write(line + "\n") }
      shown += lines
    }
    return worst
  }
}

extension ExitCode {
  /// What the exit status says of a lesson.
  init(_ standing: LessonStanding) {
    switch standing.result {
    case .failure(let failure): self = failure.exitCode
    case .success(let examination): self = examination.isPass ? .allPass : .someFail
    }
  }
}
