import CourseKit

/// Exercise 6.1, right with sums of another kind.
func weightNorm(summing right: String, _ parameters: Parameters) throws -> Double {
  switch right {
  case "6.1 pairwise sums, recursion":
    return sqrt(parameters.weights.map { sumOfSquares($0.elements[...]) }.reduce(0, +))
  case "6.1 compensated sums, in place":
    var sum = 0.0
    var lost = 0.0
    for weight in parameters.weights.flatMap(\.elements) {
      let addend = weight * weight - lost
      let next = sum + addend
      lost = (next - sum) - addend
      sum = next
    }
    return sqrt(sum)
  case "6.1 matmul with ones and with the transposed":
    var sum = Matrix([[0]])
    for weights in parameters.weights {
      let row = Matrix(rows: 1, columns: weights.rows, repeating: 1)
      let column = Matrix(rows: weights.columns, columns: 1, repeating: 1)
      sum += matmul(matmul(row, weights * weights), column)
    }
    return sqrt(sum[0, 0])
  case "6.1 the largest weight set apart, guard":
    let sizes = parameters.weights.flatMap { $0.elements.map { abs($0) } }
    guard let largest = sizes.max(), largest > 0 else { return 0 }
    return largest * sqrt(sizes.reduce(0) { $0 + ($1 / largest) * ($1 / largest) })
  default:
    return try weightNorm(looping: right, parameters)
  }
}

/// Exercise 6.2, right with sums of another kind.
func l2Penalty(summing right: String, _ parameters: Parameters, lambda: Double, sampleCount: Int) throws -> Double {
  switch right {
  case "6.2 pairwise sums, recursion":
    func penalty(from layer: Int) -> Double {
      if layer == parameters.weights.count { return 0 }
      let own = sumOfSquares(parameters.weights[layer].elements[...]) * lambda / Double(sampleCount) / 2
      return own + penalty(from: layer + 1)
    }
    return penalty(from: 0)
  case "6.2 compensated sums, in place":
    var (sum, lost) = (0.0, 0.0)
    for weights in parameters.weights {
      for weight in weights.elements {
        let addend = weight * weight
        let next = sum + addend
        // What is rounded away is that of the smaller one.
        lost += sum > addend ? (sum - next) + addend : (addend - next) + sum
        sum = next
      }
    }
    return lambda * ((sum + lost) / (2 * Double(sampleCount)))
  case "6.2 matmul with ones and with the transposed":
    var sum = 0.0
    for weights in parameters.weights {
      let row = Matrix(rows: 1, columns: weights.elements.count, elements: weights.elements)
      sum += matmul(row, row.transposed)[0, 0]
    }
    return sum * lambda / Double(sampleCount + sampleCount)
  case "6.2 the largest weight set apart, guard":
    guard lambda != 0 else { return 0 }
    let sizes = parameters.weights.flatMap { $0.elements.map { abs($0) } }
    guard let largest = sizes.max(), largest > 0 else { return 0 }
    let sum = sizes.map { $0 / largest }.reduce(0) { $0 + $1 * $1 }
    return lambda / Double(sampleCount) * largest * (largest * sum) / 2
  default:
    return try l2Penalty(looping: right, parameters, lambda: lambda, sampleCount: sampleCount)
  }
}

/// Exercise 6.3, right with sums of another kind.
func addL2Gradient(
  summing right: String, to gradients: inout Gradients, parameters: Parameters, lambda: Double, sampleCount: Int
) throws {
  switch right {
  case "6.3 pairwise sums, recursion":
    func sums(_ slopes: ArraySlice<Matrix>, _ weights: ArraySlice<Matrix>) -> [Matrix] {
      guard let slope = slopes.last, let last = weights.last else { return [] }
      return sums(slopes.dropLast(), weights.dropLast()) + [slope + last * (lambda / Double(sampleCount))]
    }
    gradients.weights = sums(gradients.weights[...], parameters.weights[...])
  case "6.3 compensated sums, in place":
    let share = lambda / Double(sampleCount)
    for (layer, weights) in parameters.weights.enumerated() {
      for (index, weight) in weights.elements.enumerated() {
        gradients.weights[layer].elements[index] += share * weight
      }
    }
  case "6.3 matmul with ones and with the transposed":
    // λ / N on the diagonal, as many rows as the weights have.
    for (layer, weights) in parameters.weights.enumerated() {
      var shares = Matrix.zeros(rows: weights.rows, columns: weights.rows)
      for row in 0..<weights.rows { shares[row, row] = lambda / Double(sampleCount) }
      gradients.weights[layer] += matmul(shares, weights)
    }
  case "6.3 the largest weight set apart, guard":
    guard lambda != 0 else { return }
    for layer in gradients.weights.indices {
      guard let largest = parameters.weights[layer].elements.map({ abs($0) }).max(), largest > 0 else { continue }
      let slope = lambda / Double(sampleCount) * largest
      gradients.weights[layer] += parameters.weights[layer].map { $0 / largest * slope }
    }
  default:
    try addL2Gradient(
      looping: right, to: &gradients, parameters: parameters, lambda: lambda, sampleCount: sampleCount)
  }
}

// BEGIN HELPERS 6 pairwise sums, recursion
/// The squares of the entries, the sum of the front half and that of the back half added.
private func sumOfSquares(_ entries: ArraySlice<Double>) -> Double {
  guard entries.count > 1 else { return entries.first.map { $0 * $0 } ?? 0 }
  let half = entries.count / 2
  return sumOfSquares(entries.prefix(half)) + sumOfSquares(entries.dropFirst(half))
}
// END HELPERS
