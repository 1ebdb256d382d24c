import CourseFiles
import Engine

/// Makes a lesson or an exercise a stub again; what was there goes into a backup.
struct ResetCommand: Command {
  var part: CoursePart?

  static var syntax: CommandSyntax<ResetCommand> {
    CommandSyntax(
      usage: "reset LESSON | EXERCISE [options]",
      summary: """
        Makes a lesson's file, or one exercise in it, a stub again. The file as it was goes
        into a dated folder below .course-check/backups; nothing is lost. With one exercise
        all else in the file stays as it is, functions that you added included.
        """,
      examples: ["reset \(Example.exercise.name)", "reset \(Example.lesson.name)"], options: [], isAboutLessons: false,
      word: { word, command throws(UsageError) in
        // `reset lesson4 4.3` says the same as `reset 4.3`.
        if let lesson = command.part, lesson.exercise == nil, let part = CoursePart(word), part.exercise != nil {
          guard part.lessonNumber == lesson.lessonNumber else {
            throw UsageError("\(part.name) is an exercise of lesson \(part.lessonNumber), not of \(lesson.name).")
          }
          command.part = nil
        }
        try CoursePart.take(word, into: &command.part)
      })
  }

  func validate(with options: CommonOptions) throws(UsageError) {
    if part == nil {
      throw UsageError(
        "`reset` needs a lesson or an exercise, for example: swift run course-check reset \(Example.exercise.name)")
    }
    if options.tree == .solutions {
      throw UsageError("`reset` is about your own work in Lessons/, so it does not go with the tree 'solutions'.")
    }
  }

  func run(in workspace: Workspace) -> ExitCode {
    guard let part else { return .wrongUsage }
    let exercise = part.exercise.flatMap { Course.taught.exercise($0) }
    let reset = LessonReset(lesson: part.lesson.outline, exercise: exercise?.outline, root: workspace.root)
    let name = exercise?.title ?? reset.file
    do throws(Refusal) {
      switch try reset.run() {
      case .wasFresh:
        workspace.style.write("\(name) is as fresh as on the first day; nothing was changed.\n")
      case .written(let backup):
        workspace.style.write("\(name) is fresh again" + (exercise == nil ? ".\n" : ", in \(reset.file).\n"))
        if let backup {
          workspace.style.write("The file as it was: \(backup)\nTo bring it back:   cp \(backup) \(reset.file)\n")
        }
        workspace.style.write("Next: swift run course-check \(part.name)\n")
      }
      return .allPass
    } catch {
      workspace.style.write(error.sentence + "\n")
      return error.exitCode
    }
  }
}
