import Figures
import Foundation
import Testing

/// Every kind of picture, byte for byte as it was when someone last looked at it.
///
/// `COURSE_UPDATE=figures swift test --filter FiguresTests` writes today's pictures: look at them before you commit them.
@Suite
struct GoldenTests {
  @Test("a picture's SVG has not changed", arguments: FigureSamples.all.map(\.name))
  func svg(name: String) throws {
    try compare(try sample(name).svg, with: "\(name).svg")
  }

  @Test("a picture in the terminal has not changed", arguments: FigureSamples.all.map(\.name))
  func terminal(name: String) throws {
    let figure = try sample(name)
    let wide = figure.terminal(width: 80, height: 18, style: TerminalStyle(usesColor: false, isASCII: false))
    let narrow = figure.terminal(width: 40, height: 16, style: TerminalStyle(usesColor: false, isASCII: true))
    try compare(wide + "\n" + narrow, with: "\(name).txt")
  }

  private func sample(_ name: String) throws -> any Picture {
    try #require(FigureSamples.all.first { $0.name == name }).figure
  }

  private func compare(_ text: String, with file: String) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(file)")
    if ProcessInfo.processInfo.environment["COURSE_UPDATE"] == "figures" {
      try Data(text.utf8).write(to: url, options: .atomic)
    }
    let golden = try String(contentsOf: url, encoding: .utf8)
    // Comparing lines would print whole pictures; the first line that differs is enough.
    let difference = zip(golden.split(separator: "\n"), text.split(separator: "\n")).first { $0 != $1 }
    #expect(difference?.1 == difference?.0, "\(file)")
    #expect(text == golden || difference != nil, "\(file) has another length")
  }
}
