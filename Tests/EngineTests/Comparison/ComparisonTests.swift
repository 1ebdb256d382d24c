import CourseKit
import Testing

@testable import Engine

@Suite("A comparison") struct ComparisonTests {
  private func isEqual(_ yours: some Inspectable, _ expected: some Inspectable) -> Bool {
    Comparison(yours, to: expected, tolerance: .value).isEqual
  }

  @Test("accepts what differs in the last bits and nothing coarser")
  func tolerance() {
    #expect(isEqual(Matrix([[1, 2]]), Matrix([[1 + 1e-15, 2 - 1e-15]])))
    #expect(!isEqual(Matrix([[1, 2]]), Matrix([[1, 2.00001]])))
    #expect(isEqual(1e-13, 0.0))
    #expect(!isEqual(1e-6, 0.0))
    #expect(!isEqual(1.0, -1.0))
  }

  @Test("takes infinity only for the same infinity, and NaN only for NaN")
  func notFinite() {
    #expect(isEqual(Double.infinity, Double.infinity))
    #expect(!isEqual(Double.infinity, -Double.infinity))
    #expect(!isEqual(Double.infinity, Double.greatestFiniteMagnitude))
    #expect(isEqual(Double.nan, Double.nan))
    #expect(!isEqual(Double.nan, 1.0))
    #expect(!isEqual(1.0, Double.nan))
    #expect(isEqual(-0.0, 0.0))
  }

  @Test("tells shapes apart, transposed ones by name")
  func shapes() {
    let wide = Matrix.zeros(rows: 2, columns: 3)
    #expect(Comparison(wide, to: wide, tolerance: .value).shapeProblem == nil)
    #expect(
      Comparison(wide, to: wide.transposed, tolerance: .value).shapeProblem
        == "yours [2, 3]   expected [3, 2]: rows and columns are exchanged")
    #expect(
      Comparison(wide, to: Matrix([[1]]), tolerance: .value).shapeProblem
        == "yours [2, 3]   expected [1, 1]")
    #expect(!isEqual(Matrix([[1, 2, 3, 4]]), Matrix([[1, 2], [3, 4]])))
  }

  @Test("counts the matrices that a network's result holds")
  func inventory() {
    let one = Gradients(weights: [Matrix([[1]])], biases: [])
    let two = Gradients(weights: [Matrix([[1]]), Matrix([[1]])], biases: [Matrix([[1]])])
    #expect(
      Comparison(one, to: two, tolerance: .value).shapeProblem
        == "weights.count  yours 1   expected 2; wrong as well: biases.count")
    let none = Gradients(weights: [], biases: [])
    #expect(
      Comparison(none, to: one, tolerance: .value).shapeProblem == "weights.count  yours 0   expected 1")
  }

  @Test("counts the elements of a list, whatever they are")
  func lists() {
    func problem(_ yours: some Inspectable, _ expected: some Inspectable) -> String? {
      Comparison(yours, to: expected, tolerance: .value).shapeProblem
    }
    #expect(problem([1, 2], [1, 2, 3]) == "yours 2 entries   expected 3")
    #expect(problem([Matrix([[1]])], [Matrix([[1]]), Matrix([[2]])]) == "yours 1 entry   expected 2")
    #expect(problem([1, 2, 3], [4, 5, 6]) == nil)
  }

  @Test("names the component whose shape is wrong")
  func part() {
    let yours = Layer(weights: .zeros(rows: 3, columns: 2), biases: .zeros(rows: 5, columns: 1))
    let expected = Layer(weights: .zeros(rows: 3, columns: 2), biases: .zeros(rows: 1, columns: 2))
    #expect(
      Comparison(yours, to: expected, tolerance: .value).shapeProblem == "biases  yours [5, 1]   expected [1, 2]")
  }

  @Test("lists each wrong entry by component, row and column")
  func differences() {
    let yours = Gradients(weights: [Matrix([[1, 2, 3], [4, 5, 6]])], biases: [Matrix([[7, 8]])])
    let expected = Gradients(weights: [Matrix([[1, 2, 3], [4, 0, 6]])], biases: [Matrix([[0, 8]])])
    let differences = Comparison(yours, to: expected, tolerance: .value).differences
    #expect(differences.map(\.name) == ["weights[0][1, 1]", "biases[0][0, 0]"])
    #expect(differences.map(\.yours) == [5, 7])
    #expect(differences.map(\.expected) == [0, 0])
  }
}

@Suite("A tolerance") struct ToleranceTests {
  @Test("for gradients is the one of the gradient check: 1e-6 relative or 1e-9 absolute")
  func gradient() {
    #expect(Tolerance.gradient.accepts(1, 1 + 1.9e-6))
    #expect(!Tolerance.gradient.accepts(1, 1 + 2.1e-6))
    #expect(Tolerance.gradient.accepts(0, 0.9e-9))
    #expect(!Tolerance.gradient.accepts(0, 1.1e-9))
  }

  @Test("measures |a − b| / max(1e-8, |a| + |b|)")
  func relativeError() {
    #expect(Tolerance.relativeError(3, 1) == 0.5)
    #expect(Tolerance.relativeError(-1, 1) == 1)
    #expect(Tolerance.relativeError(0, 0) == 0)
    #expect(abs(Tolerance.relativeError(1e-9, 0) - 0.1) < 1e-12)
  }
}

/// A result of two matrices.
private struct Layer: Inspectable {
  let weights: Matrix
  let biases: Matrix

  var components: [Component] {
    [Component(name: "weights", matrix: weights), Component(name: "biases", matrix: biases)]
  }
}
