import CourseKit

@testable import Course

/// A training run as the pages of lessons 5 to 8 describe it, written apart from the lessons: a ReLU network, mini-batches,
/// and if wanted the L2 penalty, momentum and early stopping.
struct PageTraining {
  let layerSizes: [Int]
  let batchSize: Int
  let learningRate: Double
  var lambda = 0.0
  var momentum = 0.0

  private(set) var parameters = Parameters(weights: [], biases: [])
  private var velocity = Gradients(weights: [], biases: [])

  init(_ layerSizes: [Int], batchSize: Int, learningRate: Double) {
    self.layerSizes = layerSizes
    self.batchSize = batchSize
    self.learningRate = learningRate
  }

  /// Trains from He's initialisation until all epochs are over or `shouldStop` says so after one.
  mutating func train(
    on data: Dataset, epochs: Int, seed: UInt64, shouldStop: (Int, PageTraining) -> Bool = { _, _ in false }
  ) {
    var generator = SeededGenerator(seed: seed)
    initialise(using: &generator)
    for epoch in 1...epochs {
      let order = Array(0..<data.count).shuffled(using: &generator)
      for start in stride(from: 0, to: order.count, by: batchSize) {
        step(on: data.rows(at: Array(order[start..<min(start + batchSize, order.count)])))
      }
      if shouldStop(epoch, self) { return }
    }
  }

  /// The mean cross-entropy and the accuracy on some data.
  func measure(on data: Dataset) -> (loss: Double, accuracy: Double) {
    let probabilities = forward(data.features).probabilities
    return (Oracle.binaryCrossEntropy(probabilities, data.labels), Oracle.accuracy(probabilities, data.labels))
  }

  private mutating func initialise(using generator: inout SeededGenerator) {
    parameters = Parameters(weights: [], biases: [])
    for (fanIn, fanOut) in zip(layerSizes, layerSizes.dropFirst()) {
      let deviation = sqrt(2 / Double(fanIn))
      let weights = Matrix.filled(fanIn, fanOut) { _, _ in deviation * generator.nextGaussian() }
      parameters.weights.append(weights)
      parameters.biases.append(.zeros(rows: 1, columns: fanOut))
    }
    velocity = Gradients(
      weights: parameters.weights.map { .zeros(rows: $0.rows, columns: $0.columns) }, biases: parameters.biases)
  }

  /// The products of `CourseKit`, which are many times faster here than the oracle's loops.
  private func forward(_ input: Matrix) -> ForwardCache {
    var cache = ForwardCache(activations: [input], preActivations: [])
    for (weights, biases) in zip(parameters.weights, parameters.biases) {
      let z = matmul(cache.probabilities, weights).adding(row: biases)
      let isOutput = cache.activations.count == parameters.weights.count
      cache.preActivations.append(z)
      cache.activations.append(Oracle.activation(z, isOutput ? .sigmoid : .relu))
    }
    return cache
  }

  private mutating func step(on batch: Dataset) {
    let cache = forward(batch.features)
    let rows = Double(batch.count)
    var delta = cache.probabilities - batch.labels
    for layer in parameters.weights.indices.reversed() {
      let weights = parameters.weights[layer]
      let gradient = matmul(cache.activations[layer].transposed, delta) / rows + (lambda / rows) * weights
      velocity.weights[layer] = momentum * velocity.weights[layer] + gradient
      velocity.biases[layer] = momentum * velocity.biases[layer] + delta.columnSums() / rows
      if layer > 0 {
        let slope = Oracle.slope(cache.preActivations[layer - 1], .relu)
        delta = matmul(delta, weights.transposed) * slope
      }
      parameters.weights[layer] = weights - learningRate * velocity.weights[layer]
      parameters.biases[layer] = parameters.biases[layer] - learningRate * velocity.biases[layer]
    }
  }
}
