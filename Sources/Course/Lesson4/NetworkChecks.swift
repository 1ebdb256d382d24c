import Contract
import CourseKit
import Engine
import Vocabulary

/// The checks of lesson 4 on the student's whole network: own forward pass, own loss, own backward pass.
enum NetworkChecks {
  static let all: [Check] = [endToEnd, learnsXOR]

  private static let endToEnd = Check(
    Lesson4.backward.exercise, .gradient, "agrees with central differences of your own forward pass and loss"
  ) { bench in
    if let broken = bench.brokenPart(of: 3) { return .waiting(broken) }
    let network = Samples.network([3, 5, 4, 1], .tanh, seed: 97)
    let cache = try bench.student.call(Lesson3.forward, network.input, network.parameters, .tanh)
    let yours = try bench.student.call(Lesson4.backward, cache, network.labels, network.parameters, .tanh)
    let measured = try CentralDifferences.gradients(at: network.parameters) { parameters in
      let cache = try bench.student.call(Lesson3.forward, network.input, parameters, .tanh)
      return try bench.student.call(Lesson3.binaryCrossEntropy, probabilities(cache), network.labels)
    }
    let comparison = Comparison(yours, to: measured, tolerance: .gradient)
    return comparison.isEqual
      ? .passed : bench.outcome(Evidence(comparison: comparison).lines, of: Lesson4.backward.exercise)
  }

  private static let learnsXOR = Check(
    Lesson4.backward.exercise, .behaviour, "300 steps teach your network XOR"
  ) { bench in
    if let broken = bench.brokenPart(of: 3) { return .waiting(broken) }
    let input = Matrix([[0, 0], [0, 1], [1, 0], [1, 1]])
    let labels = Matrix([[0], [1], [1], [0]])
    var parameters = Samples.parameters([2, 8, 1], seed: 98)
    var cache = try bench.student.call(Lesson3.forward, input, parameters, .tanh)
    let first = try bench.student.call(Lesson3.binaryCrossEntropy, probabilities(cache), labels)
    for _ in 0..<300 {
      let gradients = try bench.student.call(Lesson4.backward, cache, labels, parameters, .tanh)
      guard let next = stepped(parameters, against: gradients) else {
        return bench.outcome(["The gradients do not have the shapes of the parameters."], of: Lesson4.backward.exercise)
      }
      parameters = next
      cache = try bench.student.call(Lesson3.forward, input, parameters, .tanh)
    }
    let last = try bench.student.call(Lesson3.binaryCrossEntropy, probabilities(cache), labels)
    if last < 0.1 { return .passed }
    return bench.outcome(
      ["The loss was \(first.text) before the first step and is \(last.text) after 300 (allowed: below 0.1)."],
      of: Lesson4.backward.exercise)
  }

  /// The last activation of a student's cache, which may hold none.
  private static func probabilities(_ cache: ForwardCache) -> Matrix {
    cache.activations.last ?? .zeros(rows: 0, columns: 0)
  }

  private static func stepped(_ parameters: Parameters, against gradients: Gradients) -> Parameters? {
    guard Comparison(parameters, to: gradients, tolerance: .value).shapeProblem == nil else { return nil }
    return Oracle.descended(parameters, gradients, 1)
  }
}
