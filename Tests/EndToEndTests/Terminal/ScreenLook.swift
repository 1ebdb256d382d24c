/// How a terminal is set up, and what a program may then write.
enum ScreenLook: CaseIterable {
  case coloured, colourless, ascii

  var environment: [String: String] { self == .colourless ? ["NO_COLOR": "1"] : [:] }
  /// What is added to the command.
  var option: String { self == .ascii ? " --ascii" : "" }
  /// The sign of a check that fails.
  var failureSign: String { self == .ascii ? "x" : "✗" }

  /// Whether the screen, with its control sequences, looks as it shall.
  func isRight(_ colouredScreen: String) -> Bool {
    switch self {
    case .coloured: colouredScreen.contains("\u{1B}[3")
    case .colourless: !colouredScreen.contains("\u{1B}[")
    case .ascii: colouredScreen.unicodeScalars.allSatisfy(\.isASCII)
    }
  }
}

/// The sizes of terminals that are tried.
enum ScreenSize: CaseIterable {
  case usual, narrow

  var columns: Int { self == .usual ? 80 : 40 }
  var rows: Int { self == .usual ? 24 : 20 }
}
