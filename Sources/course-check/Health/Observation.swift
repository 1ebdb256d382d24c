/// What was found out about one thing on which the course depends.
struct Observation: Equatable {
  /// How it stands.
  enum Mark {
    case good
    /// Nothing is wrong, but it is worth knowing.
    case note
    case bad
  }

  let mark: Mark
  let text: String
  /// The command that mends it.
  var remedy: String?

  static func good(_ text: String) -> Observation { Observation(mark: .good, text: text) }

  static func note(_ text: String, remedy: String? = nil) -> Observation {
    Observation(mark: .note, text: text, remedy: remedy)
  }

  static func bad(_ text: String, remedy: String? = nil) -> Observation {
    Observation(mark: .bad, text: text, remedy: remedy)
  }

  /// The lines that show it.
  func lines(_ style: Style) -> String {
    let sign =
      switch mark {
      case .good: style.paint("✓", .green)
      case .note: style.paint("·", .yellow)
      case .bad: style.paint("✗", .red)
      }
    let text = text.split(separator: "\n").joined(separator: "\n    ")
    return "  \(sign) \(text)\n" + (remedy.map { "      \($0)\n" } ?? "")
  }
}
