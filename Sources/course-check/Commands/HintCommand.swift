import CourseFiles
import Engine
import Foundation
import Terminal
import Vocabulary

/// Shows the hints of an exercise, one step further each time.
///
/// They are written once, on the lesson's page.
struct HintCommand: Command {
  var part: CoursePart?
  /// The step that is asked for; nil for the next one.
  var step: Int?

  static var syntax: CommandSyntax<HintCommand> {
    let (lesson, exercise) = (Example.lesson, Example.exercise)
    return CommandSyntax(
      usage: "hint EXERCISE | LESSON [options]",
      summary: """
        Shows a hint for an exercise, one step further each time: first a question, then
        a pointer, then nearly the answer. For a lesson it takes the first exercise that
        is not right yet.
        """,
      examples: ["hint \(exercise.name)", "hint \(lesson.name)", "hint \(exercise.functionName) --step 1"],
      options: [.number("--step", "show step 1, 2 or 3 again", .whole(1...3)) { $1.step = Int($0) }],
      isAboutLessons: false,
      words: Course.taught.exercises.map(\.id.description),
      word: { word, command throws(UsageError) in try CoursePart.take(word, into: &command.part) })
  }

  func validate(with options: CommonOptions) throws(UsageError) {
    if part == nil {
      throw UsageError(
        "`hint` needs the number of an exercise, for example: swift run course-check hint \(Example.exercise.name)")
    }
  }

  func run(in workspace: Workspace) -> ExitCode {
    let (hint, exitCode) = hint(in: workspace)
    workspace.style.write(hint.text(workspace.style))
    return exitCode
  }

  /// The hint, which counts as shown from now on, and what the exit status shall say.
  func hint(in workspace: Workspace) -> (hint: ShownHint, exitCode: ExitCode) {
    guard let part else { return (ShownHint(sentence: ""), .wrongUsage) }
    let examinations = workspace.examinations()
    guard let exercise = part.exercise ?? examinations.firstUnfinished(of: part.lesson)?.id else {
      let first = part.lesson.exercises[0].id
      let sentence =
        "Every exercise of lesson \(part.lessonNumber) is right. To read its hints all the same, name one: "
        + "swift run course-check hint \(first)"
      return (ShownHint(sentence: sentence), .allPass)
    }
    do throws(MissingPage) {
      let page = try Page(of: part.lesson.outline, in: workspace.root)
      let hints = page.hints(of: exercise)
      guard !hints.isEmpty else { throw MissingPage(file: page.file, exercise: exercise) }
      let isRight = examinations.remembered(part.lesson)?.isRight(exercise) ?? false
      return (next(of: hints, exercise, isRight: isRight, in: workspace), .allPass)
    } catch {
      return (ShownHint(sentence: error.sentence), .kitFailed)
    }
  }

  private func next(of hints: [Hint], _ exercise: ExerciseID, isRight: Bool, in workspace: Workspace) -> ShownHint {
    let style = workspace.style
    var memory = HintMemory(root: workspace.root)
    let number = min(step ?? memory.stepsTaken(for: exercise) + 1, hints.count)
    if number > memory.stepsTaken(for: exercise) { memory.note(number, for: exercise) }
    let title = style.paint("\(Course.taught.name(of: exercise)) · hint \(number) of \(hints.count)", .bold)
    return ShownHint(
      heading: title + (isRight ? ", and every check of it passes already" : ""), markdown: hints[number - 1].text,
      wayOn: way(on: number, of: hints.count, exercise, style))
  }

  /// How to get the next hint.
  private func way(on number: Int, of count: Int, _ exercise: ExerciseID, _ style: Style) -> String {
    let isLast = number == count
    if style.isWatched { return isLast ? "That was the last hint.\n" : "One step further: the key h\n" }
    return isLast
      ? "That was the last hint. The first again: swift run course-check hint \(exercise) --step 1\n"
      : "One step further: swift run course-check hint \(exercise)\n"
  }
}

/// A hint as it is shown, in lines of any width.
struct ShownHint: Equatable {
  /// The exercise and the step, or the sentence that there is no hint.
  let heading: String
  /// What the page says; empty where there is no hint.
  let markdown: String
  /// How to get the next one.
  let wayOn: String

  init(heading: String, markdown: String, wayOn: String) {
    self.heading = heading
    self.markdown = markdown
    self.wayOn = wayOn
  }

  /// Why there is no hint.
  init(sentence: String) { self.init(heading: sentence, markdown: "", wayOn: "") }

  /// The lines, as wide as the style allows.
  func text(_ style: Style) -> String {
    markdown.isEmpty ? heading + "\n" : heading + "\n\n" + PageLayout(style).text(markdown) + "\n" + wayOn
  }
}
