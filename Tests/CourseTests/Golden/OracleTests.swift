import Contract
import CourseKit
import Engine
import StudentCode
import Testing
import Vocabulary
import Wire

@testable import Course

/// The oracle is what all students are measured by, so it is measured by PyTorch.
@Suite("The oracle agrees with PyTorch") struct OracleTests {
  private func expectEqual(
    _ yours: some Inspectable, _ golden: some Inspectable, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let comparison = Comparison(yours, to: golden, tolerance: .golden)
    #expect(
      comparison.isEqual, "\(Evidence(comparison: comparison).lines)", sourceLocation: sourceLocation)
  }

  @Test("on activation functions, also at ±1000 and 0", arguments: HiddenActivation.allCases)
  func activations(hidden: HiddenActivation) throws {
    let golden = try Golden.activations()
    let points = Matrix([golden.points])
    expectEqual(Oracle.activation(points, hidden), Matrix([golden.curve(of: hidden).values]))
    expectEqual(Oracle.slope(points, hidden), Matrix([golden.curve(of: hidden).slopes]))
    #expect(golden.points.contains(0))
    #expect(golden.points.contains(-1000))
  }

  @Test("on the cross-entropy, clipped at p = 0 and p = 1")
  func losses() throws {
    let losses = try Golden.losses()
    for golden in losses {
      expectEqual(Oracle.binaryCrossEntropy(golden.probabilities, golden.labels), golden.loss)
    }
    #expect(losses.contains { $0.probabilities.elements.contains(0) && $0.probabilities.elements.contains(1) })
  }

  @Test("on the whole forward pass", arguments: HiddenActivation.allCases)
  func forward(hidden: HiddenActivation) throws {
    let sample = try Golden.sample()
    let cache = try Oracle.forward(sample.input, sample.parameters, hidden)
    expectEqual(cache, try Golden.cache(hidden))
    let loss = try Golden.network(hidden).loss
    expectEqual(Oracle.binaryCrossEntropy(cache.probabilities, sample.labels), loss)
  }

  @Test("on the delta of every layer", arguments: HiddenActivation.allCases)
  func deltas(hidden: HiddenActivation) throws {
    let sample = try Golden.sample()
    let golden = try Golden.network(hidden)
    expectEqual(Oracle.outputDelta(golden.activations[2], sample.labels), golden.deltas[2])
    for layer in 0..<2 {
      let delta = try Oracle.hiddenDelta(
        golden.deltas[layer + 1], sample.weights[layer + 1], golden.preActivations[layer], hidden)
      expectEqual(delta, golden.deltas[layer])
    }
  }

  @Test("on the gradients of every layer alone", arguments: HiddenActivation.allCases)
  func gradientsOfLayers(hidden: HiddenActivation) throws {
    let golden = try Golden.network(hidden)
    let cache = try Golden.cache(hidden)
    for layer in 0..<3 {
      expectEqual(
        Oracle.gradientsOfLayer(golden.deltas[layer], cache.activations[layer]),
        LayerGradients((golden.weightGradients[layer], golden.biasGradients[layer])))
    }
  }

  @Test("on the gradient of every parameter", arguments: HiddenActivation.allCases)
  func backward(hidden: HiddenActivation) throws {
    let sample = try Golden.sample()
    let gradients = try Oracle.backward(
      Golden.cache(hidden), sample.labels, sample.parameters, hidden)
    expectEqual(gradients, try Golden.network(hidden).gradients)
  }

  @Test(
    "on the walks of Adam, with two settings and learning rates that change, and so do right answers of other styles")
  func adam() throws {
    let golden = try Golden.adam()
    let answers = Version.all(.right).filter { $0.exercise == "11.4" }
    #expect(answers.count >= 4)
    for walk in golden.walks {
      let settings = AdamSettings(
        firstDecay: walk.firstDecay, secondDecay: walk.secondDecay, epsilon: walk.epsilon)
      let trace = AdamTrace(
        parameters: walk.parameters, stepCounts: Array(1...golden.learningRates.count),
        firstMoments: walk.firstMoments, secondMoments: walk.secondMoments)
      for student in [TestStudent.reference()] + answers.map({ $0.student() }) {
        let yours = try student.call(
          Lesson11.adamOptimizerStep, golden.start, golden.gradients, settings, golden.learningRates)
        expectEqual(yours, trace)
      }
    }
  }

  @Test("and the test would notice one number that is off by 1e-11")
  func sensitivity() throws {
    var gradients = try Golden.network(.tanh).gradients
    gradients.weights[1].elements[7] *= 1 + 1e-11
    let golden = try Golden.network(.tanh).gradients
    #expect(!Comparison(gradients, to: golden, tolerance: .golden).isEqual)
  }
}
