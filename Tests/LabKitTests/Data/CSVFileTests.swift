import CourseKit
import Foundation
import Testing

@testable import LabKit

@Suite("A table")
struct CSVFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ text: String, label: String? = "class") throws -> CSVFile {
    try CSVFile(path: folder.file("table.csv", text), label: label)
  }

  @Test("has its numbers, its labels and the names of its columns in the file's order")
  func plain() throws {
    let file = try read("x,class,y\n1,a,2\n-3.5,b,4e-2\n")
    #expect(file.features == ["x", "y"])
    #expect(file.values == Matrix([[1, 2], [-3.5, 0.04]]))
    #expect(file.labels.texts == ["a", "b"])
  }

  @Test(
    "reads the same whatever system and program wrote it",
    arguments: [
      "x,y,class\r\n1,2,a\r\n3,4,b\r\n",
      "x,y,class\r1,2,a\r3,4,b\r",
      "x,y,class\n1,2,a\n3,4,b",
      "\u{FEFF}x,y,class\n1,2,a\n3,4,b\n",
      "\n\nx,y,class\n\n1,2,a\n   \n3,4,b\n\n\t\n",
      " x , y\t,class\n 1 ,\t2, a\n3 , 4 ,b \n",
      "\"x\",\"y\",\"class\"\n\"1\",\"2\",\"a\"\n\"3\",\" 4 \",\"b\"\n",
    ])
  func dialects(text: String) throws {
    let file = try read(text)
    #expect(file.features == ["x", "y"])
    #expect(file.values == Matrix([[1, 2], [3, 4]]))
    #expect(file.labels.texts == ["a", "b"])
  }

  @Test("keeps commas, quotation marks and line breaks that stand in quotation marks")
  func quotes() throws {
    let file = try read("x,class\n1,\"red, dark\"\n2,\"the \"\"best\"\"\"\n3,\"two\nlines\"\n4,é\n")
    #expect(file.labels.texts == ["red, dark", "the \"best\"", "two\nlines", "é"])
    #expect(file.values.elements == [1, 2, 3, 4])
  }

  @Test("gives the columns that are asked for in the order in which they are asked for")
  func columns() throws {
    let path = try folder.file("table.csv", "note,y,x\nwarm,1,2\ncold,3,4\n")
    let file = try CSVFile(path: path, label: nil, columns: ["x", "y"])
    #expect(file.features == ["x", "y"])
    #expect(file.values == Matrix([[2, 1], [4, 3]]))
    #expect(file.labels.texts.isEmpty)
  }

  @Test("of a hundred thousand rows is read in a moment")
  func large() throws {
    var text = "a,b,c,d,class\n"
    for row in 0..<100_000 { text += "\(row),\(Double(row) / 7),-1e-3,0.25,\(row % 2)\n" }
    let path = try folder.file("table.csv", text)
    let time = try ContinuousClock().measure {
      let file = try CSVFile(path: path, label: "class")
      #expect(file.values.rows == 100_000)
      #expect(file.values[99_999, 1] == 99_999.0 / 7)
    }
    // 0.1 s by itself; the limit leaves room for a busy machine.
    #expect(time < .seconds(5))
  }
}

extension LabelColumn {
  /// The label of each row in words.
  var texts: [String] { indices.map { names[Int($0)] } }
}
