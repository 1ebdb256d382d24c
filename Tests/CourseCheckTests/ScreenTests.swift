import Testing

@testable import Terminal
@testable import course_check

@Suite("A screen")
struct ScreenTests {
  private static let report = """
    \u{1B}[1mLesson 4 · Backward pass\u{1B}[0m        Lessons/Lesson4-Backward/Backward.swift
      \u{1B}[32m✓\u{1B}[0m 4.1 outputDelta     3 of 3 checks pass
      \u{1B}[32m✓\u{1B}[0m 4.3 columnAverages  shape: weights [3, 2] and biases [1, 2]
      \u{1B}[31m✗\u{1B}[0m 4.3 columnAverages  value: two examples by hand
            weights[0, 0]  yours 2   expected 1
            \u{1B}[1mThe mean over the batch is missing: divide both gradients by the number of rows N.\u{1B}[0m
            in Lessons/Lesson4-Backward/Backward.swift:36
      \u{1B}[33m·\u{1B}[0m 4.4 backward        waiting: 4.3 columnAverages fails
      Your code printed 30 bytes, beginning with:
          漢字とかな 🎉🎉 和 a_word_that_is_as_long_as_no_terminal_is_wide_so_that_it_must_be_broken_somewhere_after_all
    Next: fix 4.3 columnAverages in Lessons/Lesson4-Backward/Backward.swift and save.

    """

  private func withoutColours(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }

  @Test("has no row that is wider than it, and loses no letter", arguments: [20, 39, 40, 64, 80, 200])
  func rows(columns: Int) {
    let rows = ScreenText(Self.report, columns: columns).rows
    #expect(rows.allSatisfy { $0.columnCount <= columns })
    let shown = withoutColours(rows.joined()).filter { !$0.isWhitespace }
    #expect(shown == withoutColours(Self.report).filter { !$0.isWhitespace })
  }

  @Test("keeps a colour over all rows of a sentence, and ends every row without one")
  func colours() {
    let rows = ScreenText(Self.report, columns: 40).rows
    let sentence = rows.filter { $0.contains("mean over") || $0.contains("divide") || $0.contains("rows N.") }
    #expect(sentence.count == 3)
    for row in sentence { #expect(row.contains("\u{1B}[1m") && row.hasSuffix("\u{1B}[0m")) }
    #expect(rows.filter { $0.contains("\u{1B}[1m") }.count == 4, "the title and the sentence alone: \(rows)")
  }

  @Test("lets nothing through that moves the cursor, whatever the student's code prints")
  func controls() {
    let rows = ScreenText("a\u{1B}[2Jb\r\u{07}\tc\u{1B}[31md\u{1B}]0;title\u{07}\u{9B}2J\n", columns: 80).rows
    #expect(rows == ["a[2Jb    c\u{1B}[31md]0;title2J\u{1B}[0m"])
  }

  @Test("shows the beginning of a report as long as the first failure is seen as a whole")
  func beginning() {
    #expect(page(80, 24).shown.lowerBound == 0)
    #expect(page(80, 13).shown.lowerBound == 0)
    let small = page(40, 14)
    #expect(withoutColours(small.rows[0]).hasPrefix("  ✗ 4.3 columnAverages"))
    #expect(small.isLong)
  }

  @Test("shows the end of a report in which nothing fails, where the next step stands")
  func end() {
    let report = Self.report.replacing("✗", with: "✓")
    let page = ScreenPage(
      ScreenText(report, columns: 40), from: nil, size: TerminalSize(columns: 40, rows: 14)
    ) { _ in "keys" }
    #expect(page.rows[12].hasSuffix("and save."), "\(page.rows)")
  }

  @Test("shows the compiler's first error when there is no room for all")
  func compilerError() {
    let text =
      String(repeating: "A line before.\n", count: 30) + "  Lessons/A.swift:3:4: error: no\n"
      + String(repeating: "A line after.\n", count: 30)
    let page = ScreenPage(ScreenText(text, columns: 80), from: nil, size: TerminalSize(columns: 80, rows: 24)) { _ in ""
    }
    #expect(page.rows[0].contains("error: no"))
  }

  @Test("keeps the sentence above the compiler's errors in sight when the first error is")
  func sentenceAboveErrors() {
    let text =
      "Lesson 1 does not compile.\n" + String(repeating: "  Lessons/A.swift:3:4: error: no\n      code\n", count: 30)
    let page = ScreenPage(ScreenText(text, columns: 80), from: nil, size: TerminalSize(columns: 80, rows: 24)) { _ in ""
    }
    #expect(page.rows[0] == "Lesson 1 does not compile.")
  }

  @Test("has as many rows as the terminal, with the keys at the bottom", arguments: [24, 20, 10, 8])
  func footer(rows: Int) {
    for columns in [80, 40] {
      let page = page(columns, rows)
      #expect(page.rows.count == rows)
      #expect(page.rows.last == "keys")
    }
  }

  @Test("that is tiny shows the report alone", arguments: 1...7)
  func tiny(rows: Int) {
    let page = page(30, rows)
    #expect(page.rows.count == rows)
    #expect(!page.rows.contains("keys"))
  }

  @Test("begins with the row that is asked for, and never shows less than it has room for")
  func moved() {
    let all = ScreenText(Self.report, columns: 40).rows.count
    #expect(page(40, 14, from: 2).shown.lowerBound == 2)
    #expect(page(40, 14, from: 500).shown.upperBound == all)
    #expect(page(40, 14, from: -5).shown.lowerBound == 0)
    #expect(page(40, 14, from: 500).shown.count == page(40, 14, from: 0).shown.count)
  }

  private func page(_ columns: Int, _ rows: Int, from first: Int? = nil) -> ScreenPage {
    ScreenPage(
      ScreenText(Self.report, columns: columns), from: first, size: TerminalSize(columns: columns, rows: rows)
    ) { isLong in isLong ? "more\nkeys" : "keys" }
  }

  @Test("names the keys that there are, in lines that are not wider than it", arguments: [80, 40, 24])
  func keys(columns: Int) {
    var view = WatchView(title: "Lesson 1", report: "")
    view.hasNext = true
    let style = Style(isColoured: true, isASCII: false)
    let footer = withoutColours(view.footer(isLong: true, columns: columns, style))
    #expect(footer.split(separator: "\n").allSatisfy { $0.count <= columns })
    #expect(footer.split(separator: "\n").count == (columns == 80 ? 2 : 3))
    for words in ["space more", "h hint", "n next", "r again", "q quit"] { #expect(footer.contains(words)) }
    #expect(!footer.contains("p back"), "nothing comes before lesson 1")
  }
}
