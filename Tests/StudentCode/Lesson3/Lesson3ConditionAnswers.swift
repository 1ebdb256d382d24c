import CourseKit

/// Exercise 3.1, right with other conditions or with closures.
func linear(conditions right: String, _ input: Matrix, weights: Matrix, biases: Matrix) throws -> Matrix {
  switch right {
  case "3.1 one logarithm for each example, switch over pairs":
    var z = Matrix(rows: input.rows, columns: weights.columns, repeating: 0)
    for unit in 0..<z.columns {
      for row in stride(from: z.rows - 1, through: 0, by: -1) {
        let backwards = stride(from: input.columns - 1, through: 0, by: -1)
        z[row, unit] = backwards.reduce(biases[0, unit]) { $0 + input[row, $1] * weights[$1, unit] }
      }
    }
    return z
  case "3.1 closures for the layers, a struct for an example":
    let columns = weights.transposed
    let units = (0..<weights.columns).map { unit in
      let own = columns.rows(at: [unit]).transposed
      return { (example: Matrix) in matmul(example, own)[0, 0] + biases[0, unit] }
    }
    let examples = (0..<input.rows).map { row in input.rows(at: [row]) }
    return Matrix(
      rows: input.rows, columns: weights.columns,
      elements: examples.flatMap { example in units.map { unit in unit(example) } })
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 3.2, right with other conditions or with closures.
func forward(conditions right: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws
  -> ForwardCache
{
  switch right {
  case "3.2 one logarithm for each example, switch over pairs":
    var cache = ForwardCache(activations: [input], preActivations: [])
    repeat {
      let layer = cache.preActivations.count
      cache.preActivations.append(
        linear(cache.activations[layer], weights: parameters.weights[layer], biases: parameters.biases[layer]))
      switch parameters.weights.count - layer {
      case 1: cache.activations.append(sigmoid(cache.preActivations[layer]))
      default: cache.activations.append(hidden(cache.preActivations[layer]))
      }
    } while cache.preActivations.count < parameters.weights.count
    return cache
  case "3.2 closures for the layers, a struct for an example":
    var layers = zip(parameters.weights, parameters.biases).map { weights, biases in
      { (a: Matrix) in
        let z = linear(a, weights: weights, biases: biases)
        return (z: z, a: hidden(z))
      }
    }
    let output = layers.removeLast()
    var cache = ForwardCache(activations: [input], preActivations: [])
    for layer in layers {
      let (z, a) = layer(cache.probabilities)
      cache.preActivations.append(z)
      cache.activations.append(a)
    }
    let z = output(cache.probabilities).z
    cache.preActivations.append(z)
    cache.activations.append(sigmoid(z))
    return cache
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 3.3, right with other conditions or with closures.
func binaryCrossEntropy(conditions right: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch right {
  case "3.3 one logarithm for each example, switch over pairs":
    // |1 − y − p| is the probability of the label.
    let p = probabilities.map { min(max($0, 1e-8), 1 - 1e-8) }
    let likelihoods = (labels.map { 1 - $0 } - p).map { abs($0) }
    return likelihoods.map { -log($0) / Double(labels.rows) }.columnSums()[0, 0]
  case "3.3 closures for the layers, a struct for an example":
    let losses = examples(probabilities, labels).map { $0.loss }
    return losses.sorted().reduce(0, +) / Double(losses.count)
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 3.4, right with other conditions or with closures.
func accuracy(conditions right: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch right {
  case "3.4 one logarithm for each example, switch over pairs":
    var hits = 0.0
    for row in 0..<labels.rows {
      switch (probabilities[row, 0], labels[row, 0]) {
      case (0.5..., 1), (..<0.5, 0): hits += 1
      default: continue
      }
    }
    return hits / Double(labels.rows)
  case "3.4 closures for the layers, a struct for an example":
    let all = examples(probabilities, labels)
    return Double(all.count { $0.isRight }) / Double(all.count)
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 3.5, right with other conditions or with closures.
func predict(conditions right: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws -> Matrix {
  switch right {
  case "3.5 one logarithm for each example, switch over pairs":
    return forward(input, parameters: parameters, hidden: hidden).probabilities.map { p in
      switch p {
      case ..<0.5: return 0
      default: return 1
      }
    }
  case "3.5 closures for the layers, a struct for an example":
    let decide: (Double) -> Double = { p in
      guard p >= 0.5 else { return 0 }
      return 1
    }
    let cache = forward(input, parameters: parameters, hidden: hidden)
    return cache.activations[cache.preActivations.count].map(decide)
  default:
    throw NoSuchVersion(title: right)
  }
}

// BEGIN HELPERS 3 closures for the layers, a struct for an example
private struct Example {
  let probability: Double
  let label: Double

  /// log(1 + e^x) with x the logit, its sign turned where the label is 1.
  var loss: Double {
    let p = min(max(probability, 1e-8), 1 - 1e-8)
    let x = (1 - 2 * label) * log(p / (1 - p))
    return max(x, 0) + log(1 + exp(-abs(x)))
  }

  var isRight: Bool { (probability >= 0.5) == (label == 1) }
}

private func examples(_ probabilities: Matrix, _ labels: Matrix) -> [Example] {
  zip(probabilities.elements, labels.elements).map { Example(probability: $0, label: $1) }
}
// END HELPERS
