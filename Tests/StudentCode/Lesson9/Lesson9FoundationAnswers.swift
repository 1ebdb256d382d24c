import CourseKit
import Foundation

/// Exercise 9.1, right in other words, with Foundation.
func softmax(foundation right: String, _ logits: Matrix) throws -> Matrix {
  switch right {
  case "9.1 Foundation imported, functions of the student's own":
    var probabilities = logits
    for row in 0..<logits.rows {
      let logarithm = logSumExp(logits, row)
      for column in 0..<logits.columns { probabilities[row, column] = pow(M_E, logits[row, column] - logarithm) }
    }
    return probabilities
  case "9.1 differences of logits, Foundation imported":
    // The largest difference to the first logit is as good as the largest logit.
    var probabilities = logits
    for row in 0..<logits.rows {
      let above = (0..<logits.columns).map { logits[row, $0] - logits[row, 0] }
      let most = above.reduce(0, fmax)
      let sum = above.reduce(0) { $0 + exp($1 - most) }
      for column in 0..<logits.columns { probabilities[row, column] = exp(above[column] - most) / sum }
    }
    return probabilities
  default:
    return try softmax(row: right, logits)
  }
}

/// Exercise 9.2, right in other words, with Foundation.
func crossEntropy(foundation right: String, logits: Matrix, classes: [Int]) throws -> Double {
  switch right {
  case "9.2 Foundation imported, functions of the student's own":
    return (0..<logits.rows).map { logSumExp(logits, $0) - logits[$0, classes[$0]] }.reduce(0, +) / Double(logits.rows)
  case "9.2 differences of logits, Foundation imported":
    var total = 0.0
    for row in 0..<logits.rows {
      let above = (0..<logits.columns).map { logits[row, $0] - logits[row, classes[row]] }
      let most = above.reduce(-Double.infinity, fmax)
      var rest = 0.0
      var isFirst = true
      for difference in above {
        if difference == most, isFirst { isFirst = false } else { rest += exp(difference - most) }
      }
      total += most + log1p(rest)
    }
    return total / Double(logits.rows)
  default:
    return try crossEntropy(row: right, logits: logits, classes: classes)
  }
}

/// Exercise 9.3, right in other words, with Foundation.
func logitsGradient(foundation right: String, logits: Matrix, classes: [Int]) throws -> Matrix {
  switch right {
  case "9.3 Foundation imported, functions of the student's own":
    var gradient = logits
    for row in 0..<logits.rows {
      let logarithm = logSumExp(logits, row)
      for column in 0..<logits.columns { gradient[row, column] = exp(logits[row, column] - logarithm) }
      gradient[row, classes[row]] -= 1
    }
    return gradient.map { $0 / Double(logits.rows) }
  case "9.3 differences of logits, Foundation imported":
    let share = 1 / Double(logits.rows)
    var gradient = softmax(logits).map { $0 * share }
    for (row, own) in classes.enumerated() { gradient[row, own] = fma(-1, share, gradient[row, own]) }
    return gradient
  default:
    return try logitsGradient(row: right, logits: logits, classes: classes)
  }
}

/// Exercise 9.4, right in other words, with Foundation.
func classAccuracy(foundation right: String, logits: Matrix, classes: [Int]) throws -> Double {
  switch right {
  case "9.4 Foundation imported, functions of the student's own":
    let right = (0..<logits.rows).filter { row in
      let ranked = (0..<logits.columns).sorted { one, other in
        logits[row, one] == logits[row, other] ? one < other : logits[row, one] > logits[row, other]
      }
      return ranked.first == classes[row]
    }
    return Double(right.count) / Double(classes.count)
  case "9.4 differences of logits, Foundation imported":
    var hits: [Bool] = []
    for row in 0..<logits.rows {
      var best = (column: 0, logit: -Double.infinity)
      for column in 0..<logits.columns where logits[row, column] > best.logit {
        best = (column, logits[row, column])
      }
      hits.append(best.column == classes[row])
    }
    return Double(hits.filter { $0 }.count) / Double(hits.count)
  default:
    return try classAccuracy(row: right, logits: logits, classes: classes)
  }
}

// BEGIN HELPERS 9 Foundation imported, functions of the student's own
/// log Σ exp(z) of a row.
private func logSumExp(_ logits: Matrix, _ row: Int) -> Double {
  let values = (0..<logits.columns).map { logits[row, $0] }
  let largest = values.max() ?? 0
  return largest + log(values.map { exp($0 - largest) }.reduce(0, +))
}
// END HELPERS
