import Contract
import CourseKit
import Vocabulary

@testable import Course

extension PlausibleMistake {
  static let networks: [PlausibleMistake] = linears + forwards + deltas + gradients

  private static let linears: [PlausibleMistake] = [
    PlausibleMistake(Lesson3.linear, "bias twice") { a, w, b in matmul(a, w).adding(row: 2 * b) },
    PlausibleMistake(Lesson3.linear, "bias on the last row only") { a, w, b in
      var result = matmul(a, w)
      for unit in 0..<b.columns { result[result.rows - 1, unit] += b[0, unit] }
      return result
    },
    PlausibleMistake(Lesson3.linear, "first bias for all units") { a, w, b in
      matmul(a, w).adding(row: b.map { _ in b[0, 0] })
    },
    PlausibleMistake(Lesson3.linear, "bias multiplied") { a, w, b in
      Matrix.filled(a.rows, w.columns) { matmul(a, w)[$0, $1] * b[0, $1] }
    },
    PlausibleMistake(Lesson3.linear, "mean instead of sum") { a, w, b in
      (matmul(a, w) / Double(a.columns)).adding(row: b)
    },
    PlausibleMistake(Lesson3.linear, "tanh applied") { a, w, b in matmul(a, w).adding(row: b).map(tanh) },
    PlausibleMistake(Lesson3.linear, "transposed result") { a, w, b in matmul(a, w).adding(row: b).transposed },
  ]

  private static func forward(
    _ name: String, _ change: @escaping @Sendable (inout ForwardCache, Parameters, HiddenActivation) -> Void
  ) -> PlausibleMistake {
    PlausibleMistake(Lesson3.forward, name) { input, parameters, hidden in
      let right = try? Oracle.forward(input, parameters, hidden)
      var cache = right ?? ForwardCache(activations: [], preActivations: [])
      change(&cache, parameters, hidden)
      return cache
    }
  }

  private static let forwards: [PlausibleMistake] = [
    forward("input kept as a pre-activation") { cache, _, _ in
      cache.preActivations.insert(cache.activations[0], at: 0)
    },
    forward("last layer missing") { cache, _, _ in
      cache.activations.removeLast()
      cache.preActivations.removeLast()
    },
    forward("pre-activations after activation in the hidden layers") { cache, _, _ in
      for layer in cache.preActivations.indices.dropLast() {
        cache.preActivations[layer] = cache.activations[layer + 1]
      }
    },
    forward("tanh at the output") { cache, _, _ in
      cache.activations[cache.activations.count - 1] = cache.preActivations[cache.preActivations.count - 1].map(tanh)
    },
    forward("softmax at the output") { cache, _, _ in
      cache.activations[cache.activations.count - 1] = cache.probabilities.map { _ in 1 }
    },
    forward("classes at the output") { cache, _, _ in
      cache.activations[cache.activations.count - 1] = cache.probabilities.map { $0 >= 0.5 ? 1 : 0 }
    },
    forward("layers in reverse order") { cache, _, _ in
      cache.activations.reverse()
      cache.preActivations.reverse()
    },
    PlausibleMistake(Lesson3.forward, "always tanh") { input, parameters, _ in
      (try? Oracle.forward(input, parameters, .tanh)) ?? ForwardCache(activations: [], preActivations: [])
    },
  ]

