import Testing

@testable import Terminal

@Suite("The style of a report")
struct StyleTests {
  @Test("in ASCII uses no other character")
  func ascii() {
    let text = Style.ascii("✓ 4.3 σ(z) ≥ −1 → A − y … Aᵀ ² é 字\n")
    #expect(text == "+ 4.3 sigma(z) >= -1 -> A - y ... A^T ^2 e ?\n")
    let isASCII = text.allSatisfy { $0.isASCII }
    #expect(isASCII)
  }

  @Test("in ASCII has a dot for a mark at the beginning of a line, and never makes a difference of a product")
  func dots() {
    #expect(Style.ascii("  · 4.1 open\n✗ z · (1 − z)\n· x") == "  - 4.1 open\nx z * (1 - z)\n- x")
  }

  @Test("paints only where colour is wanted")
  func colour() {
    #expect(Style(isColoured: false, isASCII: false).paint("x", .red) == "x")
    #expect(Style(isColoured: true, isASCII: false).paint("x", .red) == "\u{1B}[31mx\u{1B}[0m")
  }
}
