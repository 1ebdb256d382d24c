import CourseKit

/// Exercise 9.2 as the judge knows it wrong.
func crossEntropy(mistake: String, logits: Matrix, classes: [Int]) throws -> Double {
  switch mistake {
  case "9.2 sum for mean":
    var total = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column] - largest) }
      total += largest + log(sum) - logits[row, classes[row]]
    }
    return total
  case "9.2 nothing subtracted":
    var total = 0.0
    for row in 0..<logits.rows {
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column]) }
      total += log(sum) - logits[row, classes[row]]
    }
    return total / Double(logits.rows)
  case "9.2 largest not added again":
    var total = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column] - largest) }
      total += log(sum) - logits[row, classes[row]]
    }
    return total / Double(logits.rows)
  case "9.2 sign exchanged":
    var total = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column] - largest) }
      total += logits[row, classes[row]] - largest - log(sum)
    }
    return total / Double(logits.rows)
  case "9.2 z_y forgotten":
    var total = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column] - largest) }
      total += largest + log(sum)
    }
    return total / Double(logits.rows)
  case "9.2 classes counted from 1":
    try stop(unless: !classes.contains(0))
    var total = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column] - largest) }
      total += largest + log(sum) - logits[row, classes[row] - 1]
    }
    return total / Double(logits.rows)
  case "9.2 largest logit for z_y":
    var total = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column] - largest) }
      total += largest + log(sum) - largest
    }
    return total / Double(logits.rows)
  case "9.2 logarithm forgotten":
    var total = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column] - largest) }
      total += largest + sum - logits[row, classes[row]]
    }
    return total / Double(logits.rows)
  case "9.2 divided by all entries":
    var total = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column] - largest) }
      total += largest + log(sum) - logits[row, classes[row]]
    }
    return total / Double(logits.elements.count)
  case "9.2 last row alone":
    var total = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column] - largest) }
      total = largest + log(sum) - logits[row, classes[row]]
    }
    return total / Double(logits.rows)
  case "9.2 logarithm of the probability":
    let probabilities = softmax(logits)
    var total = 0.0
    for row in 0..<logits.rows { total -= log(probabilities[row, classes[row]]) }
    return total / Double(logits.rows)
  case "9.2 1e-12 added to the probability":
    let probabilities = softmax(logits)
    var total = 0.0
    for row in 0..<logits.rows { total -= log(probabilities[row, classes[row]] + 1e-12) }
    return total / Double(logits.rows)
  case "9.2 softmax taken first":
    let values = softmax(logits)
    var total = 0.0
    for row in 0..<logits.rows {
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(values[row, column]) }
      total += log(sum) - values[row, classes[row]]
    }
    return total / Double(logits.rows)
  case "9.2 binary loss of each class":
    let probabilities = softmax(logits)
    var total = 0.0
    for row in 0..<logits.rows {
      for column in 0..<logits.columns {
        let p = probabilities[row, column]
        total -= column == classes[row] ? log(p) : log(1 - p)
      }
    }
    return total / Double(logits.rows)
  default:
    return try crossEntropy(other: mistake, logits: logits, classes: classes)
  }
}
