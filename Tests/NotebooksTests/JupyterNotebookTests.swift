import Foundation
import Testing

@testable import Notebooks

@Suite("A notebook for Jupyter")
struct JupyterNotebookTests {
  private typealias Cell = [String: Any]

  private func notebook(_ page: WovenPage) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(JupyterNotebook.text(of: page).utf8)) as? [String: Any])
  }

  private func cells(_ page: WovenPage) throws -> [Cell] { try #require(try notebook(page)["cells"] as? [Cell]) }

  private func name(_ cell: Cell) -> String { cell["id"] as? String ?? "" }

  private func text(_ lines: Any?) -> String { (lines as? [String] ?? []).joined() }

  @Test("is of format 4.5, in Swift, and has no kernel")
  func format() throws {
    let notebook = try notebook(SamplePage.page("let a = 1"))
    #expect(notebook["nbformat"] as? Int == 4 && notebook["nbformat_minor"] as? Int == 5)
    let metadata = try #require(notebook["metadata"] as? [String: [String: String]])
    #expect(
      metadata == ["language_info": ["name": "swift", "file_extension": ".swift", "mimetype": "text/x-swift"]])
    for cell in try cells(SamplePage.page("let a = 1")) where cell["cell_type"] as? String == "code" {
      #expect(cell["execution_count"] is NSNull)
    }
  }

  @Test("begins with the title and the command that makes it anew")
  func first() throws {
    let first = try #require(try cells(SamplePage.page("let a = 1")).first)
    #expect(text(first["source"]).hasPrefix("# Lesson 2 · Means\n\n*`\(SamplePage.command)` makes this notebook anew"))
  }

  @Test("has the code as it is, and below it the checks, the numbers and the pictures")
  func outputs() throws {
    let cells = try cells(SamplePage.page(SamplePage.wild))
    let code = try #require(cells.first { name($0) == "code-2-1" })
    #expect(text(code["source"]) == SamplePage.wild)
    let outputs = try #require(code["outputs"] as? [Cell])
    #expect(outputs.map { $0["output_type"] as? String } == ["stream", "display_data"])
    #expect(text(outputs[0]["text"]) == "  ✓ 2.1  mean  value: by hand\n")
    let numbers = try #require(outputs[1]["data"] as? [String: Any])
    #expect(text(numbers["text/plain"]) == "f(x < 1) → 1")
    #expect(text(numbers["text/html"]).contains("<tr><td><code>f(x &lt; 1)</code></td><td><code>1</code></td></tr>"))
    let picture = try #require(cells.first { name($0) == "picture-slopes" })
    #expect(text(picture["source"]) == "// swift run course-check plot slopes")
    let shown = try #require((picture["outputs"] as? [Cell])?.first?["data"] as? [String: Any])
    #expect(text(shown["image/svg+xml"]) == SamplePage.picture.svg)
    #expect(text(shown["text/plain"]) == "A line \"up\"")
  }

  @Test("says of code that is not there where it is, and of what could not be checked that it was not")
  func missing() throws {
    let cells = try cells(SamplePage.page("let a = 1"))
    let place = try #require(cells.first { name($0) == "code-2-2-place" })
    #expect(text(place["source"]) == "**Code** · `g` is not in [B.swift](../B.swift).")
    let code = try #require(cells.first { name($0) == "code-2-2" })
    let output = try #require((code["outputs"] as? [Cell])?.first)
    #expect(text(output["text"]).hasPrefix("Checks: not checked, because"))
  }

  @Test("has cells of names that are different, short and of the letters that Jupyter wants")
  func names() throws {
    let names = try cells(SamplePage.course("let a = 1")).map(name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(name.wholeMatch(of: /[A-Za-z0-9_-]{1,64}/) != nil, "\(name)") }
    #expect(try cells(SamplePage.page("let a = 1")).map(name).contains("after-picture-slopes"))
  }

  @Test("changes with one exercise's code that one's cell alone, line by line")
  func stability() throws {
    let before = SamplePage.page("func f() {\n  1\n}")
    let after = SamplePage.page("func f() {\n  2\n  3\n}", checks: "  ✗ 2.1  mean  value: by hand\n")
    let changed = zip(try cells(before), try cells(after)).filter { !NSDictionary(dictionary: $0).isEqual(to: $1) }
    #expect(changed.map { name($0.0) } == ["code-2-1"] && changed.map { name($0.1) } == ["code-2-1"])
    let difference = JupyterNotebook.text(of: after).split(separator: "\n")
      .difference(from: JupyterNotebook.text(of: before).split(separator: "\n"))
    #expect(difference.insertions.count == 3 && difference.removals.count == 2)
    #expect(JupyterNotebook.text(of: before) == JupyterNotebook.text(of: before))
  }

  @Test("keeps a cell's name when the lesson no longer compiles")
  func failure() throws {
    let section = SamplePage.section("let a = 1")
    var blocks = section.blocks
    blocks.insert(.output("no", name: "failure", command: "swift run course-check lesson2"), at: 2)
    let broken = WovenPage(
      command: SamplePage.command, sections: [WovenSection(name: section.name, page: section.page, blocks: blocks)])
    let names = try cells(SamplePage.page("let a = 1")).map(name)
    #expect(try cells(broken).map(name).filter { $0 != "failure" } == names)
  }

  @Test("is written as Jupyter writes it")
  func json() {
    let value = JSON.object([
      "b": .list([]), "a": .object([:]), "c": .lines("é \"\\\n\u{0}\t\u{8}\u{C}x\r\ny\u{2028}"),
      "d": .list([.null, .number(4)]),
    ])
    #expect(
      value.file == """
        {
         "a": {},
         "b": [],
         "c": [
          "é \\"\\\\\\n",
          "\\u0000\\t\\b\\f",
          "x\\r\\n",
          "y\u{2028}"
         ],
         "d": [
          null,
          4
         ]
        }

        """)
  }
}
