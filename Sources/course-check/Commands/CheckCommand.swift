import Engine
import Foundation

/// Checks one lesson or one exercise, and reports; without a name it shows all lessons at a glance.
struct CheckCommand: Command {
  var part: CoursePart?
  var isIsolated = false
  var format = Format.terminal

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
        "--isolate wants a lesson, for example: swift run course-check \(Example.lesson.name) --isolate")
    }
    if isIsolated, options.tree == .solutions {
      throw UsageError(
        "--isolate checks your own lesson on reference parts, so it does not go with the tree 'solutions'.")
    }
  }

  func run(in workspace: Workspace) -> ExitCode {
    let checkout = workspace.checkout(isolating: isIsolated ? part?.lesson : nil)
    let examinations = Examinations(checkout, cache: workspace.cache)
    defer { examinations.close() }
    if format == .editor { return EditorReport(examinations, part: part, style: workspace.style).run() }
    guard let part else { return Dashboard(examinations, style: workspace.style).run() }
    return check(part, examinations, workspace.style)
  }

  private func check(_ part: CoursePart, _ examinations: Examinations, _ style: Style) -> ExitCode {
    let checkout = examinations.checkout
    switch examinations.examine(part.lesson, exercise: part.exercise) {
    case .failure(let failure):
      let report = FailedBuildReport(
        failure: failure, lesson: part.lesson, exercise: part.exercise, checkout: checkout, style: style)
      style.write(report.text)
      return failure.exitCode
    case .success(let examination):
      style.write(LessonReport(examination, checkout, style).detailed)
      style.write(examinations.notes(on: part.lesson))
      let step = NextStep(
        examination: examination, checkout: checkout, isOneExercise: part.exercise != nil, isWatched: style.isWatched)
      style.write(step.text + "\n")
      return examination.isPass ? .allPass : .someFail
    }
  }
}

extension BuildFailure {
  /// What the exit status says of it.
  var exitCode: ExitCode { kind == .lesson ? .doesNotCompile : .kitFailed }
}