  private static let deltas: [PlausibleMistake] = [
    PlausibleMistake(Lesson4.outputDelta, "squared") { a, y in (a - y) * (a - y) },
    PlausibleMistake(Lesson4.outputDelta, "absolute") { a, y in (a - y).map(abs) },
    PlausibleMistake(Lesson4.outputDelta, "sum") { a, y in a + y },
    PlausibleMistake(Lesson4.outputDelta, "probabilities alone") { a, _ in a },
    PlausibleMistake(Lesson4.outputDelta, "half") { a, y in (a - y) / 2 },
    PlausibleMistake(Lesson4.outputDelta, "times the label") { a, y in (a - y) * y },
    PlausibleMistake(Lesson4.outputDelta, "one mean for all rows") { a, y in
      a.map { _ in (a - y).elements.reduce(0, +) / Double(a.rows) }
    },
    PlausibleMistake(Lesson4.outputDelta, "sigmoid applied once more") { a, y in a.map(Oracle.sigmoid) - y },
    PlausibleMistake(Lesson4.hiddenDelta, "slope added") { delta, w, z, hidden in
      matmul(delta, w.transposed) + Oracle.slope(z, hidden)
    },
    PlausibleMistake(Lesson4.hiddenDelta, "slope squared") { delta, w, z, hidden in
      matmul(delta, w.transposed) * Oracle.slope(z, hidden) * Oracle.slope(z, hidden)
    },
    PlausibleMistake(Lesson4.hiddenDelta, "always tanh") { delta, w, z, _ in
      matmul(delta, w.transposed) * Oracle.slope(z, .tanh)
    },
    PlausibleMistake(Lesson4.hiddenDelta, "divided by the next units") { delta, w, z, hidden in
      matmul(delta, w.transposed) * Oracle.slope(z, hidden) / Double(w.columns)
    },
    PlausibleMistake(Lesson4.hiddenDelta, "divided by a constant") { delta, w, z, hidden in
      matmul(delta, w.transposed) * Oracle.slope(z, hidden) / 5
    },
    PlausibleMistake(Lesson4.hiddenDelta, "opposite sign") { delta, w, z, hidden in
      -1 * (matmul(delta, w.transposed) * Oracle.slope(z, hidden))
    },
    PlausibleMistake(Lesson4.hiddenDelta, "weights without the delta") { _, w, z, hidden in
      Oracle.slope(z, hidden) * Matrix.filled(z.rows, z.columns) { _, unit in w[unit, 0] }
    },
  ]

  private static func layerGradients(
    _ name: String, weights: @escaping @Sendable (Matrix, Matrix) -> Matrix = rightWeights,
    biases: @escaping @Sendable (Matrix, Matrix) -> Matrix = rightBiases
  ) -> PlausibleMistake {
    PlausibleMistake(Lesson4.layerGradients, name) { delta, input in
      LayerGradients((weights(delta, input), biases(delta, input)))
    }
  }

  @Sendable private static func rightWeights(_ delta: Matrix, _ input: Matrix) -> Matrix {
    matmul(input.transposed, delta) / Double(delta.rows)
  }

  @Sendable private static func rightBiases(_ delta: Matrix, _ input: Matrix) -> Matrix {
    delta.columnSums() / Double(delta.rows)
  }

  private static let gradients: [PlausibleMistake] = [
    layerGradients("biases of the last row", biases: { delta, _ in delta.rows(at: [delta.rows - 1]) }),
    layerGradients("biases zero", biases: { delta, _ in .zeros(rows: 1, columns: delta.columns) }),
    layerGradients("biases with the opposite sign", biases: { delta, input in -1 * rightBiases(delta, input) }),
    layerGradients("biases as a column", biases: { delta, input in rightBiases(delta, input).transposed }),
    layerGradients(
      "biases summed along the rows, not divided", biases: { delta, _ in delta.transposed.columnSums() }),
    layerGradients("weights halved", weights: { delta, input in rightWeights(delta, input) / 2 }),
    layerGradients(
      "halved, as for the squared error", weights: { delta, input in matmul(input.transposed, delta) / 2 },
      biases: { delta, _ in delta.columnSums() / 2 }),
    layerGradients(
      "divided by the inputs", weights: { delta, input in matmul(input.transposed, delta) / Double(input.columns) },
      biases: { delta, input in delta.columnSums() / Double(input.columns) }),
    layerGradients(
      "divided by the rows less one",
      weights: { delta, input in matmul(input.transposed, delta) / Double(delta.rows - 1) },
      biases: { delta, _ in delta.columnSums() / Double(delta.rows - 1) }),
  ]
}
