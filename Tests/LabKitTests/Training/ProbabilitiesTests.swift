import CourseKit
import Synchronization
import Testing
import Training

@testable import LabKit
import Tables

@Suite("The probabilities of many examples")
struct ProbabilitiesTests {
  @Test(
    "are those of one forward pass, and no pass has more than some thousand rows", arguments: [1, 4096, 4097, 10_000])
  func slices(count: Int) {
    var generator = SeededGenerator(seed: 1)
    let features = Matrix(rows: count, columns: 2, elements: (0..<2 * count).map { _ in generator.nextGaussian() })
    let parameters = Parameters(weights: [Matrix([[0.5], [-2]])], biases: [Matrix([[0.25]])])
    let rows = Mutex<[Int]>([])
    var functions = LogisticRegression.functions
    let forward = functions.forward
    functions.forward = { inputs, parameters, hidden in
      rows.withLock { $0.append(inputs.rows) }
      return forward(inputs, parameters, hidden)
    }
    let scaling = Scaling(of: features)
    let probabilities = functions.probabilities(of: features, parameters, .relu) { scaling.scale(&$0) }
    #expect(probabilities == forward(scaling.scaled(features), parameters, .relu).probabilities)
    rows.withLock { rows in
      #expect(rows.reduce(0, +) == count)
      #expect(rows.allSatisfy { $0 <= 4096 })
    }
  }
}
