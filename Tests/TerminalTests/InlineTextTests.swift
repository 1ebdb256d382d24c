import Testing

@testable import Terminal

@Suite("The text of a paragraph")
struct InlineTextTests {
  @Test("is taken apart into its looks")
  func looks() {
    let spans = InlineText("The *gradient* is **never** `a * b`, $\\delta$.").spans
    #expect(
      spans == [
        Span(text: "The "), Span(text: "gradient", look: .emphasis), Span(text: " is "),
        Span(text: "never", look: .bold), Span(text: " "), Span(text: "a * b", look: .code), Span(text: ", "),
        Span(text: "δ", look: .formula), Span(text: "."),
      ])
  }

  @Test(
    "keeps what only looks like a mark",
    arguments: ["2 * 3 * 4", "it costs $ 5", "[N, 1] and [ ] open", "a_b_c", "half **bold", "5 * (a", "x[0](", "`open"])
  func plain(text: String) {
    #expect(InlineText(text).spans == [Span(text: text)])
  }

  @Test("names the address of a link to the web, and the text alone of one inside the course")
  func links() {
    #expect(InlineText("see [Swift](https://swift.org).").spans == [Span(text: "see Swift (https://swift.org).")])
    #expect(InlineText("see [`Matrix`](../a.swift)").spans == [Span(text: "see "), Span(text: "Matrix", look: .code)])
    #expect(InlineText("![A line](line.svg)").spans == [Span(text: "Picture: A line (line.svg)")])
  }
}
