import LabKit
import Terminal

/// All commands of course-check, in the order of its help.
///
/// A new command is a file in `Commands/` and a line here.
enum CommandTable {
  /// Whom a command is for.
  enum Group: String, CaseIterable {
    case learn, `try`, teach
  }

  /// A command as the table knows it.
  struct Entry: Sendable {
    let group: Group
    /// The word that calls it; empty for the check, which needs none.
    let name: String
    /// Words to try, and what they do in a few words: the lines of the overall help.
    let lines: [(words: String, meaning: String)]
    let type: any Command.Type
  }

  static var entries: [Entry] {
    let (lesson, exercise) = (Example.lesson, Example.exercise)
    return [
      Entry(
        group: .learn, name: "check",
        lines: [
          ("", "all lessons at a glance, and the next step"),
          (
            lesson.name,
            "check one lesson; also: \(lesson.lessonNumber), \(lesson.lesson.topic.lowercased())"
          ),
          (exercise.name, "check one exercise"),
        ], type: CheckCommand.self),
      Entry(
        group: .learn, name: "watch", lines: [("watch", "check on every save; keys for hints and the next lesson")],
        type: WatchCommand.self),
      Entry(
        group: .learn, name: "hint",
        lines: [("hint \(exercise.name)", "the next hint for an exercise (three steps)")], type: HintCommand.self),
      Entry(
        group: .learn, name: "read",
        lines: [("read \(lesson.name)", "a lesson's page in the terminal; also: read \(exercise.name)")],
        type: ReadCommand.self),
      Entry(
        group: .learn, name: "diff",
        lines: [("diff \(lesson.name)", "yours beside the reference, once the lesson passes")], type: DiffCommand.self),
      Entry(
        group: .learn, name: "reset",
        lines: [("reset \(exercise.name)", "begin an exercise or a lesson again; keeps a backup")],
        type: ResetCommand.self),
      Entry(
        group: .learn, name: "list", lines: [("list", "every exercise and how it stands; builds nothing")],
        type: ListCommand.self),
      Entry(
        group: .learn, name: "notebook",
        lines: [("notebook \(lesson.name)", "your code, checks, numbers and figures as a page to show")],
        type: NotebookCommand.self),
      Entry(
        group: .learn, name: "doctor", lines: [("doctor", "what is wrong with this computer or this folder")],
        type: DoctorCommand.self),
      Entry(
        group: .try, name: "train", lines: [("train", "train your network; see how it learns")], type: TrainCommand.self
      ),
      Entry(
        group: .try, name: "predict", lines: [("predict", "ask a trained network about a table")],
        type: PredictCommand.self),
      Entry(
        group: .try, name: "experiment", lines: [("experiment", "rerun the experiments of the course's documents")],
        type: ExperimentCommand.self),
      Entry(group: .try, name: "plot", lines: [("plot", "draw what your functions compute")], type: PlotCommand.self),
      Entry(
        group: .try, name: "playground", lines: [("playground", "a page in which your functions train live")],
        type: PlaygroundCommand.self),
      Entry(
        group: .teach, name: "completions",
        lines: [("completions zsh", "completes words with the Tab key; also bash, fish")],
        type: CompletionsCommand.self),
    ]
  }

  static var names: [String] { entries.map(\.name) }

  /// The command that a word calls; nil if it calls none.
  static func entry(named name: String) -> Entry? { entries.first { $0.name == name } }
}

/// What `course-check --help` prints.
enum HelpText {
  static var text: String {
    """
    course-check says which exercises are right, and what is wrong with the others.

    \(CommandTable.Group.allCases.map(section).joined(separator: "\n\n"))

    options (each command has more: `swift run course-check hint --help`)
    \(twoColumns(CommonOptions.help.map(\.0), CommonOptions.help.map(\.1)))

    exit status
      0 all pass · 1 some check fails or is not started · 2 wrong usage
      3 the lesson does not compile · 4 the kit itself failed

    """
  }

  private static func section(_ group: CommandTable.Group) -> String {
    var lines = CommandTable.entries.filter { $0.group == group }.flatMap(\.lines)
    if group == .teach {
      lines.append(("--tree solutions", "check the reference; COURSE_TREE=solutions does the same"))
    }
    let left = lines.map { "swift run course-check" + ($0.words.isEmpty ? "" : " " + $0.words) }
    return group.rawValue + "\n" + twoColumns(left, lines.map(\.meaning))
  }
}
