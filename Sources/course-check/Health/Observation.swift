/// What was found out about one thing on which the course depends.
struct Observation: Equatable {
  /// How it stands; open if nothing is wrong, but it is worth knowing.
  let mark: Mark
  let text: String
  /// The command that mends it.
  var remedy: String?

  static func good(_ text: String) -> Observation { Observation(mark: .pass, text: text) }

  static func note(_ text: String, remedy: String? = nil) -> Observation {
    Observation(mark: .open, text: text, remedy: remedy)
  }

  static func bad(_ text: String, remedy: String? = nil) -> Observation {
    Observation(mark: .fail, text: text, remedy: remedy)
  }

  /// The lines that show it.
  func lines(_ style: Style) -> String {
    let text = text.split(separator: "\n").joined(separator: "\n    ")
    return "  \(mark.sign(style)) \(text)\n" + (remedy.map { "      \($0)\n" } ?? "")
  }
}
