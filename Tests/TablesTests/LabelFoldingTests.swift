import CourseKit
import Testing

@testable import Tables

@Suite("Labels that differ in how they are written alone")
struct LabelFoldingTests {
  private func table(_ labels: [String], classes: [String]? = nil) throws -> Table {
    let text = "x,class\n" + labels.enumerated().map { "\($0.offset * $0.offset),\($0.element)\n" }.joined()
    return try Table(text.utf8, ColumnChoice(label: .named("class")), classes: classes)
  }

  @Test(
    "are one where two remain, the commonest way of writing stays, and that is said",
    arguments: [
      (
        ["Yes", "no", "yes", "Yes", "NO", "no"], ["Yes", "no"], "'Yes' stands for 'yes', too; 'no' stands for 'NO', too"
      ),
      (["1", "0", "1.0", "1", "0"], ["1", "0"], "'1' stands for '1.0', too"),
      (
        ["very good", "bad", "verygood", "very good", "bad"], ["very good", "bad"],
        "'very good' stands for 'verygood', too"
      ),
      (["Ärger", "ärger", "froh", "froh", "Ärger"], ["Ärger", "froh"], "'Ärger' stands for 'ärger', too"),
      (["ДА", "да", "нет", "да"], ["да", "нет"], "'да' stands for 'ДА', too"),
    ])
  func folded(labels: [String], names: [String], remark: String) throws {
    let table = try table(labels)
    #expect(table.labels.names == names && table.remarks == [remark])
    #expect(table.labels.texts.count == labels.count)
    #expect(zip(table.labels.texts, labels).allSatisfy { LabelKey($0) == LabelKey($1) })
  }

  @Test("stay as they are where others remain, and are named")
  func kept() throws {
    let three = try table(["setosa", "Setosa", "virginica", "versicolor", "setosa", "Setosa"])
    #expect(three.labels.names.count == 4)
    #expect(
      three.remarks
        == ["'setosa', 'Setosa' are different classes here, though they differ in how they are written alone"])
    #expect(try table(["a", "A", "a", "A"]).labels.names == ["a", "A"], "one would remain")
    #expect(try table(["a", "b", "a", "b"]).remarks == [])
    let lonely = try table(["a", "b", "c", "A", "b", "c", "a"])
    let error = try #require(throws: DataError.self) { try lonely.classes() }
    #expect(
      error.sentence
        == "FILE: the column 'class' has one row only of 'A', which differs from 'a' in how it is written alone. Write both in "
        + "one way, or leave the row out.")
  }

  @Test("are the class that a model knows, if it is only one")
  func known() throws {
    #expect(try table(["YES", "no", "No "], classes: ["no", "yes"]).labels.texts == ["yes", "no", "no"])
    let error = try #require(throws: DataError.self) { try table(["YES"], classes: ["yes", "Yes"]) }
    #expect(error.sentence.contains("'YES' in the column 'class' is no class that the model knows"))
  }
}
