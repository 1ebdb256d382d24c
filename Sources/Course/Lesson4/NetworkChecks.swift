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
    return comparison.isEqual ? .passed : waitingOrFailed(bench, Evidence(comparison: comparison).lines)
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
        return waitingOrFailed(bench, ["The gradients do not have the shapes of the parameters."])
      }
      parameters = next
      cache = try bench.student.call(Lesson3.forward, input, parameters, .tanh)
    }
    let last = try bench.student.call(Lesson3.binaryCrossEntropy, probabilities(cache), labels)
    if last < 0.1 { return .passed }
    return waitingOrFailed(
      bench, ["The loss was \(first.text) before the first step and is \(last.text) after 300 (allowed: below 0.1)."])
  }

  /// A network cannot be better than its parts: if one of them is known to be wrong, it alone is to blame.
  private static func waitingOrFailed(_ bench: Bench, _ evidence: [String]) -> Outcome {
    guard let part = bench.brokenParts.first else { return .failed(Finding(evidence: evidence)) }
    return .waiting(part.exercise == Lesson4.backward.exercise ? "the checks above must pass first" : part.sentence)
  }

  /// The last activation of a student's cache, which may hold none.
  private static func probabilities(_ cache: ForwardCache) -> Matrix {
    cache.activations.last ?? .zeros(rows: 0, columns: 0)
  }

  private static func stepped(_ parameters: Parameters, against gradients: Gradients) -> Parameters? {
    var result = parameters
    guard Comparison(parameters, to: gradients, tolerance: .value).shapeProblem == nil else { return nil }
    for layer in parameters.weights.indices {
      for index in parameters.weights[layer].elements.indices {
        result.weights[layer].elements[index] -= gradients.weights[layer].elements[index]
      }
      for index in parameters.biases[layer].elements.indices {
        result.biases[layer].elements[index] -= gradients.biases[layer].elements[index]
      }
    }
    return result
  }
}
