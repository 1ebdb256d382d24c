import CourseKit

/// Exercise 3.1, right with another way of summing.
func linear(summing right: String, _ input: Matrix, weights: Matrix, biases: Matrix) throws -> Matrix {
  switch right {
  case "3.1 compensated sums, in place":
    var z = Matrix.zeros(rows: input.rows, columns: weights.columns)
    for index in z.elements.indices {
      let (row, unit) = index.quotientAndRemainder(dividingBy: z.columns)
      var sum = CompensatedSum()
      for feature in 0..<input.columns {
        sum.add(input[row, feature] * weights[feature, unit])
      }
      sum.add(biases.elements[unit])
      z.elements[index] = sum.value
    }
    return z
  case "3.1 each example on its own, running means":
    var z: [Double] = []
    for row in 0..<input.rows {
      z += (matmul(input.rows(at: [row]), weights) + biases).elements
    }
    return Matrix(rows: input.rows, columns: weights.columns, elements: z)
  default:
    return try linear(products: right, input, weights: weights, biases: biases)
  }
}

/// Exercise 3.2, right with another way of summing.
func forward(summing right: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws
  -> ForwardCache
{
  switch right {
  case "3.2 compensated sums, in place":
    let layerCount = parameters.weights.count
    var cache = ForwardCache(
      activations: Array(repeating: input, count: layerCount + 1), preActivations: parameters.biases)
    var layer = 0
    while layer < layerCount {
      let z = linear(
        cache.activations[layer], weights: parameters.weights[layer], biases: parameters.biases[layer])
      layer += 1
      cache.preActivations[layer - 1] = z
      cache.activations[layer] = layer < layerCount ? hidden(z) : sigmoid(z)
    }
    return cache
  case "3.2 each example on its own, running means":
    let layerCount = parameters.weights.count
    var activations = [[Double]](repeating: [], count: layerCount + 1)
    var preActivations = [[Double]](repeating: [], count: layerCount)
    for row in 0..<input.rows {
      var a = input.rows(at: [row])
      activations[0] += a.elements
      for layer in 0..<layerCount {
        let z = linear(a, weights: parameters.weights[layer], biases: parameters.biases[layer])
        a = layer + 1 < layerCount ? hidden(z) : sigmoid(z)
        preActivations[layer] += z.elements
        activations[layer + 1] += a.elements
      }
    }
    func stacked(_ elements: [Double]) -> Matrix {
      Matrix(rows: input.rows, columns: elements.count / input.rows, elements: elements)
    }
    return ForwardCache(activations: activations.map(stacked), preActivations: preActivations.map(stacked))
  default:
    return try forward(products: right, input, parameters: parameters, hidden: hidden)
  }
}

/// Exercise 3.3, right with another way of summing.
func binaryCrossEntropy(summing right: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch right {
  case "3.3 compensated sums, in place":
    var clipped = probabilities
    for index in clipped.elements.indices {
      clipped.elements[index] = max(1e-8, min(1 - 1e-8, clipped.elements[index]))
    }
    var loss = CompensatedSum()
    for (p, y) in zip(clipped.elements, labels.elements) {
      loss.add(-y * log(p))
      loss.add((y - 1) * log(1 - p))
    }
    return loss.value / Double(labels.rows)
  case "3.3 each example on its own, running means":
    var mean = 0.0
    for row in 0..<labels.rows {
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      let loss = labels[row, 0] > 0.5 ? -log(p) : -log(1 - p)
      mean += (loss - mean) / Double(row + 1)
    }
    return mean
  default:
    return try binaryCrossEntropy(products: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.4, right with another way of summing.
func accuracy(summing right: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch right {
  case "3.4 compensated sums, in place":
    var errors = zip(probabilities.elements, labels.elements).map { p, y in (p < 0.5 ? 0 : 1) - y }
    errors.removeAll { $0 != 0 }
    return Double(errors.count) / Double(labels.rows)
  case "3.4 each example on its own, running means":
    var mean = 0.0
    for row in 0..<labels.rows {
      let hit = (probabilities[row, 0] >= 0.5) == (labels[row, 0] == 1) ? 1.0 : 0.0
      mean = (mean * Double(row) + hit) / Double(row + 1)
    }
    return mean
  default:
    return try accuracy(products: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.5, right with another way of summing.
func predict(summing right: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws -> Matrix {
  switch right {
  case "3.5 compensated sums, in place":
    var classes = forward(input, parameters: parameters, hidden: hidden).probabilities
    for index in classes.elements.indices {
      classes.elements[index] = classes.elements[index] < 0.5 ? 0 : 1
    }
    return classes
  case "3.5 each example on its own, running means":
    let classes = (0..<input.rows).map { row in
      let p = forward(input.rows(at: [row]), parameters: parameters, hidden: hidden).probabilities[0, 0]
      return p >= 0.5 ? 1.0 : 0.0
    }
    return Matrix([classes]).transposed
  default:
    return try predict(products: right, input, parameters: parameters, hidden: hidden)
  }
}

// BEGIN HELPERS 3 compensated sums, in place
/// A sum that gives the next term what rounding took from the last one, as Kahan does.
private struct CompensatedSum {
  var value = 0.0
  private var excess = 0.0

  mutating func add(_ term: Double) {
    let corrected = term - excess
    let sum = value + corrected
    excess = (sum - value) - corrected
    value = sum
  }
}
// END HELPERS
