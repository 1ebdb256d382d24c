import Contract
import CourseKit
import Testing

@testable import Judge

@Suite("The evidence") struct EvidenceTests {
  private func lines(
    _ yours: some Inspectable, for expected: some Inspectable, tolerance: Tolerance = .value
  ) -> [String] {
    Evidence(comparison: Comparison(yours, to: expected, tolerance: tolerance)).lines
  }

  private let expected = Matrix([[1, -2, 3], [4, 0.5, -6]])

  @Test("shows the worst entry with both numbers and the error that is allowed")
  func worst() {
    var yours = expected
    yours[0, 1] = -2.0002
    yours[1, 1] = 0.8448
    #expect(
      lines(yours, for: expected).first
        == "result[1, 1]  yours 0.8448   expected 0.5   worst relative error 0.2564 (allowed 1e-9)")
    #expect(lines(yours, for: expected).count == 2)
  }

  @Test("is empty where nothing differs")
  func nothing() {
    #expect(lines(expected, for: expected) == [])
    #expect(lines(2.0, for: 2.0) == [])
  }

  @Test("of a single number has no indices, and of whole numbers no relative error")
  func number() {
    #expect(lines(2.0, for: 1.0) == ["result  yours 2   expected 1"])
    #expect(lines(0.5, for: 0.3) == ["result  yours 0.5   expected 0.3   relative error 0.25 (allowed 1e-9)"])
    #expect(lines(Double.nan, for: 0.3).last == "Yours is not a finite number.")
  }

  @Test(
    "of a single number names a whole ratio and no other",
    arguments: [
      (-1.938, 0.4845, "It is -4 times the expected one."), (-0.4845, 0.4845, "It has the opposite sign."),
      (0.7, 0.4845, nil), (0.4846, 0.4845, nil), (0.0, 0.4845, nil), (3.0, 0.5, nil),
    ] as [(Double, Double, String?)])
  func numberRatio(yours: Double, expected: Double, sentence: String?) {
    #expect(lines(yours, for: expected).dropFirst().first == sentence)
  }

  @Test("shows as many digits as it takes to tell two numbers apart")
  func digits() {
    #expect(lines(0.48450001, for: 0.4845).first?.hasPrefix("result  yours 0.48450001   expected 0.4845 ") == true)
  }

  @Test(
    "names a constant ratio, of whatever sign",
    arguments: [
      (5.0, "Every entry is 5 times the expected one."), (0.2, "Every entry is the expected one divided by 5."),
      (-1.0, "Every entry has the opposite sign."), (-3.0, "Every entry is -3 times the expected one."),
      (1.5, "Every entry is 1.5 times the expected one."),
      (-0.25, "Every entry is the expected one divided by -4."),
    ])
  func ratio(factor: Double, sentence: String) {
    #expect(lines(factor * expected, for: expected).last == sentence)
  }

  @Test("names no constant ratio if one entry breaks it")
  func almostRatio() {
    var yours = 5 * expected
    yours[1, 2] += 0.001
    #expect(lines(yours, for: expected).allSatisfy { !$0.contains("times") })
    let withZero = Matrix([[0, 2, 4]])
    #expect(lines(Matrix([[1, 4, 8]]), for: withZero).allSatisfy { !$0.contains("times") })
    #expect(lines(Matrix([[0, 4, 8]]), for: withZero).last == "Every entry is 2 times the expected one.")
  }

  @Test("says when everything is 0")
  func zeros() {
    #expect(lines(Matrix.zeros(rows: 2, columns: 3), for: expected).last == "Every entry of yours is 0.")
  }

  @Test("names a transposed square matrix, but not a symmetric one")
  func transposition() {
    let square = Matrix([[1, 2], [3, 4]])
    #expect(
      lines(square.transposed, for: square).last
        == "result is the expected matrix with rows and columns exchanged.")
    let symmetric = Matrix([[1, 2], [2, 1]])
    #expect(lines(symmetric, for: Matrix([[1, 2], [2, 4]])).allSatisfy { !$0.contains("exchanged") })
  }

  @Test("says how many entries are not finite, and which is the first")
  func notFinite() {
    var yours = expected
    yours[1, 0] = .nan
    #expect(
      lines(yours, for: expected)
        == [
          "result[1, 0]  yours NaN   expected 4",
          "1 entry of yours is not a finite number: result[1, 0].",
        ])
    yours[0, 2] = -.infinity
    #expect(lines(yours, for: expected)[0] == "result[0, 2]  yours -infinity   expected 3")
    #expect(
      lines(yours, for: expected)[1] == "2 entries of yours are not finite numbers; the first is result[0, 2].")
  }

  @Test("says in which rows or columns the wrong entries lie, if others are right")
  func extent() {
    let expected = Matrix([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    func wrong(_ places: [(Int, Int)]) -> String? {
      var yours = expected
      for (row, column) in places { yours[row, column] += Double(1 + row + 2 * column) }
      return lines(yours, for: expected).last
    }
    #expect(wrong([(1, 0), (1, 1), (1, 2)]) == "Wrong only in row 1.")
    #expect(wrong([(0, 0), (2, 1)]) == "Wrong only in rows 0, 2.")
    #expect(wrong([(0, 2), (1, 2), (2, 2)]) == "Wrong only in column 2.")
    #expect(wrong([(0, 0), (1, 1), (2, 2)]) == "3 of 9 entries are wrong.")
  }

  @Test("says which matrices of a network are wrong, if others are right")
  func parts() {
    let expected = Gradients(
      weights: [Matrix([[1, 2]]), Matrix([[3], [4]])], biases: [Matrix([[5, 6]]), Matrix([[7]])])
    var yours = expected
    yours.weights[1] = Matrix([[9], [1]])
    yours.biases[1] = Matrix([[2]])
    #expect(lines(yours, for: expected).last == "Wrong: weights[1], biases[1]. All else is right.")
  }

  @Test("about shapes is the problem alone")
  func shapes() {
    #expect(lines(Matrix([[1]]), for: Matrix([[1, 2]])) == ["result  yours [1, 1]   expected [1, 2]"])
  }
}
