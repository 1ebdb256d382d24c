import CourseKit
import Testing

@testable import Tables

@Suite("A labelled table")
struct LabelledTableTests {
  private func table(_ rows: [String], header: String = "x,class") throws -> LabelledTable {
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    return try table(text, seed: 1)
  }

  private func table(_ text: String, seed: UInt64) throws -> LabelledTable {
    var generator = SeededGenerator(seed: seed)
    var table = try LabelledTable(Table(text.utf8, label: "class"), using: &generator)
    table.scale()
    return table
  }

  private func sentence(_ rows: [String]) throws -> String {
    let error = try #require(throws: DataError.self) { try table(rows) }
    return error.sentence
  }

  @Test(
    "has its classes in the order of the alphabet, or by size if they are numbers, whichever comes first in the file")
  func classes() throws {
    #expect(try table(["1,b", "2,a", "3,a", "4,b", "5,a"]).classes == ["a", "b"])
    #expect(try table(["1,10", "2,9", "3,9", "4,10", "5,9"]).classes == ["9", "10"])
    #expect(try table(["1,1", "2,-1", "3,1", "4,-1", "5,1"]).classes == ["-1", "1"])
    #expect(try table(["1,yes", "2,2", "3,yes", "4,2", "5,2"]).classes == ["2", "yes"])
    #expect(
      try table(["1,1.0", "2,1", "3,1", "4,1.0", "5,1"]).classes == ["1", "1.0"], "equal numbers are words, too")
    #expect(
      try table(["1,\u{E9}", "2,e\u{301}", "3,\u{E9}", "4,\u{E9}", "5,e\u{301}"]).classes.count == 2, "byte by byte")
    #expect(
      try table(["1,b", "2,10", "3,a", "4,9", "5,b", "6,10", "7,a", "8,9", "9,-1.0", "10,-1.0"]).classes
        == ["-1.0", "9", "10", "a", "b"], "numbers first")
    #expect(try table(["1,0.5", "2,1.5", "3,0.5", "4,1.5", "5,1.5"]).classes == ["0.5", "1.5"], "two are classes")
    let fifty = (0..<100).map { "\($0),\($0 % 50)" }
    #expect(try table(fifty).classes == (0..<50).map { "\($0)" })
  }

  @Test("keeps features and labels together and a fifth of the rows for validation")
  func split() throws {
    let table = try table((0..<100).map { "\($0),\($0 < 50 ? "low" : "high")" })
    #expect(table.training.count == 80)
    #expect(table.validation.count == 20)
    var seen: [Double] = []
    for part in [table.training, table.validation] {
      for row in 0..<part.count {
        let value = part.features[row, 0] * table.scaling.deviations[0] + table.scaling.means[0]
        // "high" comes first in the alphabet, so "low" is class 1.
        #expect(part.classes[row] == (value < 49.5 ? 1 : 0))
        seen.append(value.rounded())
      }
    }
    #expect(seen.sorted() == (0..<100).map(Double.init), "every row is there once")
    #expect(seen != seen.sorted(), "the rows are shuffled")
  }

  @Test("has features of mean 0 and deviation 1 on the examples to learn from")
  func scaling() throws {
    let table = try table((0..<50).map { "\($0 * $0),\(1e6 + Double(2 * $0)),\($0 % 2)" }, header: "x,y,class")
    let again = Scaling(of: table.training.features)
    for column in 0..<2 {
      #expect(abs(again.means[column]) < 1e-9)
      #expect(abs(again.deviations[column] - 1) < 1e-9)
    }
  }

  @Test("leaves a column that never changes at 0, whatever its number is", arguments: [0, 0.1, 1e-9, 1e15 / 3])
  func constantColumn(number: Double) throws {
    let table = try table((0..<77).map { "\(number),\($0 * $0),\($0 % 2)" }, header: "x,y,class")
    #expect(table.scaling.deviations[0] == 1)
    for row in 0..<table.training.count {
      #expect(abs(table.training.features[row, 0]) <= abs(number) * 1e-12)
    }
  }

  @Test("is the same for the same seed and another for another")
  func seeds() throws {
    let text = "x,class\n" + (0..<50).map { "\($0),\($0 % 2)\n" }.joined()
    let first = try table(text, seed: 1)
    #expect(try table(text, seed: 1).training == first.training)
    #expect(try table(text, seed: 2).training != first.training)
  }

  @Test("that cannot be learned from gets a sentence")
  func errors() throws {
    #expect(
      try sentence(["1,a", "2,a", "3,a", "4,a", "5,a"])
        == "FILE: the column 'class' has one class only, 'a': there is nothing to tell apart.")
    #expect(
      try sentence(["1,a", "2,b", "3,a", "4,b", "5,c"])
        == "FILE: the column 'class' has one row only of 'c': a network can learn from that row or be measured on it. "
        + "Add rows like it, or leave it out.")
    #expect(
      try sentence((0..<412).map { "1,\(1000 + $0)" })
        == "FILE: the column 'class' has 412 different values: is it a class? A network tells up to 50 apart.")
    #expect(
      try sentence((0..<51).flatMap { ["1,c\($0)", "2,c\($0)"] })
        == "FILE: the column 'class' has 51 different values: is it a class? A network tells up to 50 apart.")
    #expect(
      try sentence(["1,0", "2,1", "3,2.5", "4,0", "5,1", "6,2.5"])
        == "FILE: the column 'class' has numbers with fractions, such as 2.5: is it a class? A class is a word or a whole "
        + "number.")
    #expect(
      try sentence(["1,a", "2,b", "3,a", "4,b"])
        == "FILE has 4 examples: at least 5 are needed, a fifth of them to validate.")
    #expect(
      try sentence(["1e300,a", "-1e300,b", "1e300,a", "2,b", "3,a", "4,a"])
        == "FILE has numbers too large to compute with: write them in a larger unit.")
  }
}
