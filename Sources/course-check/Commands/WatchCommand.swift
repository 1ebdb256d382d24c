import Engine
import Running

/// Checks a lesson again whenever it is saved.
struct WatchCommand: Command {
  /// What is checked each time.
  var check = CheckCommand()

  static var syntax: CommandSyntax<WatchCommand> {
    CommandSyntax(
      usage: "watch [LESSON | EXERCISE] [options]",
      summary: """
        Checks a lesson, and again whenever you save it or one that it builds on.
        Without a name it takes the first lesson that is not done.

        keys
          h  the next hint for the first exercise that is not right
          n  the next lesson, p the one before
          r  the same check again
          q  quit; Ctrl-C does the same
        Space and the arrows move a report that is longer than the screen.

        Where the output is no terminal, or nobody is at the keyboard, the reports come
        one after the other, and Ctrl-C ends it.
        """,
      examples: [
        "watch", "watch \(Example.lesson.name)", "watch \(Example.exercise.name)",
        "watch \(Example.lesson.name) --isolate",
      ],
      options: [
        .flag("--isolate", "check this lesson on the reference solutions of the lessons below", \.check.isIsolated)
      ],
      words: CoursePart.names,
      word: { word, command throws(UsageError) in try CoursePart.take(word, into: &command.check.part) })
  }

  func validate(with options: CommonOptions) throws(UsageError) { try check.validate(with: options) }

  func run(in workspace: Workspace) -> ExitCode {
    var check = check
    if check.part == nil {
      let examinations = workspace.examinations()
      let isDone = { (lesson: Lesson) in examinations.remembered(lesson)?.isPass == true }
      let lessons = Course.taught.lessons(countedIn: examinations.checkout)
      check.part = CoursePart(lessons.first { !isDone($0) }?.number ?? lessons.count)
    }
    guard let part = check.part else { return .wrongUsage }
    return Watch(part, isIsolated: check.isIsolated, in: workspace).run()
  }
}
