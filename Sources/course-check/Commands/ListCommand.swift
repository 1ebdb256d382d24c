import CourseFiles
import Engine
import Reports
import Running

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
    let examinations = workspace.examinations()
    let list = ExerciseList(in: examinations.checkout, hints: HintMemory(root: workspace.root), workspace.style)
    let lessons = part.map { [$0.lesson] } ?? examinations.course.lessons(countedIn: examinations.checkout)
    let known = lessons.map { ($0, examinations.remembered($0)) }
    workspace.style.write(list.text(known))
    let next = list.next(known)
    if let next {
      let tree = workspace.tree == .lessons ? "" : " --tree \(workspace.tree)"
      workspace.style.write("Next: \(next.title): swift run course-check \(next.id)\(tree)\n")
    } else if part == nil, examinations.course.partToBegin(in: examinations.checkout) == nil {
      workspace.style.write(Dashboard.afterAll + "\n")
    }
    if part == nil, let further = examinations.course.partToBegin(in: examinations.checkout) {
      let words = next == nil ? "If you like" : "After that"
      workspace.style.write("\(words), \(further.title) goes on: \(further.command)\n")
    }
    return .allPass
  }
}
