import CourseKit
import Engine
import Testing
import Vocabulary

@testable import Course

@Suite("Central differences") struct CentralDifferencesTests {
  @Test("agree with PyTorch's gradients ten times as well as asked of students", arguments: HiddenActivation.allCases)
  func networks(hidden: HiddenActivation) throws {
    let sample = try Golden.sample()
    let measured = try CentralDifferences.gradients(at: sample.parameters) { parameters in
      let cache = try Oracle.forward(sample.input, parameters, hidden)
      return Oracle.binaryCrossEntropy(cache.probabilities, sample.labels)
    }
    let comparison = Comparison(
      measured, to: try Golden.network(hidden).gradients, tolerance: Tolerance(relative: 1e-7, absolute: 1e-10))
    #expect(comparison.isEqual, "\(Evidence(comparison: comparison).lines)")
  }

  @Test("agree with PyTorch's slopes away from ReLU's kink", arguments: HiddenActivation.allCases)
  func slopes(hidden: HiddenActivation) throws {
    let golden = try Golden.activations()
    for (point, slope) in zip(golden.points, golden.curve(of: hidden).slopes) where hidden != .relu || point != 0 {
      let measured = CentralDifferences.gradient(at: Matrix([[point]])) { Oracle.value($0[0, 0], hidden) }
      #expect(Tolerance.gradient.accepts(measured[0, 0], slope), "at \(point): \(measured) for \(slope)")
    }
  }

  @Test("are exact for a parabola, entry by entry, in the matrix's shape")
  func parabola() {
    let point = Matrix([[1, -2, 0.5], [3, 0, -1]])
    let measured = CentralDifferences.gradient(at: point) { matrix in
      zip(matrix.elements, 1...).reduce(0) { $0 + Double($1.1) * $1.0 * $1.0 }
    }
    let expected = Matrix([[2, -8, 3], [24, 0, -12]])
    #expect(Comparison(measured, to: expected, tolerance: .gradient).isEqual)
  }

  @Test("measure only one half of the slope at the kink itself, which is why no check measures there")
  func kink() {
    let measured = CentralDifferences.gradient(at: Matrix([[0]])) { Oracle.value($0[0, 0], .relu) }
    #expect(abs(measured[0, 0] - 0.5) < 1e-9)
  }

  @Test("hand on an error of the function")
  func errors() {
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      try CentralDifferences.gradient(at: Matrix([[1]])) { _ in throw Refused() }
    }
  }
}
