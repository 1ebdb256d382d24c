import Testing
import Vocabulary

@Suite("A number in a report") struct NumberTextTests {
  @Test(
    "is at most a dozen characters that a person can read",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-7, "-7"), (123456, "123456"), (0.5, "0.5"), (-1.25, "-1.25"),
      (1 / 3, "0.3333"), (2 / 3, "0.6667"), (12.3456, "12.35"), (0.001, "0.001"), (0.000_999, "0.000999"),
      (1e-9, "1e-9"), (1_000_000, "1e+6"), (1.5e10, "1.5e+10"), (-2.5e-7, "-2.5e-7"),
      (123_456.7, "1.235e+5"), (Double.nan, "NaN"), (Double.infinity, "infinity"), (-Double.infinity, "-infinity"),
      (Double.greatestFiniteMagnitude, "1.798e+308"), (Double.leastNonzeroMagnitude, "4.941e-324"),
    ] as [(Double, String)])
  func text(number: Double, text: String) {
    #expect(number.text == text)
    #expect(text.count <= 12)
  }
}
