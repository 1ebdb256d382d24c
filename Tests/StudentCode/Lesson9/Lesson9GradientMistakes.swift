import CourseKit

/// Exercise 9.3 as the judge knows it wrong.
func logitsGradient(mistake: String, logits: Matrix, classes: [Int]) throws -> Matrix {
  switch mistake {
  case "9.3 not divided by N":
    var gradient = softmax(logits)
    for row in 0..<logits.rows {
      gradient[row, classes[row]] -= 1
    }
    return gradient
  case "9.3 sign exchanged":
    var gradient = softmax(logits)
    for row in 0..<logits.rows {
      gradient[row, classes[row]] -= 1
    }
    return -1 / Double(logits.rows) * gradient
  case "9.3 Y forgotten":
    return 1 / Double(logits.rows) * softmax(logits)
  case "9.3 class number in its column":
    var gradient = softmax(logits)
    for row in 0..<logits.rows {
      gradient[row, classes[row]] -= Double(classes[row])
    }
    return 1 / Double(logits.rows) * gradient
  case "9.3 class number in every column":
    var gradient = softmax(logits)
    for row in 0..<logits.rows {
      for column in 0..<logits.columns { gradient[row, column] -= Double(classes[row]) }
    }
    return 1 / Double(logits.rows) * gradient
  case "9.3 next class":
    try stop(unless: classes.allSatisfy { $0 + 1 < logits.columns })
    var gradient = softmax(logits)
    for row in 0..<logits.rows {
      gradient[row, classes[row] + 1] -= 1
    }
    return 1 / Double(logits.rows) * gradient
  case "9.3 divided by K":
    var gradient = softmax(logits)
    for row in 0..<logits.rows {
      gradient[row, classes[row]] -= 1
    }
    return 1 / Double(logits.columns) * gradient
  case "9.3 divided by all entries":
    var gradient = softmax(logits)
    for row in 0..<logits.rows {
      gradient[row, classes[row]] -= 1
    }
    return 1 / Double(logits.elements.count) * gradient
  case "9.3 1 subtracted after the division":
    var gradient = 1 / Double(logits.rows) * softmax(logits)
    for row in 0..<logits.rows {
      gradient[row, classes[row]] -= 1
    }
    return gradient
  case "9.3 logits for probabilities":
    var gradient = logits
    for row in 0..<logits.rows {
      gradient[row, classes[row]] -= 1
    }
    return 1 / Double(logits.rows) * gradient
  case "9.3 own class alone":
    let probabilities = softmax(logits)
    var gradient = Matrix.zeros(rows: logits.rows, columns: logits.columns)
    for row in 0..<logits.rows {
      gradient[row, classes[row]] = (probabilities[row, classes[row]] - 1) / Double(logits.rows)
    }
    return gradient
  case "9.3 slope of the sigmoid multiplied in":
    let probabilities = softmax(logits)
    var gradient = probabilities
    for row in 0..<logits.rows { gradient[row, classes[row]] -= 1 }
    return 1 / Double(logits.rows) * gradient * probabilities.map { p in p * (1 - p) }
  default:
    return try logitsGradient(other: mistake, logits: logits, classes: classes)
  }
}
