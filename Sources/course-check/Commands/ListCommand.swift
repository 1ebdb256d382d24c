import Engine

/// Lists the exercises of all lessons, or of one, with what is known about each; it builds nothing.
struct ListCommand: Command {
  var part: CoursePart?

  static var syntax: CommandSyntax<ListCommand> {
    CommandSyntax(
      usage: "list [LESSON] [options]",
      summary: """
        Lists every exercise, how it stood when its lesson was last checked, and how many
        hints you took. Builds nothing: a lesson that was edited since then is marked with
        a question mark.
        """,
      examples: ["list", "list \(Example.lesson.name)"], options: [],
      words: Course.taught.lessons.map { "lesson\($0.number)" },
      word: { word, command throws(UsageError) in try CoursePart.take(word, into: &command.part) })
  }

  func run(in workspace: Workspace) -> ExitCode {
    let examinations = Examinations(workspace.checkout(), cache: workspace.cache)
    let list = ExerciseList(examinations, hints: HintMemory(root: workspace.root), style: workspace.style)
    workspace.style.write(list.text(part.map { [$0.lesson] } ?? Course.taught.lessons))
    return .allPass
  }
}
