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
