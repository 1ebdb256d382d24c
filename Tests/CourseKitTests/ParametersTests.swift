import CourseKit
import Testing

@Suite("Parameters and gradients as one list") struct ParametersTests {
  private static let matrices = [
    Matrix([[1, 2], [3, 4]]), Matrix([[5, 6]]), Matrix([[7], [8]]), Matrix([[9]]),
  ]

  @Test("are W1, b1, W2, b2 …, there and back")
  func order() {
    let parameters = Parameters(matrices: Self.matrices)
    #expect(parameters.weights == [Self.matrices[0], Self.matrices[2]])
    #expect(parameters.biases == [Self.matrices[1], Self.matrices[3]])
    #expect(parameters.matrices == Self.matrices)
    let gradients = Gradients(matrices: Self.matrices)
    #expect(gradients.weights == parameters.weights && gradients.biases == parameters.biases)
    #expect(gradients.matrices == Self.matrices)
    #expect(Parameters(matrices: []).matrices.isEmpty && Gradients(matrices: []).matrices.isEmpty)
  }

  @Test("can be changed, one by one or all at once")
  func changes() {
    var parameters = Parameters(matrices: Self.matrices)
    parameters.matrices[3] = Matrix([[-1]])
    #expect(parameters.biases[1] == Matrix([[-1]]) && parameters.weights == [Self.matrices[0], Self.matrices[2]])
    var gradients = Gradients(matrices: Self.matrices)
    gradients.matrices = gradients.matrices.map { 2 * $0 }
    #expect(gradients.weights[0] == Matrix([[2, 4], [6, 8]]) && gradients.biases[1] == Matrix([[18]]))
  }

  @Test("stop for an odd count, at the caller's line")
  func oddCount() async {
    let parameters = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Parameters(matrices: [Matrix([[1]])])
    }
    expectMessage(in: parameters, line: #line - 3, "Parameters(matrices:): 1 matrices, but each layer has two")
    let gradients = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Gradients(matrices: [Matrix([[1]]), Matrix([[1]]), Matrix([[1]])])
    }
    expectMessage(in: gradients, line: #line - 3, "Gradients(matrices:): 3 matrices, but each layer has two")
  }

  @Test("stop for another count than there was, and where a layer lacks one of its two")
  func otherCount() async {
    let put = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var parameters = Parameters(weights: [Matrix([[1]])], biases: [Matrix([[1]])])
      parameters.matrices = []
    }
    expectMessage(in: put, "Parameters.matrices: 0 matrices put in the place of 2")
    let taken = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Gradients(weights: [Matrix([[1]])], biases: []).matrices
    }
    expectMessage(in: taken, "Gradients.matrices: 1 weights and 0 biases")
  }
}
