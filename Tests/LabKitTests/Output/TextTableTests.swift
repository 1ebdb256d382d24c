import Testing

@testable import LabKit

@Suite("A table as text")
struct TextTableTests {
  @Test("has names on the left, numbers on the right, and no spaces at the ends of lines")
  func columns() {
    var table = TextTable(["", "training", "validation"])
    table.add(["loss", "0.3256", "0.3907"])
    table.add(["accuracy", "100.0 %", "5.0 %"])
    #expect(
      table.text == """
                   training   validation
        loss         0.3256       0.3907
        accuracy    100.0 %        5.0 %

        """)
  }

  @Test("counts characters and not bytes")
  func characters() {
    var table = TextTable(["θ", "value"])
    table.add(["λ = 0.2", "1 ± 2"])
    #expect(table.text == "θ         value\nλ = 0.2   1 ± 2\n")
  }
}
