import CourseKit
import Testing

@testable import Tables

@Suite("A column of labels")
struct LabelColumnTests {
  private func column(_ spellings: [(spelling: String, text: String)]) -> LabelColumn {
    var column = LabelColumn()
    for (spelling, text) in spellings where !column.append(spelling: Array(spelling.utf8)[...]) {
      column.append(text, spelled: Array(spelling.utf8)[...])
    }
    return column
  }

  @Test("holds each text once, however the file spells it")
  func spellings() {
    let column = column([("b", "b"), (" a", "a"), ("\"b\"", "b"), ("b", "b"), ("a", "a")])
    #expect(column.names == ["b", "a"])
    #expect(column.indices == [0, 1, 0, 0, 1])
    #expect(column.numbers(at: 1..<5, among: ["a", "b"]) == [0, 1, 1, 0])
    #expect(column.numbers(at: 1..<5, among: ["c", "b", "a"]) == [2, 1, 1, 2])
    #expect(column.firstWithOneRow == nil)
    #expect(self.column([("b", "b"), ("a", "a"), ("b", "b"), ("c", "c")]).firstWithOneRow == "a")
  }

  @Test("may have more different texts than it knows by their bytes")
  func many() {
    let rows = (0..<100).map { "\($0 % 40)" }
    let column = column(rows.map { ($0, $0) })
    #expect(column.names == (0..<40).map { "\($0)" })
    #expect(column.texts == rows)
  }
}
