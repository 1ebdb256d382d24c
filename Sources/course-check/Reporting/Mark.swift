/// How something stands, as the sign before its line shows.
enum Mark {
  case pass, fail
  /// Neither right nor wrong: not started, waiting, or only to be known.
  case open

  /// The sign in its colour.
  func sign(_ style: Style) -> String {
    switch self {
    case .pass: style.paint("✓", .green)
    case .fail: style.paint("✗", .red)
    case .open: style.paint("·", .yellow)
    }
  }
}
