import CourseKit

/// Exercise 9.1, right in other words.
func softmax(right: String, _ logits: Matrix) throws -> Matrix {
  switch right {
  case "9.1 whole matrices and their products":
    let ones = Matrix(rows: logits.columns, columns: 1, repeating: 1)
    var shifted = logits
    for row in 0..<logits.rows {
      let largest = logits.rows(at: [row]).elements.max() ?? 0
      for column in 0..<logits.columns { shifted[row, column] -= largest }
    }
    let powers = shifted.map { exp($0) }
    let sums = matmul(powers, ones)
    return powers * matmul(sums.map { 1 / $0 }, ones.transposed)
  case "9.1 rows as lists, map and reduce":
    let rows = (0..<logits.rows).map { row -> [Double] in
      let values = (0..<logits.columns).map { logits[row, $0] }
      let largest = values.max() ?? 0
      let powers = values.map { exp($0 - largest) }
      let sum = powers.reduce(0, +)
      return powers.map { $0 / sum }
    }
    return Matrix(rows)
  default:
    return try softmax(looping: right, logits)
  }
}

/// Exercise 9.2, right in other words.
func crossEntropy(right: String, logits: Matrix, classes: [Int]) throws -> Double {
  switch right {
  case "9.2 whole matrices and their products":
    let ones = Matrix(rows: logits.columns, columns: 1, repeating: 1)
    var (shifted, chosen) = (logits, Matrix.zeros(rows: logits.rows, columns: logits.columns))
    for row in 0..<logits.rows {
      let largest = logits.rows(at: [row]).elements.max() ?? 0
      for column in 0..<logits.columns { shifted[row, column] -= largest }
      chosen[row, classes[row]] = 1
    }
    let sums = matmul(shifted.map { exp($0) }, ones)
    let losses = sums.map { log($0) } - matmul(shifted * chosen, ones)
    return losses.columnSums()[0, 0] / Double(logits.rows)
  case "9.2 rows as lists, map and reduce":
    let losses = (0..<logits.rows).map { row -> Double in
      let values = (0..<logits.columns).map { logits[row, $0] }
      let largest = values.max() ?? 0
      return log(values.map { exp($0 - largest) }.reduce(0, +)) + largest - values[classes[row]]
    }
    return losses.reduce(0, +) / Double(losses.count)
  default:
    return try crossEntropy(looping: right, logits: logits, classes: classes)
  }
}

/// Exercise 9.3, right in other words.
func logitsGradient(right: String, logits: Matrix, classes: [Int]) throws -> Matrix {
  switch right {
  case "9.3 whole matrices and their products":
    var chosen = Matrix.zeros(rows: logits.rows, columns: logits.columns)
    for row in 0..<logits.rows { chosen[row, classes[row]] = 1 }
    return (softmax(logits) - chosen) * (1 / Double(logits.rows))
  case "9.3 rows as lists, map and reduce":
    let probabilities = softmax(logits)
    let slopes = (0..<logits.rows).flatMap { row in
      (0..<logits.columns).map { column in
        (probabilities[row, column] - (column == classes[row] ? 1 : 0)) / Double(logits.rows)
      }
    }
    return Matrix(rows: logits.rows, columns: logits.columns, elements: slopes)
  default:
    return try logitsGradient(looping: right, logits: logits, classes: classes)
  }
}

/// Exercise 9.4, right in other words.
func classAccuracy(right: String, logits: Matrix, classes: [Int]) throws -> Double {
  switch right {
  case "9.4 whole matrices and their products":
    let best = (0..<logits.rows).map { row in
      let values = logits.rows(at: [row]).elements
      return values.firstIndex(of: values.max() ?? 0) ?? 0
    }
    return zip(best, classes).map { $0 == $1 ? 1.0 : 0 }.reduce(0, +) / Double(classes.count)
  case "9.4 rows as lists, map and reduce":
    let right = (0..<logits.rows).filter { row in
      let best = (0..<logits.columns).max { logits[row, $0] < logits[row, $1] }
      return best == classes[row]
    }
    return Double(right.count) / Double(logits.rows)
  default:
    return try classAccuracy(looping: right, logits: logits, classes: classes)
  }
}
