import CourseFiles
import Engine
import Processes
import Terminal

/// Shows a lesson's page in the terminal.
struct ReadCommand: Command {
  var part: CoursePart?

  static var syntax: CommandSyntax<ReadCommand> {
    CommandSyntax(
      usage: "read [LESSON | EXERCISE] [options]",
      summary: """
        Shows a lesson's page in the terminal, or the part of it about one exercise.
        Without a name it shows the page that leads through the course. A page that is
        longer than the screen goes through PAGER, or else `less`: q leaves it.
        """,
      examples: ["read \(Example.lesson.name)", "read \(Example.exercise.name)", "read"], options: [],
      isAboutLessons: false,
      word: { word, command throws(UsageError) in try CoursePart.take(word, into: &command.part) })
  }

  func run(in workspace: Workspace) -> ExitCode {
    do throws(MissingPage) {
      let page = try Page(of: part?.lesson.outline, in: workspace.root)
      let exercise = part?.exercise.flatMap { Course.taught.exercise($0) }
      guard let text = exercise.map({ page.readablePart(on: $0.id) }) ?? page.readable.text else {
        throw MissingPage(file: page.file, exercise: part?.exercise)
      }
      Pager.write(PageLayout(workspace.style).text(text), workspace.style) { name in Program.path(of: name) != nil }
      return .allPass
    } catch {
      workspace.style.write(error.sentence + "\n")
      return .kitFailed
    }
  }
}
