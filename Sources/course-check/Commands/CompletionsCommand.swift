import Terminal

/// Prints the script that completes the words of the command line in a shell.
struct CompletionsCommand: Command {
  var shell: Shell?

  /// The shells that there is a script for.
  enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  static var syntax: CommandSyntax<CompletionsCommand> {
    CommandSyntax(
      usage: "completions SHELL",
      summary: """
        Prints a script for bash, zsh or fish that completes the words after
        `swift run course-check` with the Tab key. Its first lines say how to load it.
        """,
      examples: ["completions zsh"], options: [], isAboutLessons: false, words: Shell.allCases.map(\.rawValue),
      word: { word, command throws(UsageError) in
        guard let shell = Shell(rawValue: word) else {
          let question = Suggestion(for: word, among: Shell.allCases.map(\.rawValue)).question
          throw UsageError("There are no completions for '\(word)'.\(question) There are: bash, zsh, fish.")
        }
        command.shell = shell
      })
  }

  func validate(with options: CommonOptions) throws(UsageError) {
    if shell == nil {
      throw UsageError("`completions` needs bash, zsh or fish, for example: swift run course-check completions zsh")
    }
  }

  func run(in workspace: Workspace) -> ExitCode {
    // A shell reads this, so no line is broken to a terminal's width.
    let style = Style(isColoured: false, isASCII: false)
    switch shell {
    case .bash: style.write(PosixCompletion().bash)
    case .zsh: style.write(PosixCompletion().zsh)
    case .fish: style.write(FishCompletion().text)
    case nil: return .wrongUsage
    }
    return .allPass
  }
}
