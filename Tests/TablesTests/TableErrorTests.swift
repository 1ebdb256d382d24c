import Foundation
import Testing

@testable import Tables

@Suite("A malformed table gets a sentence")
struct TableErrorTests {
  private func sentence(_ data: Data, label: String? = "class", classes: [String]? = nil) throws -> String {
    try #require(throws: DataError.self) { try Table(data, label: label, classes: classes) }.sentence
  }

  private static let malformedTexts: [(String, String)] = [
    ("", "FILE is empty. Its first line names the columns, for example: x,y,class"),
    ("\n \r\n", "FILE is empty. Its first line names the columns, for example: x,y,class"),
    ("x,class\n", "FILE has no examples: below the names of the columns there must be a row for each."),
    ("x,class\n1,a\n2\n", "FILE:3: this row has 1 value, and the first line names 2 columns."),
    ("x,class\n1,a\n\n2,b,3\n", "FILE:4: this row has 3 values, and the first line names 2 columns."),
    ("x,class\n1,a\ntwo,b\n", "FILE:3: 'two' in the column 'x' is no number."),
    ("x,class\r\n1,a\r\n1.2.3,b\r\n", "FILE:3: '1.2.3' in the column 'x' is no number."),
    (
      "x,class\n\"1,5\",a\n",
      "FILE:2: '1,5' in the column 'x' has a comma in it. Write a point before the fraction, or say --decimal comma, if all "
        + "numbers have one."
    ),
    (
      "x,class\nnan,a\n",
      "FILE:2: 'nan' in the column 'x' says that a value is missing. Fill it in or leave the row out."
    ),
    (
      "x,class\ninf,a\n",
      "FILE:2: 'inf' in the column 'x' is too large for a number: they end at 1.8e308. Write the column in a larger unit, "
        + "or leave the row out."
    ),
    (
      "x,class\n1e999,a\n",
      "FILE:2: '1e999' in the column 'x' is too large for a number: they end at 1.8e308. Write the column in a larger unit, "
        + "or leave the row out."
    ),
    (
      "x,class\n\"1\n2\",a\n",
      "FILE:2: '1<U+000A>2' in the column 'x' has a character in it that cannot be seen, U+000A. Delete it."
    ),
    ("x,class\n1,\"a\nb\"\nx,c\n", "FILE:4: 'x' in the column 'x' is no number."),
    ("x,class\n,a\n", "FILE:2: the column 'x' is empty. Fill it in or leave the row out."),
    ("x,class\n  ,a\n", "FILE:2: the column 'x' is empty. Fill it in or leave the row out."),
    ("x,class\n1,\n", "FILE:2: the label 'class' is empty. Fill it in or leave the row out."),
    ("x,y\n1,2\n", "FILE:1: there is no column 'class'. The columns are 'x', 'y'."),
    (
      (0..<12).map { "c\($0)" }.joined(separator: ",") + "\n",
      "FILE:1: there is no column 'class'. The columns are 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', "
        + "'c9' and 2 more."
    ),
    ("class\na\n", "FILE:1: beside the label's column there must be one with numbers to learn from."),
    (
      "1,2,0\n3,4,1\n",
      "FILE:1: there is no column 'class'. The first line names none, so they are called 'x1', 'x2', 'x3'."
    ),
    ("x;class\n1;a\n1.2,3;b\n", "FILE:3: '1.2,3' in the column 'x' is no number."),
    ("x;class\n1;a\n\n2,b\n", "FILE:4: this row has 1 value, and the first line names 2 columns."),
    (
      "x,class\n0x10,a\n",
      "FILE:2: '0x10' in the column 'x' is in hexadecimal notation: in decimals it is 16."
    ),
    ("x,,class\n1,2,a\n", "FILE:1: column 2 has no name."),
    ("x,x,class\n1,2,a\n", "FILE:1: two columns are named 'x': each needs a name of its own."),
    ("x,class\n1,a\n2,\"b\n3,a\n", "FILE:3: a quotation mark is opened and never closed."),
  ]

  @Test("that says what is wrong and in which line", arguments: malformedTexts)
  func malformed(text: String, expected: String) throws {
    #expect(try sentence(Data(text.utf8)) == expected)
  }

  @Test("if it is not UTF-8, with the first line that is not")
  func encoding() throws {
    let latin = Data("x,class\n1,a\n2,".utf8) + [0xE9, 0x0A] + Data("3,b\n".utf8)
    let expected =
      "the text is not UTF-8, perhaps Latin-1 or Windows-1252. Save the table again with the encoding UTF-8. This converts it: "
      + "iconv -f WINDOWS-1252 -t UTF-8 FILE > FILE.utf8.csv"
    #expect(try sentence(latin) == "FILE:3: \(expected)")
    let misread = Data("x,class\n1,a\ntwo,b\n3,".utf8) + [0xE9, 0x0A]
    #expect(try sentence(misread) == "FILE:4: \(expected)", "it comes before what is wrong for that very reason")
    let unfinished = Data("x,class\n1,a\n2,b".utf8) + [0xC3]
    #expect(try sentence(unfinished) == "FILE:3: \(expected)")
    let wide = "FILE is a text in UTF-16, not UTF-8. This converts it: iconv -f"
    for (encoding, name) in [
      (String.Encoding.utf16, "UTF-16"), (.utf16LittleEndian, "UTF-16LE"), (.utf16BigEndian, "UTF-16BE"),
    ] {
      let text = try #require("x,class\n1,größe\n".data(using: encoding))
      #expect(try sentence(text) == "\(wide) \(name) -t UTF-8 FILE > FILE.utf8.csv")
    }
  }

  @Test("that quotes the beginning of a very long value only")
  func long() throws {
    let text = "x,class\n" + String(repeating: "é", count: 1000) + ",a\n"
    #expect(
      try sentence(Data(text.utf8)) == "FILE:2: '\(String(repeating: "é", count: 30))…' in the column 'x' is no number."
    )
  }

  @Test("if it has a class that a model does not know")
  func unknownClass() throws {
    let text = Data("x,class\n1,a\n\n2,c\n".utf8)
    #expect(
      try sentence(text, classes: ["a", "b"])
        == "FILE:4: 'c' in the column 'class' is no class that the model knows: it tells 'a', 'b' apart.")
  }

  @Test("if it names no columns and its rows differ")
  func withoutNames() throws {
    #expect(
      try sentence(Data("1,2\n3\n".utf8), label: "x2")
        == "FILE:2: this row has 1 value, and the first line has 2 columns.")
    #expect(
      try sentence(Data("1,a\n,b\n".utf8), label: "x2")
        == "FILE:2: the column 'x1' is empty. Fill it in or leave the row out.")
  }

  @Test("whatever bytes it holds")
  func garbage() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let pieces = [
        "x", "class", ",", "\n", "\r", "\"", " ", "1", "é", "\u{0}", "-", "e", "\u{FEFF}", ";", "\t", "\u{A0}",
      ]
      let text = (0..<Int.random(in: 0..<30, using: &generator)).map { _ in pieces.randomElement() ?? "" }.joined()
      // It is read or refused; nothing stops the program.
      _ = try? Table(text.utf8, label: Bool.random() ? "class" : nil)
    }
  }
}
