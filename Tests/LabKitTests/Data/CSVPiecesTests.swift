import CourseKit
import Foundation
import Testing

@testable import LabKit

@Suite("A table that is read in pieces")
struct CSVPiecesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What comes of a file: the table or the sentence.
  private func outcome(_ path: String, pieceSize: Int) -> String {
    do throws(DataError) {
      var reader = try CSVReader(path: path, pieceSize: pieceSize)
      let file = try CSVFile(&reader, label: "class")
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
      "x,class\n12345678901234567890.5,a\n0x1p-3,b\n", "", "x,class\n1,a\n2\n", "x,class\n1,a\n\ntwo,b\n",
      "x,class\n1,\"a\nb\"\n3,\"c\n", "x,class\n1,\"a", "x,class\n1,", "x,class\n,a", "\u{FEFF}",
    ])
  func samples(text: String) throws {
    let path = try folder.file("table.csv", text)
    let whole = outcome(path, pieceSize: 1000)
    for size in 1...9 { #expect(outcome(path, pieceSize: size) == whole, "in pieces of \(size)") }
  }

  @Test("is the same, or gets the same sentence, whatever bytes it holds")
  func garbage() throws {
    var generator = SeededGenerator(seed: 5)
    let pieces =
      ["x", "1", "2.5", "é", "🙂", "a", ",", ",", "\n", "\r\n", "\r", "\"", "\"", " ", "\u{0}"]
      .map { Array($0.utf8) } + [[0xFF], [0xE2, 0x82]]
    for round in 0..<500 {
      var bytes = Array((round % 2 == 0 ? "x,class\n1,a\n" : "").utf8)
      for _ in 0..<Int.random(in: 0..<12, using: &generator) { bytes += pieces.randomElement(using: &generator) ?? [] }
      let path = try folder.file("table.csv", Data(bytes))
      let whole = outcome(path, pieceSize: 1000)
      for size in [1, 2, 3] { #expect(outcome(path, pieceSize: size) == whole, "\(bytes) in pieces of \(size)") }
    }
  }

  @Test("may have rows that are longer than a piece by far")
  func longRow() throws {
    let note = String(repeating: "a \"\"long\"\" note\n", count: 20_000)
    let path = try folder.file("table.csv", "x,class\n1,\"\(note)\"\n2,short\n")
    var reader = try CSVReader(path: path, pieceSize: 64)
    let file = try CSVFile(&reader, label: "class")
    #expect(file.values.elements == [1, 2])
    #expect(file.labels.texts == [note.replacing("\"\"", with: "\""), "short"])
  }

  @Test("can come through a pipe, which nobody can read twice")
  func pipe() throws {
    let path = folder.path("pipe")
    try #require(mkfifo(path, 0o600) == 0)
    let rows = (0..<50_000).map { "\($0),\($0 % 2)\n" }
    Thread.detachNewThread { try? Data(("x,class\n" + rows.joined()).utf8).write(to: URL(filePath: path)) }
    let file = try CSVFile(path: path, label: "class")
    #expect(file.values.elements == (0..<50_000).map(Double.init))
  }
}
