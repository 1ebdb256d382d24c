import CourseKit

/// Exercise 9.1, right with loops that run backwards, or over pairs of classes.
func softmax(looping right: String, _ logits: Matrix) throws -> Matrix {
  switch right {
  case "9.1 backwards, while, one share after the other":
    var probabilities = logits
    var row = logits.rows - 1
    while row >= 0 {
      var largest = -Double.infinity
      var column = logits.columns - 1
      while column >= 0 {
        if logits[row, column] > largest { largest = logits[row, column] }
        column -= 1
      }
      var sum = 0.0
      for column in stride(from: logits.columns - 1, through: 0, by: -1) {
        sum += exp(-(largest - logits[row, column]))
      }
      for column in stride(from: logits.columns - 1, through: 0, by: -1) {
        probabilities[row, column] = 1 / sum * exp(logits[row, column] - largest)
      }
      row -= 1
    }
    return probabilities
  case "9.1 each class against the others":
    // One over the sum of exp(other − own): an overflow there is a probability of 0.
    var probabilities = logits
    for row in 0..<logits.rows {
      for own in 0..<logits.columns {
        var sum = 0.0
        for other in 0..<logits.columns { sum += exp(logits[row, other] - logits[row, own]) }
        probabilities[row, own] = 1 / sum
      }
    }
    return probabilities
  default:
    return try softmax(foundation: right, logits)
  }
}

/// Exercise 9.2, right with loops that run backwards, or over pairs of classes.
func crossEntropy(looping right: String, logits: Matrix, classes: [Int]) throws -> Double {
  switch right {
  case "9.2 backwards, while, one share after the other":
    var loss = 0.0
    for row in (0..<logits.rows).reversed() {
      let own = logits[row, classes[row]]
      var largest = own
      for column in (0..<logits.columns).reversed() where logits[row, column] > largest {
        largest = logits[row, column]
      }
      var sum = 0.0
      for column in (0..<logits.columns).reversed() { sum += exp(logits[row, column] - largest) }
      loss -= (own - largest - log(sum)) / Double(logits.rows)
    }
    return loss
  case "9.2 each class against the others":
    var total = 0.0
    for row in 0..<logits.rows {
      // The sum so far is kept as its logarithm.
      var logarithm = logits[row, 0]
      for column in 1..<max(1, logits.columns) {
        let (high, low) = (max(logarithm, logits[row, column]), min(logarithm, logits[row, column]))
        logarithm = high + log(1 + exp(low - high))
      }
      total += logarithm - logits[row, classes[row]]
    }
    return total / Double(logits.rows)
  default:
    return try crossEntropy(foundation: right, logits: logits, classes: classes)
  }
}

/// Exercise 9.3, right with loops that run backwards, or over pairs of classes.
func logitsGradient(looping right: String, logits: Matrix, classes: [Int]) throws -> Matrix {
  switch right {
  case "9.3 backwards, while, one share after the other":
    var gradient = Matrix.zeros(rows: logits.rows, columns: logits.columns)
    let probabilities = softmax(logits)
    var row = logits.rows
    while row > 0 {
      row -= 1
      for column in (0..<logits.columns).reversed() {
        gradient[row, column] = probabilities[row, column] / Double(logits.rows)
      }
      gradient[row, classes[row]] -= 1 / Double(logits.rows)
    }
    return gradient
  case "9.3 each class against the others":
    var gradient = logits
    for row in 0..<logits.rows {
      for own in 0..<logits.columns {
        var sum = 0.0
        for other in 0..<logits.columns { sum += exp(logits[row, other] - logits[row, own]) }
        let label = own == classes[row] ? 1.0 : 0
        gradient[row, own] = (1 / sum - label) / Double(logits.rows)
      }
    }
    return gradient
  default:
    return try logitsGradient(foundation: right, logits: logits, classes: classes)
  }
}

/// Exercise 9.4, right with loops that run backwards, or over pairs of classes.
func classAccuracy(looping right: String, logits: Matrix, classes: [Int]) throws -> Double {
  switch right {
  case "9.4 backwards, while, one share after the other":
    var wrong = 0
    for row in (0..<logits.rows).reversed() {
      var best = logits.columns - 1
      for column in (0..<logits.columns).reversed() where logits[row, column] >= logits[row, best] {
        best = column
      }
      wrong += best == classes[row] ? 0 : 1
    }
    return 1 - Double(wrong) / Double(logits.rows)
  case "9.4 each class against the others":
    var right = 0.0
    for row in 0..<logits.rows {
      let own = classes[row]
      let isBeaten = (0..<logits.columns).contains { other in
        logits[row, other] > logits[row, own] || other < own && logits[row, other] == logits[row, own]
      }
      if !isBeaten { right += 1 }
    }
    return right / Double(logits.rows)
  default:
    return try classAccuracy(foundation: right, logits: logits, classes: classes)
  }
}
