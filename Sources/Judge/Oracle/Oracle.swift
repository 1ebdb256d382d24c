import Contract
import CourseKit

/// The judge's own right answers, in plain loops over Double.
///
/// It is written apart from `Solutions/` and uses no operation of `Matrix` but its entries, so that it can share no
/// mistake with either; `Tests/` holds it against values computed with PyTorch.
struct Oracle: Parts {
  static func sigmoid(_ z: Double) -> Double {
    z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z))
  }

  static func value(_ z: Double, _ hidden: HiddenActivation) -> Double {
    switch hidden {
    case .relu: z > 0 ? z : 0
    case .tanh: CourseKit.tanh(z)
    case .sigmoid: sigmoid(z)
    }
  }

  static func slope(_ z: Double, _ hidden: HiddenActivation) -> Double {
    switch hidden {
    case .relu: z > 0 ? 1 : 0
    case .tanh: 1 - CourseKit.tanh(z) * CourseKit.tanh(z)
    case .sigmoid: sigmoid(z) * (1 - sigmoid(z))
    }
  }

  /// The loss of one example: −(y · log p + (1 − y) · log(1 − p)), with p clipped to [1e-8, 1 − 1e-8].
  static func crossEntropy(_ probability: Double, _ label: Double) -> Double {
    let p = min(max(probability, 1e-8), 1 - 1e-8)
    return -(label * log(p) + (1 - label) * log(1 - p))
  }

  func activation(_ z: Matrix, _ hidden: HiddenActivation) -> Matrix {
    Matrix.filled(z.rows, z.columns) { Oracle.value(z[$0, $1], hidden) }
  }

  func slope(_ z: Matrix, _ hidden: HiddenActivation) -> Matrix {
    Matrix.filled(z.rows, z.columns) { Oracle.slope(z[$0, $1], hidden) }
  }

  func linear(_ input: Matrix, _ weights: Matrix, _ biases: Matrix) -> Matrix {
    Matrix.filled(input.rows, weights.columns) { row, unit in
      var sum = biases[0, unit]
      for feature in 0..<input.columns { sum += input[row, feature] * weights[feature, unit] }
      return sum
    }
  }

  func forward(_ input: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation) throws -> ForwardCache {
    try Network.forward(input, parameters, hidden, with: self)
  }

  func outputDelta(_ probabilities: Matrix, _ labels: Matrix) -> Matrix {
    Matrix.filled(labels.rows, labels.columns) { probabilities[$0, $1] - labels[$0, $1] }
  }

  func hiddenDelta(
    _ nextDelta: Matrix, _ nextWeights: Matrix, _ preActivation: Matrix, _ hidden: HiddenActivation
  ) throws -> Matrix {
    try Network.hiddenDelta(nextDelta, nextWeights, preActivation, hidden, with: self)
  }

  func layerGradients(_ delta: Matrix, _ input: Matrix) -> LayerGradients {
    let count = Double(delta.rows)
    let weights = Matrix.filled(input.columns, delta.columns) { feature, unit in
      var sum = 0.0
      for row in 0..<delta.rows { sum += input[row, feature] * delta[row, unit] }
      return sum / count
    }
    let biases = Matrix.filled(1, delta.columns) { _, unit in
      var sum = 0.0
      for row in 0..<delta.rows { sum += delta[row, unit] }
      return sum / count
    }
    return LayerGradients((weights, biases))
  }

  func backward(
    _ cache: ForwardCache, _ labels: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation
  ) throws -> Gradients {
    try Network.backward(cache, labels, parameters, hidden, with: self)
  }

  /// Batches in an order of the judge's own: which one is right is decided by properties, never by this order.
  func miniBatches(_ request: BatchRequest) -> [[[Int]]] {
    var generator = SeededGenerator(seed: request.seed)
    return (0..<request.epochs).map { _ in
      var order = Array(0..<max(request.count, 0))
      for place in order.indices {
        order.swapAt(place, Int.random(in: place..<order.count, using: &generator))
      }
      var rest = order[...]
      return request.expectedSizes.map { size in
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
    }
  }

  func trainEpochs(_ request: EpochRequest) throws -> [EpochTrace] { try Network.train(request, with: self) }

  func weightNorm(_ parameters: Parameters) -> Double {
    var sum = 0.0
    for weights in parameters.weights {
      for weight in weights.elements { sum += weight * weight }
    }
    return sqrt(sum)
  }

  func isImprovement(_ minimumImprovement: Double, _ bestLoss: Double, _ losses: [Double]) -> ImprovementTrace {
    var trace = ImprovementTrace()
    for loss in losses {
      trace.losses.append(loss)
      trace.answers.append(loss < bestLoss - minimumImprovement)
    }
    return trace
  }

  func zeroVelocity(_ gradients: Gradients) -> Gradients {
    Gradients(
      weights: gradients.weights.map { Matrix.filled($0.rows, $0.columns) { _, _ in 0 } },
      biases: gradients.biases.map { Matrix.filled($0.rows, $0.columns) { _, _ in 0 } })
  }

  func binaryCrossEntropy(_ probabilities: Matrix, _ labels: Matrix) -> Double {
    var sum = 0.0
    for row in 0..<labels.rows { sum += Oracle.crossEntropy(probabilities[row, 0], labels[row, 0]) }
    return sum / Double(labels.rows)
  }

  func accuracy(_ probabilities: Matrix, _ labels: Matrix) -> Double {
    var right = 0
    for row in 0..<labels.rows where (probabilities[row, 0] >= 0.5) == (labels[row, 0] == 1) { right += 1 }
    return Double(right) / Double(labels.rows)
  }

  func classes(_ probabilities: Matrix) -> Matrix {
    Matrix.filled(probabilities.rows, 1) { row, _ in probabilities[row, 0] >= 0.5 ? 1 : 0 }
  }
}

extension Matrix {
  /// A matrix [rows, columns] whose entries are given by their row and column.
  static func filled(_ rows: Int, _ columns: Int, _ entry: (Int, Int) -> Double) -> Matrix {
    var matrix = Matrix.zeros(rows: rows, columns: columns)
    for row in 0..<rows {
      for column in 0..<columns { matrix.elements[row * columns + column] = entry(row, column) }
    }
    return matrix
  }
}
