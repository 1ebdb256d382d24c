import CourseFiles

/// What may stand where on the command line, as the shells' completions ask for it.
struct CompletionTable {
  /// What follows an option.
  enum Values {
    case words([String])
    case files
    /// Something that cannot be guessed, as a number.
    case unknown
  }

  /// The words and the options that may follow a command, by its name.
  let words: [(command: String, choices: [String])]
  /// What may follow an option of a command, as in `train --data`.
  let values: [(option: String, values: Values)]
  /// What may stand first: commands, and what the check understands.
  let first: [String]

  /// The table of all commands.
  static var all: CompletionTable {
    let common: [(String, Values)] = [
      ("--tree", .words(Checkout.Tree.allCases.map(\.rawValue))),
      ("--color", .words(CommonOptions.ColorChoice.allCases.map(\.rawValue))),
    ]
    let rows = CommandTable.entries.map { (name: $0.name, row: $0.type.completion) }
    // An exercise may have a name that calls a command, such as `train`.
    let parts = (rows.first { $0.name == "check" }?.row.words ?? []).filter { !CommandTable.names.contains($0) }
    return CompletionTable(
      words: rows.map { ($0.name, $0.row.words + CommonOptions.names) },
      values: rows.flatMap { name, row in (row.values + common).map { ("\(name) \($0.0)", $0.1) } },
      first: CommandTable.names + parts + CommonOptions.names)
  }

  /// The values, as lines of a shell's `case`.
  func lines(_ line: (_ option: String, _ values: Values) -> String?) -> String {
    values.compactMap { line($0.option, $0.values) }.joined(separator: "\n")
  }
}

extension Command {
  /// What may follow the command's name, and what its options take.
  fileprivate static var completion: (words: [String], values: [(String, CompletionTable.Values)]) {
    let values = syntax.options.filter(\.hasValue).map { option -> (String, CompletionTable.Values) in
      let isPath = ["FILE", "FOLDER"].contains(option.placeholder)
      return (option.name, !option.values.isEmpty ? .words(option.values) : isPath ? .files : .unknown)
    }
    return (syntax.words + syntax.options.map(\.name), values)
  }
}
