import Testing

@testable import Reports

@Suite("Matrices side by side")
struct StackedEvidenceTests {
  private let evidence = [
    "weights  yours  2     5   expected  1      2.5", "                0.5   2             0.25   1",
    "Every entry is 2 times the expected one.",
  ]

  @Test("stay so where there is room")
  func wide() {
    #expect(evidence.stacked(in: 72) == evidence)
    #expect(["no table", "yours 1   expected 2"].stacked(in: 10) == ["no table", "yours 1   expected 2"])
  }

  @Test("stand one below the other where there is none, row by row and with every number")
  func narrow() {
    #expect(
      evidence.stacked(in: 32) == [
        "weights", "yours     2     5", "          0.5   2", "expected  1      2.5", "          0.25   1",
        "Every entry is 2 times the expected one.",
      ])
    let row = ["yours  0.1  0.2  0.3   expected  1  2  3", "All is wrong."]
    #expect(row.stacked(in: 32) == ["yours     0.1  0.2  0.3", "expected  1  2  3", "All is wrong."])
  }
}
