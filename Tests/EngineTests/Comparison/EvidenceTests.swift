import CourseKit
import Testing

@testable import Engine

@Suite("The evidence") struct EvidenceTests {
  private func lines(
    _ yours: some Inspectable, for expected: some Inspectable, tolerance: Tolerance = .value,
    known: KnownNumber? = nil
  ) -> [String] {
    Evidence(comparison: Comparison(yours, to: expected, tolerance: tolerance), known: known).lines
  }

  private let expected = Matrix([[1, -2, 3], [4, 0.5, -6]])

  @Test("shows a small matrix whole beside the expected one")
  func small() {
    var yours = expected
    yours[0, 1] = -2.5
    yours[1, 1] = 0.8448
    #expect(
      lines(yours, for: expected) == [
        "yours  1  -2.5      3   expected  1  -2     3",
        "       4   0.8448  -6             4   0.5  -6",
        "2 of 6 entries are wrong.",
      ])
  }

  @Test("is empty where nothing differs")
  func nothing() {
    #expect(lines(expected, for: expected) == [])
    #expect(lines(2.0, for: 2.0) == [])
  }

  @Test("of a single number has no indices")
  func number() {
    #expect(lines(2.0, for: 1.0) == ["yours 2   expected 1"])
    #expect(lines(0.5, for: 0.3) == ["yours 0.5   expected 0.3"])
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
    #expect(lines(0.48450001, for: 0.4845) == ["yours 0.48450001   expected 0.4845"])
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
    let withZero = Matrix([[0, 2, 4, 1]])
    #expect(lines(Matrix([[1, 4, 8, 2]]), for: withZero).allSatisfy { !$0.contains("times") })
    #expect(lines(Matrix([[0, 4, 8, 2]]), for: withZero).last == "Every entry is 2 times the expected one.")
  }

  @Test("names no ratio of two numbers, which may be chance")
  func fewNumbers() {
    #expect(lines(Matrix([[2, 4]]), for: Matrix([[1, 2]])) == ["yours  2  4   expected  1  2"])
    #expect(lines(Matrix([[0, 4, 8]]), for: Matrix([[0, 2, 4]])).last == "2 of 3 entries are wrong.")
  }

  @Test("of a slope beside central differences says how large the error is in parts")
  func gradient() {
    #expect(
      lines(0.5, for: 0.3, tolerance: .gradient) == ["yours 0.5   expected 0.3   relative error 0.25 (allowed 1e-6)"])
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
        == "It is the expected matrix with rows and columns exchanged.")
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
          "yours    1  -2     3   expected  1  -2     3",
          "       NaN   0.5  -6             4   0.5  -6",
          "1 entry of yours is not a finite number: [1, 0].",
        ])
    yours[0, 2] = -.infinity
    #expect(lines(yours, for: expected).last == "2 entries of yours are not finite numbers; the first is [0, 2].")
  }

  @Test("says how many entries are wrong, if others are right")
  func extent() {
    let expected = Matrix([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    var yours = expected
    for (row, column) in [(0, 0), (1, 1), (2, 2)] { yours[row, column] += Double(1 + row + 2 * column) }
    #expect(lines(yours, for: expected).last == "3 of 9 entries are wrong.")
  }

  @Test("says which matrices of a network are wrong, if others are right")
  func parts() {
    let expected = Gradients(
      weights: [Matrix([[1, 2]]), Matrix([[3], [4]])], biases: [Matrix([[5, 6]]), Matrix([[7]])])
    var yours = expected
    yours.weights[1] = Matrix([[9], [1]])
    yours.biases[1] = Matrix([[2]])
    #expect(
      lines(yours, for: expected) == [
        "weights[1]  yours  9   expected  3", "                   1             4",
        "Wrong: weights[1], biases[1]. All else is right.",
      ])
    yours = Gradients(weights: expected.weights.map { 2 * $0 }, biases: expected.biases)
    #expect(
      lines(yours, for: expected).suffix(2) == [
        "Wrong: weights[0], weights[1]. All else is right.", "Every entry of these is 2 times the expected one.",
      ])
    yours.biases[0] = Matrix([[1, 1]])
    yours.biases[1] = Matrix([[1]])
    #expect(lines(yours, for: expected).last == "Wrong as well: weights[1], biases[0], biases[1].")
  }

  @Test("about shapes is the problem alone")
  func shapes() {
    #expect(lines(Matrix([[1]]), for: Matrix([[1, 2]])) == ["yours [1, 1]   expected [1, 2]"])
  }

  @Test("of a large matrix shows the three worst entries with their places")
  func large() {
    let expected = Matrix(rows: 5, columns: 2, elements: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    var yours = expected
    (yours[0, 0], yours[1, 1], yours[2, 0], yours[4, 1]) = (1.0001, 0.5, -12.25, 11)
    #expect(
      lines(yours, for: expected) == [
        "[2, 0]  yours -12.25   expected  5", "[1, 1]  yours   0.5    expected  4",
        "[4, 1]  yours  11      expected 10", "4 of 10 entries are wrong.",
      ])
  }

  @Test("puts matrices below each other that are too wide, and none is wider than the terminal")
  func wide() {
    let expected = Matrix([[-0.4115, 0.3086, 12.25, 0.2058], [-0.823, -0.6173, 1, -0.00004115]])
    let yours = Gradients(weights: [expected.map { $0 * $0 }], biases: [])
    #expect(
      lines(yours, for: Gradients(weights: [expected], biases: [])).prefix(5) == [
        "weights[0]",  //
        "yours      0.1693   0.09523  150.1    0.04235", "           0.6773   0.3811     1      1.693e-9",
        "expected  -0.4115   0.3086    12.25   0.2058", "          -0.823   -0.6173     1     -4.115e-5",
      ])
    for size in 1...6 {
      var generator = SeededGenerator(seed: 3)
      let numbers = (0..<4 * size).map { _ in generator.nextGaussian() }
      let some = Matrix(rows: size, columns: 4, elements: numbers)
      for line in lines(1.5 * some, for: some) { #expect(line.count <= NumberTable.width) }
    }
  }

  @Test("shows entries as far behind the point as they differ, even of a small matrix")
  func close() {
    #expect(
      lines(Matrix([[1, 2 + 1e-8]]), for: Matrix([[1, 2]])).first == "[0, 1]  yours 2.00000001   expected 2")
  }

  @Test("names the rows of the batch beside a ratio that is their number, also upside down and negative")
  func coincidence() {
    let rows = KnownNumber.rows(5)
    #expect(
      lines(5 * expected, for: expected, known: rows).last
        == "Every entry is 5 times the expected one; the batch has 5 rows.")
    #expect(
      lines(-0.2 * expected, for: expected, known: rows).last
        == "Every entry is the expected one divided by -5; the batch has 5 rows.")
    #expect(
      lines(1.5, for: 0.3, known: rows).last == "It is 5 times the expected one; the batch has 5 rows.")
    #expect(lines(4 * expected, for: expected, known: rows).last == "Every entry is 4 times the expected one.")
    // A factor of 2 has other reasons than two rows.
    #expect(lines(2 * expected, for: expected, known: .rows(2)).last == "Every entry is 2 times the expected one.")
  }

  @Test("of a forward pass begins with the first layer that is wrong")
  func firstLayer() throws {
    func some(_ columns: Int) -> Matrix {
      var generator = SeededGenerator(seed: UInt64(columns))
      return Matrix(rows: 6, columns: columns, elements: (0..<6 * columns).map { _ in generator.nextGaussian() })
    }
    let cache = ForwardCache(activations: [some(3), some(2), some(1)], preActivations: [some(2), some(1)])
    var yours = cache
    yours.activations[2] = 0.99 * yours.activations[2]
    yours.preActivations[1] = 1.01 * yours.preActivations[1]
    let lines = lines(yours, for: cache)
    #expect(lines.first?.hasPrefix("preActivations[1][") == true)
    #expect(lines.contains("Wrong: preActivations[1], activations[2]. All else is right."))
  }
}
