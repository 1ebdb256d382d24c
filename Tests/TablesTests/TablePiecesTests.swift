import CourseKit
import Testing

@testable import Tables

@Suite("A table that is read in pieces")
struct TablePiecesTests {
  /// What comes of a text: the table or the sentence.
  private func outcome(_ text: some Sequence<UInt8>, pieceSize: Int) -> String {
    do throws(DataError) {
      let file = try Table(text, label: "class", pieceSize: pieceSize)
      return "\(file.features) \(file.values.elements) \(file.labels.texts)"
    } catch {
      return error.sentence
    }
  }

  @Test(
    "is the same table, or gets the same sentence, as one that is read whole",
    arguments: [
      "x,class\n1,a\n-2.5e3,b\n", "x,class\r\n1,a\r\n2,b", "x,class\r1,a\r\r2,b\r", "\u{FEFF}x,class\n1,a\n",
      "x,class\n1,\"red, \"\"dark\"\"\"\n\"2\",\"two\nlines\"\n", "größe,class\n1,é\n2,🙂\n",
      "\n \t\nx,class\n\t\n1,a\n  ",
      "x,class\n12345678901234567890.5,a\n1e-30,b\n", "", "x,class\n1,a\n2\n", "x,class\n1,a\n\ntwo,b\n",
      "x,class\n1,\"a\nb\"\n3,\"c\n", "x,class\n1,\"a", "x,class\n1,", "x,class\n,a", "\u{FEFF}",
      ";;\n\"x;\";class\n 1,5 ;\u{A0}a\n;\n2;b", "1\ta\n2\tb",
    ])
  func samples(text: String) throws {
    let whole = outcome(text.utf8, pieceSize: 1000)
    for size in 1...9 { #expect(outcome(text.utf8, pieceSize: size) == whole, "in pieces of \(size)") }
  }

  @Test("is the same, or gets the same sentence, whatever bytes it holds")
  func garbage() throws {
    var generator = SeededGenerator(seed: 5)
    let pieces =
      ["x", "1", "2.5", "é", "🙂", "a", ",", ",", "\n", "\r\n", "\r", "\"", "\"", " ", "\u{0}", ";", "\t", "\u{A0}"]
      .map { Array($0.utf8) } + [[0xFF], [0xE2, 0x82]]
    for round in 0..<500 {
      var bytes = Array((round % 2 == 0 ? "x,class\n1,a\n" : "").utf8)
      for _ in 0..<Int.random(in: 0..<12, using: &generator) { bytes += pieces.randomElement(using: &generator) ?? [] }
      let whole = outcome(bytes, pieceSize: 1000)
      for size in [1, 2, 3] { #expect(outcome(bytes, pieceSize: size) == whole, "\(bytes) in pieces of \(size)") }
    }
  }

  @Test("may have rows that are longer than a piece by far")
  func longRow() throws {
    let note = String(repeating: "a \"\"long\"\" note\n", count: 20_000)
    let file = try Table("x,class\n1,\"\(note)\"\n2,short\n".utf8, label: "class", pieceSize: 64)
    #expect(file.values.elements == [1, 2])
    #expect(file.labels.texts == [String(note.replacing("\"\"", with: "\"").dropLast()), "short"])
  }
}
