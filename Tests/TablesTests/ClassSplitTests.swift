import CourseKit
import Testing

@testable import Tables

@Suite("A split into parts to learn from and to measure on")
struct ClassSplitTests {
  @Test("keeps each class's share, whatever the seed is")
  func shares() {
    let classes = (0..<100).map { $0 < 10 ? 1 : 0 }
    for seed in 1...20 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let split = ClassSplit(of: classes, classCount: 2, using: &generator)
      #expect(split.training.count { classes[$0] == 1 } == 8 && split.validation.count { classes[$0] == 1 } == 2)
      #expect((split.training + split.validation).sorted() == Array(0..<100))
    }
  }

  @Test("says which class is too rare to be measured")
  func rare() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let text = "x,class\n" + (0..<10).map { "\($0 * $0),\($0 < 2 ? "rare" : "usual")\n" }.joined()
      var generator = SeededGenerator(seed: seed)
      let table = try LabelledTable(Table(text.utf8, label: "class"), using: &generator)
      #expect(Set(table.training.classes) == [0, 1], "it learns of both")
      #expect(table.validation.count == 2)
      #expect(table.remarks == ["too few rows of 'rare' to keep one for validation"])
    }
  }

  @Test("keeps one row to measure on where every class is too small for a fifth")
  func tiny() {
    var generator = SeededGenerator(seed: 1)
    let split = ClassSplit(of: [0, 0, 1, 1, 2, 2], classCount: 3, using: &generator)
    #expect(split.validation.count == 1 && split.training.count == 5)
  }
}
