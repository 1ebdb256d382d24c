import Contract
import CourseKit
import Engine
import Testing
import Vocabulary
import Wire

@testable import Course

/// What makes an input tell right from wrong: careless inputs pass careless code.
@Suite("The inputs of the checks") struct SamplesTests {
  /// What the checks of an exercise that compare with central differences ask for.
  private func gradientInputs<Result, each Argument: Transferable>(
    _ function: LessonFunction<Result, repeat each Argument>
  ) throws -> [(repeat each Argument)] {
    let student = TestStudent.reference()
    let checks = Course.neuralNetwork.lessons.flatMap(\.quickChecks)
      .filter { $0.exercise == function.exercise && $0.kind == .gradient }
    for check in checks { _ = Bench(course: .neuralNetwork, student: student).verdict(of: check) }
    return try student.requests.filter { $0.exercise == function.exercise }.map { try function.arguments(of: $0.bytes) }
  }

  private func nearestToKink(_ matrices: [Matrix]) -> Double {
    matrices.flatMap(\.elements).map(abs).min() ?? 0
  }

  @Test("keep every pre-activation out of reach of ReLU's kink where slopes are measured")
  func kink() throws {
    for function in [Lesson1.reluDerivative, Lesson1.tanhDerivative, Lesson1.sigmoidDerivative] {
      #expect(nearestToKink(try gradientInputs(function)) > Samples.reachOfKink)
    }
    let hidden = try gradientInputs(Lesson4.hiddenDelta)
    #expect(hidden.count == 3)
    for (_, _, z, _) in hidden { #expect(nearestToKink([z]) > Samples.reachOfKink) }
    let networks = try gradientInputs(Lesson4.backward)
    #expect(networks.count == 3)
    for (cache, _, _, _) in networks { #expect(nearestToKink(cache.preActivations) > Samples.reachOfKink) }
    #expect(Samples.reachOfKink > 100 * CentralDifferences.step)
  }

  @Test("are networks away from the kink, whatever the seed", arguments: 0..<20 as Range<UInt64>)
  func networks(seed: UInt64) {
    for hidden in HiddenActivation.allCases {
      let network = Samples.network([3, 5, 4, 1], hidden, seed: seed)
      #expect(nearestToKink(network.cache.preActivations) > Samples.reachOfKink)
    }
  }

  @Test("keep every probability away from where it is clipped, so that A − y is the derivative")
  func clipping() throws {
    for (cache, _, _, _) in try gradientInputs(Lesson4.backward) {
      for p in cache.probabilities.elements { #expect(p > 1e-4 && p < 1 - 1e-4) }
    }
  }

  @Test("of 4.4 have several rows, both labels, every activation and layers that are not square")
  func variety() throws {
    let inputs = try gradientInputs(Lesson4.backward)
    #expect(Set(inputs.map(\.3)) == Set(HiddenActivation.allCases))
    for (cache, labels, parameters, _) in inputs {
      #expect(labels.rows > 1)
      #expect(Set(labels.elements) == [0, 1])
      #expect(cache.probabilities.rows == labels.rows)
      #expect(parameters.weights.allSatisfy { $0.rows != $0.columns })
      #expect(parameters.biases.flatMap(\.elements).allSatisfy { $0 != 0 })
    }
  }

  @Test("of ReLU networks let no unit be dead in all rows, so that every gradient counts")
  func deadUnits() throws {
    for (cache, labels, parameters, hidden) in try gradientInputs(Lesson4.backward) {
      let gradients = try Oracle.backward(cache, labels, parameters, hidden)
      let zeros = (gradients.weights + gradients.biases).flatMap(\.elements).count { $0 == 0 }
      #expect(zeros == 0, "\(hidden): \(zeros) gradients are 0")
    }
  }

  @Test("are the same in every run")
  func repeatable() {
    #expect(Samples.matrix(4, 3, seed: 5) == Samples.matrix(4, 3, seed: 5))
    #expect(Samples.matrix(4, 3, seed: 5) != Samples.matrix(4, 3, seed: 6))
    #expect(Samples.parameters([2, 3, 1], seed: 5) == Samples.parameters([2, 3, 1], seed: 5))
  }
}
