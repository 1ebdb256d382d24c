import CourseKit

/// Exercise 9.1, wrong in ways that the judge has no name for.
func softmax(other: String, _ logits: Matrix) throws -> Matrix {
  switch other {
  case "9.1 three classes only":
    // Unknown, evidence: "expected"
    var probabilities = Matrix.zeros(rows: logits.rows, columns: logits.columns)
    let count = min(3, logits.columns)
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<count { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<count { sum += exp(logits[row, column] - largest) }
      for column in 0..<count { probabilities[row, column] = exp(logits[row, column] - largest) / sum }
    }
    return probabilities
  case "9.1 one class has 0":
    // Unknown, evidence: "yours 0   expected 1"
    if logits.columns == 1 { return Matrix.zeros(rows: logits.rows, columns: 1) }
    var probabilities = logits
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns {
        probabilities[row, column] = exp(logits[row, column] - largest)
        sum += probabilities[row, column]
      }
      for column in 0..<logits.columns { probabilities[row, column] /= sum }
    }
    return probabilities
  case "9.1 NaN made 0":
    // Unknown, evidence: "yours 0   expected"
    var probabilities = logits.map { exp($0) }
    for row in 0..<logits.rows {
      var sum = 0.0
      for column in 0..<logits.columns { sum += probabilities[row, column] }
      for column in 0..<logits.columns {
        let p = probabilities[row, column] / sum
        probabilities[row, column] = p.isNaN ? 0 : p
      }
    }
    return probabilities
  case "9.1 single precision":
    // Unknown, evidence: "yours"
    var probabilities = logits
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns {
        probabilities[row, column] = exp(logits[row, column] - largest)
        sum += probabilities[row, column]
      }
      for column in 0..<logits.columns { probabilities[row, column] /= sum }
    }
    return probabilities.map { p in Double(Float(p)) }
  case "9.1 row of equal logits left alone":
    // Unknown, evidence: "yours"
    var probabilities = logits
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns {
        probabilities[row, column] = exp(logits[row, column] - largest)
        sum += probabilities[row, column]
      }
      for column in 0..<logits.columns { probabilities[row, column] /= sum }
    }
    for row in 0..<logits.rows {
      let isEqual = (0..<logits.columns).allSatisfy { logits[row, $0] == logits[row, 0] }
      if isEqual { for column in 0..<logits.columns { probabilities[row, column] = 0 } }
    }
    return probabilities
  default:
    return try softmax(right: other, logits)
  }
}

/// Exercise 9.2, wrong in ways that the judge has no name for.
func crossEntropy(other: String, logits: Matrix, classes: [Int]) throws -> Double {
  switch other {
  case "9.2 three classes only":
    // Unknown, evidence: "expected"
    var total = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<min(3, logits.columns) { sum += exp(logits[row, column] - largest) }
      total += largest + log(sum) - logits[row, classes[row]]
    }
    return total / Double(logits.rows)
  case "9.2 loss above 100 cut":
    // Unknown, evidence: "expected"
    var total = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column] - largest) }
      total += min(100, largest + log(sum) - logits[row, classes[row]])
    }
    return total / Double(logits.rows)
  case "9.2 one row has none":
    // Unknown, evidence: "yours 0   expected"
    if logits.rows == 1 { return 0 }
    var total = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column] - largest) }
      total += largest + log(sum) - logits[row, classes[row]]
    }
    return total / Double(logits.rows)
  case "9.2 right rows have none":
    // Unknown, evidence: "expected"
    var total = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column] - largest) }
      if logits[row, classes[row]] < largest { total += largest + log(sum) - logits[row, classes[row]] }
    }
    return total / Double(logits.rows)
  default:
    return try crossEntropy(right: other, logits: logits, classes: classes)
  }
}

/// Exercise 9.3, wrong in ways that the judge has no name for.
func logitsGradient(other: String, logits: Matrix, classes: [Int]) throws -> Matrix {
  switch other {
  case "9.3 right rows have none":
    // Unknown, evidence: "expected"
    var gradient = softmax(logits)
    for row in 0..<logits.rows {
      gradient[row, classes[row]] -= 1
      let isRight = (0..<logits.columns).allSatisfy { logits[row, $0] <= logits[row, classes[row]] }
      if isRight { for column in 0..<logits.columns { gradient[row, column] = 0 } }
    }
    return 1 / Double(logits.rows) * gradient
  case "9.3 class 0 left out":
    // Unknown, evidence: "expected"
    var gradient = softmax(logits)
    for row in 0..<logits.rows where classes[row] > 0 { gradient[row, classes[row]] -= 1 }
    return 1 / Double(logits.rows) * gradient
  case "9.3 small slopes 0":
    // Unknown, evidence: "yours 0   expected"
    var gradient = softmax(logits)
    for row in 0..<logits.rows { gradient[row, classes[row]] -= 1 }
    return (1 / Double(logits.rows) * gradient).map { slope in abs(slope) < 1e-3 ? 0 : slope }
  default:
    return try logitsGradient(right: other, logits: logits, classes: classes)
  }
}

/// Exercise 9.4, wrong in ways that the judge has no name for.
func classAccuracy(other: String, logits: Matrix, classes: [Int]) throws -> Double {
  switch other {
  case "9.4 three classes only":
    // Unknown, evidence: "yours"
    var right = 0
    for row in 0..<logits.rows {
      var best = 0
      for column in 0..<min(3, logits.columns) where logits[row, column] > logits[row, best] { best = column }
      if best == classes[row] { right += 1 }
    }
    return Double(right) / Double(logits.rows)
  case "9.4 eight rows only":
    // Unknown, evidence: "yours"
    var right = 0
    for row in 0..<min(8, logits.rows) {
      var best = 0
      for column in 0..<logits.columns where logits[row, column] > logits[row, best] { best = column }
      if best == classes[row] { right += 1 }
    }
    return Double(right) / Double(min(8, logits.rows))
  case "9.4 rows with equal logits left out":
    // Unknown, evidence: "yours"
    var right = 0
    for row in 0..<logits.rows {
      var best = 0
      for column in 0..<logits.columns where logits[row, column] > logits[row, best] { best = column }
      let others = (0..<logits.columns).filter { $0 != best && logits[row, $0] == logits[row, best] }
      if best == classes[row] && others.count < 2 { right += 1 }
    }
    return Double(right) / Double(logits.rows)
  default:
    return try classAccuracy(right: other, logits: logits, classes: classes)
  }
}
