import CourseFiles
import Reports

/// Shows the student's exercises beside the reference, once they are right.
struct DiffCommand: Command {
  var part: CoursePart?
  /// Whether it may show what the student has not found yet.
  var maySpoil = false

  static var syntax: CommandSyntax<DiffCommand> {
    CommandSyntax(
      usage: "diff LESSON | EXERCISE [options]",
      summary: """
        Shows what you wrote beside the reference solution, exercise by exercise: your
        lines with a minus, those of the reference with a plus, common lines once. It
        waits until every check passes, for a solution that was read cannot be found any
        more. Right answers may well differ.
        """,
      examples: [
        "diff \(Example.lesson.name)", "diff \(Example.exercise.name)", "diff \(Example.lesson.name) --spoil",
      ],
      options: [.flag("--spoil", "show the reference although checks do not pass yet", \.maySpoil)],
      isAboutLessons: false,
      word: { word, command throws(UsageError) in try CoursePart.take(word, into: &command.part) })
  }

  func validate(with options: CommonOptions) throws(UsageError) {
    if part == nil {
      throw UsageError(
        "`diff` needs a lesson or an exercise, for example: swift run course-check diff \(Example.lesson.name)")
    }
    if options.tree == .solutions {
      throw UsageError(
        "`diff` compares your own work in Lessons/ with the tree 'solutions', so it does not go with that tree.")
    }
  }

  func run(in workspace: Workspace) -> ExitCode {
    guard let part else { return .wrongUsage }
    let exercises = part.lesson.exercises.filter { part.exercise == nil || part.exercise == $0.id }
    if !maySpoil, let (sentence, exitCode) = objection(to: part, in: workspace) {
      workspace.style.write(sentence + "\n")
      return exitCode
    }
    do throws(Refusal) {
      let comparisons = try exercises.map { exercise throws(Refusal) in
        try ReferenceComparison(exercise.outline, of: part.lesson.outline, in: workspace.root)
      }
      if comparisons.contains(where: { !$0.isSame }) {
        workspace.style.write("- yours: Lessons/\(part.lesson.file)\n+ reference: Solutions/\(part.lesson.file)\n\n")
      }
      workspace.style.write(
        comparisons.map { DiffReport(comparison: $0, style: workspace.style).text }.joined(separator: "\n"))
      return .allPass
    } catch {
      workspace.style.write(error.sentence + "\n")
      return error.exitCode
    }
  }

  /// Why nothing is shown yet; nil where every check passes.
  private func objection(to part: CoursePart, in workspace: Workspace) -> (sentence: String, exitCode: ExitCode)? {
    let examinations = workspace.examinations()
    defer { examinations.close() }
    let command = "swift run course-check \(part.name)"
    switch examinations.current(part.lesson).result {
    case .failure(let failure):
      return (
        "\(failure.sentence)\nThe checks must pass before `diff` shows anything: \(command)", failure.exitCode
      )
    case .success(let examination):
      let verdicts = examination.verdicts.filter { part.exercise == nil || part.exercise == $0.exercise }
      let passed = verdicts.filter(\.outcome.isPass).count
      guard passed < verdicts.count else { return nil }
      return (
        "\(passed) of \(verdicts.count) checks of \(part.name) pass. `diff` shows the reference when all of them do: "
          + "\(command)\nTo see it now, and never find it yourself: swift run course-check diff \(part.name) --spoil",
        .someFail
      )
    }
  }
}
