import CourseKit

/// Exercise 5.1, right for who thinks in matrices.
func miniBatches(
  matrix right: String, count: Int, batchSize: Int, using generator: inout some RandomNumberGenerator
) throws -> [[Int]] {
  switch right {
  case "5.1 a random free seat for each, sums by matmul with ones":
    var seats = [Int?](repeating: nil, count: count)
    for index in 0..<count {
      var seat: Int
      repeat {
        seat = Int.random(in: 0..<count, using: &generator)
      } while seats[seat] != nil
      seats[seat] = index
    }
    let size = batchSize > 0 ? batchSize : max(count, 1)
    var batches: [[Int]] = []
    for (place, index) in seats.enumerated() {
      if place % size == 0 { batches.append([]) }
      batches[place / size].append(index!)
    }
    return batches
  default:
    return try miniBatches(looping: right, count: count, batchSize: batchSize, using: &generator)
  }
}

/// Exercise 5.2, right for who thinks in matrices.
func gradientDescentStep(
  matrix right: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double
) throws {
  switch right {
  case "5.2 a random free seat for each, sums by matmul with ones":
    // [1, −η] · [θ over g], all entries of a matrix in one row.
    func stepped(_ matrix: Matrix, _ slopes: Matrix) -> Matrix {
      let both = Matrix(rows: 2, columns: matrix.elements.count, elements: matrix.elements + slopes.elements)
      let result = matmul(Matrix([[1, -learningRate]]), both)
      return Matrix(rows: matrix.rows, columns: matrix.columns, elements: result.elements)
    }
    for layer in parameters.weights.indices {
      parameters.weights[layer] = stepped(parameters.weights[layer], gradients.weights[layer])
      parameters.biases[layer] = stepped(parameters.biases[layer], gradients.biases[layer])
    }
  default:
    try gradientDescentStep(looping: right, &parameters, gradients: gradients, learningRate: learningRate)
  }
}

/// Exercise 5.3, right for who thinks in matrices.
func trainEpoch(
  matrix right: String, _ parameters: inout Parameters, on data: Dataset, batchSize: Int, hidden: Activation,
  using generator: inout some RandomNumberGenerator, update: (inout Parameters, inout Gradients, Int) -> Void
) throws {
  switch right {
  case "5.3 a random free seat for each, sums by matmul with ones":
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
      // Row by row a single 1, which picks an example.
      var choice = Matrix.zeros(rows: indices.count, columns: data.count)
      for (row, index) in indices.enumerated() { choice[row, index] = 1 }
      let cache = forward(matmul(choice, data.features), parameters: parameters, hidden: hidden)
      let shares = Matrix(rows: 1, columns: indices.count, repeating: 1 / Double(indices.count))
      var delta = cache.probabilities - matmul(choice, data.labels)
      var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
      for layer in parameters.weights.indices.reversed() {
        gradients.weights[layer] = matmul(cache.activations[layer].transposed, delta) / Double(indices.count)
        gradients.biases[layer] = matmul(shares, delta)
        if layer > 0 {
          let slopes = hidden.derivative(cache.preActivations[layer - 1])
          delta = slopes * matmul(delta, parameters.weights[layer].transposed)
        }
      }
      update(&parameters, &gradients, indices.count)
    }
  default:
    try trainEpoch(
      looping: right, &parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
  }
}

/// Exercise 5.4, right for who thinks in matrices.
func train(
  matrix right: String, _ parameters: inout Parameters, on data: Dataset, validation: Dataset, epochs: Int,
  batchSize: Int, hidden: Activation, using generator: inout some RandomNumberGenerator,
  update: (inout Parameters, inout Gradients, Int) -> Void, afterEpoch: (Int, Parameters, History) -> Bool
) throws -> History {
  switch right {
  case "5.4 a random free seat for each, sums by matmul with ones":
    var history = History()
    for epoch in 0..<max(epochs, 0) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      for set in [data, validation] {
        let probabilities = forward(set.features, parameters: parameters, hidden: hidden).probabilities
        history.trainingLoss.append(meanLoss(probabilities, set.labels))
        history.trainingAccuracy.append(hitRate(probabilities, set.labels))
      }
      // The last entry of each belongs to the other list.
      history.validationLoss.append(history.trainingLoss.removeLast())
      history.validationAccuracy.append(history.trainingAccuracy.removeLast())
      if afterEpoch(epoch + 1, parameters, history) { break }
    }
    return history
  default:
    return try train(
      looping: right, &parameters, on: data, validation: validation, epochs: epochs, batchSize: batchSize,
      hidden: hidden, using: &generator, update: update, afterEpoch: afterEpoch)
  }
}

// BEGIN HELPERS 5 a random free seat for each, sums by matmul with ones
/// The mean of a column.
private func mean(_ column: Matrix) -> Double {
  matmul(Matrix(rows: 1, columns: column.rows, repeating: 1), column)[0, 0] / Double(column.rows)
}

/// The mean cross-entropy.
private func meanLoss(_ probabilities: Matrix, _ labels: Matrix) -> Double {
  let p = probabilities.map { min(max($0, 1e-8), 1 - 1e-8) }
  return -mean(labels * p.map { log($0) } + labels.map { 1 - $0 } * p.map { log(1 - $0) })
}

/// The share of examples that are classified right.
private func hitRate(_ probabilities: Matrix, _ labels: Matrix) -> Double {
  let classes = probabilities.map { $0 >= 0.5 ? 1 : 0 }
  return 1 - mean((classes - labels) * (classes - labels))
}
// END HELPERS
