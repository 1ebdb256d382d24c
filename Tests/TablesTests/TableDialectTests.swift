import CourseKit
import Testing
import Vocabulary

@testable import Tables

/// Tables as other programs and people write them; each holds the numbers 0.5, 2 and 1.5, 4 and so on, and the labels a and b.
@Suite("A table as it is found")
struct TableDialectTests {
  /// A way to write a table.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    var format = TableFormat()
    var remarks: [String] = []
  }

  private static let european = "semicolons between values, commas in numbers"

  private static let cases: [Case] = [
    Case(testDescription: "plain", text: "x,y,class\n0.5,2,a\n1.5,4,b\n2.5,6,a\n"),
    Case(testDescription: "semicolons and commas", text: "x;y;class\n0,5;2;a\n1,5;4;b\n2,5;6;a\n", remarks: [european]),
    Case(
      testDescription: "semicolons and points", text: "x;y;class\n0.5;2;a\n1.5;4;b\n2.5;6;a\n",
      remarks: ["semicolons between values"]),
    Case(
      testDescription: "tabs", text: "x\ty\tclass\n0.5\t2\ta\n1.5\t4\tb\n2.5\t6\ta\n", remarks: ["tabs between values"]),
    Case(
      testDescription: "tabs and commas", text: "x\ty\tclass\n0,5\t2,0\ta\n1,5\t4,0\tb\n2,5\t6\ta\n",
      remarks: ["tabs between values, commas in numbers"]),
    Case(testDescription: "pipes", text: "x|y|class\n0.5|2|a\n1.5|4|b\n2.5|6|a\n", remarks: ["pipes between values"]),
    Case(
      testDescription: "blanks in columns", text: "    x   y  class\n  0.5   2  a\n  1.5   4  b\n  2.5   6  a  \n",
      remarks: ["blanks between values"]),
    Case(
      testDescription: "Excel's first line", text: "sep=;\r\nx;y;class\r\n0,5;2;a\r\n1,5;4;b\r\n2,5;6;a\r\n",
      remarks: [european]),
    Case(testDescription: "Excel's first line with a comma", text: "sep=,\nx,y,class\n0.5,2,a\n1.5,4,b\n2.5,6,a\n"),
    Case(
      testDescription: "several byte-order marks",
      text: "\u{FEFF}\u{FEFF}x;y;class\n0,5;2;a\n1,5;4;b\n2,5;6;a\n", remarks: [european]),
    Case(
      testDescription: "blanks before quotes",
      text: "\"x\", \"y\", \"class\"\n0.5, 2, \"a\"\n1.5, 4, \"b\"\n2.5, 6, \"a\"\n"),
    Case(
      testDescription: "the index of pandas", text: ",x,y,class\n0,0.5,2,a\n1,1.5,4,b\n2,2.5,6,a\n",
      remarks: ["the first column, which has no name, left out"]),
    Case(
      testDescription: "R's names of rows",
      text: "\"x\" \"y\" \"class\"\n\"1\" 0.5 2 \"a\"\n\"2\" 1.5 4 \"b\"\n\"3\" 2.5 6 \"a\"\n",
      remarks: ["blanks between values", "the first column, which has no name, left out"]),
    Case(
      testDescription: "R's names of rows in words", text: "x,y,class\nred,0.5,2,a\nblue,1.5,4,b\ngreen,2.5,6,a\n",
      remarks: ["the first column, which has no name, left out"]),
    Case(testDescription: "separators at the end", text: "x,y,class,\n0.5,2,a,\n1.5,4,b,\n2.5,6,a,\n"),
    Case(testDescription: "separators at the end of the rows only", text: "x,y,class\n0.5,2,a,\n1.5,4,b,\n2.5,6,a,\n"),
    Case(
      testDescription: "many separators at the end", text: "x,y,class,,,\n0.5,2,a,,,\n1.5,4,b,,,\n2.5,6,a,,\n,,,,,\n"),
    Case(
      testDescription: "comments above",
      text: "# made in spring\n# by hand, with care\nx,y,class\n0.5,2,a\n1.5,4,b\n2.5,6,a\n",
      remarks: ["2 lines above the table passed over"]),
    Case(
      testDescription: "a title above", text: "Flowers of the garden\nx,y,class\n0.5,2,a\n1.5,4,b\n2.5,6,a\n",
      remarks: ["the line above the table passed over"]),
    Case(
      testDescription: "a title as a spreadsheet saves it",
      text: "Flowers;;\n;;\nx;y;class\n0,5;2;a\n1,5;4;b\n2,5;6;a\n",
      remarks: [european, "the line above the table passed over"]),
    Case(
      testDescription: "a title with commas", text: "Flowers, of the garden\nx,y,class\n0.5,2,a\n1.5,4,b\n2.5,6,a\n",
      remarks: ["the line above the table passed over"]),
    Case(testDescription: "NumPy's names in a comment", text: "# x,y,class\n0.5,2,a\n1.5,4,b\n2.5,6,a\n"),
    Case(
      testDescription: "NumPy's names with blanks", text: "# x y class\n0.5 2 a\n1.5 4 b\n2.5 6 a\n",
      remarks: ["blanks between values"]),
    Case(
      testDescription: "line breaks in quotes", text: "\"x\",y,class\r\n0.5,2,\"a\"\r\n\"1.5\r\n\",4,b\r\n2.5,6,a\r\n"),
    Case(
      testDescription: "what cannot be seen around values",
      text: "\u{200B}x,y\u{A0},class\u{200E}\n0.5\u{200B},\u{FEFF}2,a\u{AD}\n1.5,4,b\n2.5\u{202F},6,\u{2060}a\n"),
    Case(
      testDescription: "commas in quoted numbers, as an option says",
      text: "x,y,class\n\"0,5\",2,a\n\"1,5\",4,b\n\"2,5\",6,a\n", format: TableFormat(decimalMark: .comma),
      remarks: ["commas between values, commas in numbers"]),
    Case(
      testDescription: "a separator that an option says", text: "x:y:class\n0.5:2:a\n1.5:4:b\n2.5:6:a\n",
      format: TableFormat(separator: Separator(":")), remarks: ["':' between values"]),
    Case(
      testDescription: "labels in words with every other separator",
      text: "x;y;class\n0,5;2;a\n1,5;4;b\n2,5;6;a\n".replacing(";a", with: ";\"a\""), remarks: [european]),
  ]

  @Test("is read rightly, and what is unusual about it is said", arguments: cases)
  func found(one: Case) throws {
    let table = try Table(one.text.utf8, ColumnChoice(label: .named("class")), format: one.format)
    #expect(table.features == ["x", "y"])
    #expect(table.values == Matrix([[0.5, 2], [1.5, 4], [2.5, 6]]))
    #expect(table.labels.texts == ["a", "b", "a"])
    #expect(table.remarks == one.remarks)
  }

  @Test("reads on a page, where the label is the last column, as the command line reads it", arguments: cases)
  func page(one: Case) throws {
    let table = try Table(one.text.utf8, ColumnChoice(label: .last, hasOptions: false), format: one.format)
    #expect(
      table.values == Matrix([[0.5, 2], [1.5, 4], [2.5, 6]]) && table.label == "class" && table.remarks == one.remarks)
  }

  @Test("whose names are numbers has names nevertheless where the rows below show it")
  func names() throws {
    func table(_ text: String, _ label: ColumnChoice.LabelChoice = .last) throws -> [String] {
      try Table(text.utf8, ColumnChoice(label: label)).features
    }
    #expect(try table("0,1,class\n0.5,2,a\n1.5,4,b\n") == ["0", "1"], "counted columns above fractions")
    #expect(try table("1,2,3\n0.5,2,0\n1.5,4,1\n") == ["1", "2"])
    #expect(try table("2019,2020,kind\n5,2,a\n7,4,b\n5,2,a\n7,4,b\n") == ["2019", "2020"], "a label that no row has")
    #expect(try table("2019,2020,a\n5,2,a\n7,4,b\n5,2,a\n7,4,b\n") == ["x1", "x2"], "a label that rows have")
    #expect(try table("3,4,a\n5,2,b\n7,4,a\n", .named("x3")) == ["x1", "x2"], "names of places are asked for")
    #expect(try table("x,size,kind\n?,2,a\n3,4,b\n".replacing("?", with: "1")) == ["x", "size"])
  }

  @Test("keeps a row of its own above the others, be it short, empty or a comment, and names its line")
  func misfits() throws {
    func sentence(_ text: String) throws -> String {
      try #require(throws: DataError.self) { try Table(text.utf8, ColumnChoice(label: .named("class"))) }.sentence
    }
    #expect(
      try sentence("x,class\n0.5,2,a\n1.5,4,b\n")
        == "FILE:2: this row has 3 values, and the first line names 2 columns.",
      "these numbers name no rows")
    #expect(
      try sentence("x,y,class\n0.5,2,a\n# the end\n")
        == "FILE:3: comments can stand above the names of the columns only. Take this one out, or put it there.")
    #expect(
      try sentence("# two\nx,y,class\n0.5,2,a\n1.5,4\n") == "FILE:4: this row has 2 values, and line 2 names 3 columns."
    )
    #expect(try sentence("x,y,class,\n0.5,2,a,7\n1.5,4,b,8\n") == "FILE:1: column 4 has no name.")
  }

  @Test("in which numbers have points here and commas there is refused, with the line of both")
  func mixedMarks() throws {
    let text = "x;y;class\n1;2;a\n0,5;2;a\n1.5;4;b\n"
    let error = try #require(throws: DataError.self) { try Table(text.utf8, ColumnChoice(label: .named("class"))) }
    #expect(
      error.sentence
        == "FILE:4: '1.5' in the column 'x' has a point before its fraction, and the number in line 3 has a comma. Write all "
        + "numbers of the table in one way.")
    let said = try #require(throws: DataError.self) {
      try Table(
        "x;class\n0,5;a\n".utf8, ColumnChoice(label: .named("class")), format: TableFormat(decimalMark: .point))
    }
    #expect(
      said.sentence
        == "FILE:2: '0,5' in the column 'x' has a comma in it, and --decimal says that points stand before the fractions."
    )
  }

  @Test(
    "that is no text is named as what it is",
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "a workbook (Excel, OpenDocument) or another zip archive"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "an old Excel workbook"), ([0x1F, 0x8B, 0x08], "a gzip archive"),
      (Array("%PDF-1.4".utf8), "a PDF"), (Array("{\"x\": [1]}".utf8), "JSON"),
      (Array("<!DOCTYPE html><p>".utf8), "a page of the web"), (Array("PAR1 ".utf8), "a Parquet file"),
    ] as [([UInt8], String)])
  func foreign(bytes: [UInt8], name: String) throws {
    let error = try #require(throws: DataError.self) { try Table(bytes, ColumnChoice(label: .none)) }
    #expect(error.sentence.hasPrefix("FILE is \(name), not a table. "))
  }
}
