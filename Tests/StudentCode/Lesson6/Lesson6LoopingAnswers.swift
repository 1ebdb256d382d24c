import CourseKit

/// Exercise 6.1, right with loops that run backwards, or with types and closures of the student's own.
func weightNorm(looping right: String, _ parameters: Parameters) throws -> Double {
  switch right {
  case "6.1 backwards, while, one share after the other":
    var sum = 0.0
    var layer = parameters.weights.count - 1
    while layer >= 0 {
      var index = parameters.weights[layer].elements.count - 1
      while index >= 0 {
        let weight = parameters.weights[layer].elements[index]
        sum += weight * weight
        index -= 1
      }
      layer -= 1
    }
    return sqrt(sum)
  case "6.1 a sum type of the student's own, reduce(into:)":
    return sqrt(parameters.weights.reduce(into: SquareSum()) { $0.add($1) }.total)
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 6.2, right with loops that run backwards, or with types and closures of the student's own.
func l2Penalty(looping right: String, _ parameters: Parameters, lambda: Double, sampleCount: Int) throws -> Double {
  switch right {
  case "6.2 backwards, while, one share after the other":
    var penalty = 0.0
    for weights in parameters.weights.reversed() {
      for row in stride(from: weights.rows - 1, through: 0, by: -1) {
        for column in stride(from: weights.columns - 1, through: 0, by: -1) {
          penalty += 0.5 * lambda / Double(sampleCount) * weights[row, column] * weights[row, column]
        }
      }
    }
    return penalty
  case "6.2 a sum type of the student's own, reduce(into:)":
    let cost: (Double) -> Double = { squares in squares / 2 * lambda / Double(sampleCount) }
    return cost(parameters.weights.reduce(into: SquareSum()) { $0.add($1) }.total)
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 6.3, right with loops that run backwards, or with types and closures of the student's own.
func addL2Gradient(
  looping right: String, to gradients: inout Gradients, parameters: Parameters, lambda: Double, sampleCount: Int
) throws {
  switch right {
  case "6.3 backwards, while, one share after the other":
    var layer = gradients.weights.count
    while layer > 0 {
      layer -= 1
      for row in (0..<gradients.weights[layer].rows).reversed() {
        for column in (0..<gradients.weights[layer].columns).reversed() {
          gradients.weights[layer][row, column] += parameters.weights[layer][row, column] * lambda / Double(sampleCount)
        }
      }
    }
  case "6.3 a sum type of the student's own, reduce(into:)":
    let slopes = parameters.weights.map { weights in weights.map { weight in lambda * weight / Double(sampleCount) } }
    gradients.weights = slopes.enumerated().reduce(into: gradients.weights) { sums, next in
      sums[next.offset] = next.element + sums[next.offset]
    }
  default:
    throw NoSuchVersion(title: right)
  }
}

// BEGIN HELPERS 6 a sum type of the student's own, reduce(into:)
/// Adds up the squares of matrices, column by column.
private struct SquareSum {
  var total = 0.0

  mutating func add(_ matrix: Matrix) {
    for column in 0..<matrix.columns {
      for row in 0..<matrix.rows { total += matrix[row, column] * matrix[row, column] }
    }
  }
}
// END HELPERS
