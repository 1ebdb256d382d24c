import Testing

@testable import Terminal

@Suite("Wrapping")
struct WrappingTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    text.wrapped(to: width).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("leaves lines that fit as they are, spaces and empty lines included")
  func short() {
    let text = "  ✓ 4.1 outputDelta     shape: [5, 1]\n\n  two   columns  \n"
    #expect(text.wrapped(to: 80) == text)
  }

  @Test("breaks between words and indents what follows a little more")
  func words() {
    #expect(
      lines("    one two three four five", 16) == ["    one two", "      three four", "      five"])
  }

  @Test("counts no columns for colours and two for wide characters")
  func columns() {
    let coloured = "\u{1B}[31mone\u{1B}[0m \u{1B}[1mtwo\u{1B}[0m"
    #expect(coloured.wrapped(to: 7) == coloured)
    #expect(lines("漢字 漢字", 8) == ["漢字", "  漢字"])
    #expect("漢字 漢字".wrapped(to: 9) == "漢字 漢字")
  }

  @Test("keeps a long word whole, so that a path can be copied")
  func longWords() {
    let path = "Lessons/Lesson4-Backward/Backward.swift"
    #expect(lines("    at \(path):36", 40).contains { $0.contains("\(path):36") })
    // As wide as the terminal, or nearly: it is indented less.
    #expect(lines("    at \(path)", 39) == ["    at", path])
    #expect(lines("    at \(path)", 40) == ["    at", " \(path)"])
  }
}
