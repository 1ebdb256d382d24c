import CourseKit
import Synchronization
import Testing
import Training

@testable import LabKit
import Tables

@Suite("A trained network")
struct TrainedNetworkTests {
  @Test(
    "answers many examples as in one forward pass, and no pass has more than some thousand rows",
    arguments: [1, 4096, 4097, 10_000])
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
    let network = TrainedNetwork(network: .binary(hidden: .relu), parameters: parameters, functions: functions)
    let probabilities = network.output(for: features) { scaling.scale(&$0) }.probabilities
    #expect(probabilities == forward(scaling.scaled(features), parameters, .relu).probabilities)
    rows.withLock { rows in
      #expect(rows.reduce(0, +) == count)
      #expect(rows.allSatisfy { $0 <= 4096 })
    }
  }

  @Test(
    "of layers answers with logits, of which lesson 9 makes probabilities, and the first of the largest is the class")
  func layers() {
    let parameters = Parameters(
      weights: [Matrix([[1, -1]]), Matrix([[1, 0, 1], [0, 1, 0]])],
      biases: [Matrix([[0, 0]]), Matrix([[0, 0.5, 0]])])
    let network = TrainedNetwork(network: .layers(), parameters: parameters, functions: SmallLayers.functions)
    // ReLU leaves (2, 0) of 2, (0, 1) of −1 and (0.5, 0) of 0.5.
    let output = network.output(for: Matrix([[2], [-1], [0.5]]))
    #expect(output.values == Matrix([[2, 0.5, 2], [0, 1.5, 0], [0.5, 0.5, 0.5]]))
    #expect(output.probabilities == SmallLayers.functions.softmax(output.values))
    #expect(output.classes == [0, 1, 0])
    #expect(output.accuracy([0, 1, 2]) == 2.0 / 3)
    #expect(output.loss([0, 1, 2]) == SmallLayers.functions.crossEntropy(output.values, [0, 1, 2]))
  }

  @Test("counts which classes it takes for which")
  func confusion() {
    // The logits are the features.
    let parameters = Parameters(weights: [Matrix([[1, 0], [0, 1]])], biases: [Matrix([[0, 0]])])
    let network = TrainedNetwork(network: .layers(), parameters: parameters, functions: SmallLayers.functions)
    let learned = ClassDataset(features: Matrix([[1, 0]]), classes: [0], classCount: 2)
    let held = ClassDataset(
      features: Matrix([[1, 0], [0, 1], [0, 1], [2, 1]]), classes: [0, 0, 0, 1], classCount: 2)
    let measured = Measurement(of: network, on: SplitData(training: learned, validation: held))
    #expect(measured.confusion == [[1, 2], [1, 0]])
    #expect(measured.trainingAccuracy == 1 && measured.validationAccuracy == 0.25)
  }
}
