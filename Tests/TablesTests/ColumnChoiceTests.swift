import CourseKit
import Testing

@testable import Tables

@Suite("The columns of a table")
struct ColumnChoiceTests {
  private static let rows = (0..<12).map { "\($0 + 1),\($0 * $0),red,\($0 % 3),\($0 % 2 == 0 ? "a" : "b")\n" }.joined()
  private static let text = "id,size,colour,count,class\n" + rows

  private func table(_ numbers: ColumnChoice.Numbers, in text: String = text, hasOptions: Bool = true) throws -> Table {
    try Table(text.utf8, ColumnChoice(label: .named("class"), numbers: numbers, hasOptions: hasOptions))
  }

  private func sentence(_ numbers: ColumnChoice.Numbers, in text: String = text, hasOptions: Bool = true) throws
    -> String
  {
    try #require(throws: DataError.self) { try table(numbers, in: text, hasOptions: hasOptions) }.sentence
  }

  @Test("are those that are named, in their order, or all that are not left out")
  func chosen() throws {
    #expect(try table(.named(["count", "size"])).features == ["count", "size"])
    #expect(try table(.named(["id", "size"])).features == ["id", "size"], "who names a counting column wants it")
    #expect(try table(.all(but: ["id", "colour"])).features == ["size", "count"])
    #expect(
      try sentence(.all(but: ["ID"]))
        == "FILE:1: there is no column 'ID'. The columns are 'id', 'size', 'colour', 'count', 'class'.")
  }

  @Test("that hold texts are named with both ways on, before any row is")
  func texts() throws {
    #expect(
      try sentence(.all(but: []))
        == "FILE:2: the column 'colour' holds texts, such as 'red', and a network learns from numbers. Leave it out: --ignore "
        + "colour, or name the columns to learn from: --columns id,size,count")
    #expect(
      try sentence(.all(but: []), hasOptions: false)
        == "FILE:2: the column 'colour' holds texts, such as 'red', and a network learns from numbers. Take that column out of "
        + "the file.")
  }

  @Test("that count the rows are named with both ways on, unless there are few rows or no other column")
  func counting() throws {
    let counted =
      "FILE: the column 'id' counts the rows (1, 2, 3 …). A network would learn the rows by their numbers, which say nothing "
      + "about new ones. "
    #expect(
      try sentence(.all(but: ["colour"]))
        == counted + "Leave it out: --ignore id, or name the columns to learn from: --columns size,count")
    let plain = Self.text.replacing(",red", with: "").replacing(",colour", with: "")
    #expect(try sentence(.all(but: []), in: plain, hasOptions: false) == counted + "Take that column out of the file.")
    let few = plain.split(separator: "\n").prefix(10).joined(separator: "\n")
    #expect(try table(.all(but: []), in: few).features == ["id", "size", "count"], "nine rows")
    let single = "id,class\n" + (0..<20).map { "\($0),\($0 % 2)\n" }.joined()
    #expect(try table(.all(but: []), in: single).features == ["id"], "the only column")
    let halves = plain.replacing("12,121", with: "12.5,121")
    #expect(try table(.all(but: []), in: halves).features == ["id", "size", "count"], "it does not count to the end")
  }

  @Test("are written for a shell as it takes them, and read from an option")
  func lists() {
    #expect(["a", "b c", "d,e"].inOption == #"'a,b c,"d,e"'"#)
    #expect([String](inOption: #"a, b c,"d,e""#) == ["a", "b c", "d,e"])
    #expect(["Unnamed: 0"].inOption == "'Unnamed: 0'" && ["it's"].inOption == #"'it'\''s'"#)
  }
}
