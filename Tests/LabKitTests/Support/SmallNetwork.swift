import CourseKit
import Training

@testable import LabKit

/// Lessons 1, 3 and 4 that work for hidden units of ReLU, as short as they can be.
enum SmallNetwork {
  static var functions: LessonFunctions {
    var functions = LogisticRegression.functions
    functions.slope = { z, _ in z.map { $0 > 0 ? 1 : 0 } }
    functions.forward = { input, parameters, _ in Self.forward(input, parameters) }
    functions.backward = { cache, labels, parameters, _ in Self.backward(cache, labels, parameters) }
    return functions
  }

  private static func forward(_ input: Matrix, _ parameters: Parameters) -> ForwardCache {
    var cache = ForwardCache(activations: [input], preActivations: [])
    for layer in parameters.weights.indices {
      let z = matmul(cache.activations[layer], parameters.weights[layer]).adding(row: parameters.biases[layer])
      let isLast = layer == parameters.weights.count - 1
      cache.preActivations.append(z)
      cache.activations.append(z.map { isLast ? 1 / (1 + exp(-$0)) : max(0, $0) })
    }
    return cache
  }

  private static func backward(_ cache: ForwardCache, _ labels: Matrix, _ parameters: Parameters) -> Gradients {
    var gradients = Gradients(weights: [], biases: [])
    var delta = cache.probabilities - labels
    let share = 1 / Double(labels.rows)
    for layer in parameters.weights.indices.reversed() {
      gradients.weights.insert(share * matmul(cache.activations[layer].transposed, delta), at: 0)
      gradients.biases.insert(share * delta.columnSums(), at: 0)
      guard layer > 0 else { break }
      let slopes = cache.preActivations[layer - 1].map { $0 > 0 ? 1 : 0 }
      delta = matmul(delta, parameters.weights[layer].transposed) * slopes
    }
    return gradients
  }
}
