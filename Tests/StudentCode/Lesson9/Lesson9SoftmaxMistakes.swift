import CourseKit

/// Exercise 9.1 as the judge knows it wrong.
func softmax(mistake: String, _ logits: Matrix) throws -> Matrix {
  switch mistake {
  case "9.1 nothing subtracted":
    var probabilities = logits.map { exp($0) }
    for row in 0..<logits.rows {
      var sum = 0.0
      for column in 0..<logits.columns { sum += probabilities[row, column] }
      for column in 0..<logits.columns { probabilities[row, column] /= sum }
    }
    return probabilities
  case "9.1 largest of all subtracted":
    let largest = logits.elements.max() ?? 0
    var probabilities = logits.map { exp($0 - largest) }
    for row in 0..<logits.rows {
      var sum = 0.0
      for column in 0..<logits.columns { sum += probabilities[row, column] }
      for column in 0..<logits.columns { probabilities[row, column] /= sum }
    }
    return probabilities
  case "9.1 largest from 0 up":
    var probabilities = logits
    for row in 0..<logits.rows {
      var largest = 0.0
      for column in 0..<logits.columns where logits[row, column] > largest { largest = logits[row, column] }
      var sum = 0.0
      for column in 0..<logits.columns {
        probabilities[row, column] = exp(logits[row, column] - largest)
        sum += probabilities[row, column]
      }
      for column in 0..<logits.columns { probabilities[row, column] /= sum }
    }
    return probabilities
  case "9.1 first logit subtracted":
    var probabilities = logits
    for row in 0..<logits.rows {
      var sum = 0.0
      for column in 0..<logits.columns {
        probabilities[row, column] = exp(logits[row, column] - logits[row, 0])
        sum += probabilities[row, column]
      }
      for column in 0..<logits.columns { probabilities[row, column] /= sum }
    }
    return probabilities
  case "9.1 sum down the columns":
    var probabilities = logits
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      for column in 0..<logits.columns { probabilities[row, column] = exp(logits[row, column] - largest) }
    }
    let sums = probabilities.columnSums()
    for row in 0..<logits.rows {
      for column in 0..<logits.columns { probabilities[row, column] /= sums[0, column] }
    }
    return probabilities
  case "9.1 sum of all entries":
    var probabilities = logits
    var sum = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      for column in 0..<logits.columns {
        probabilities[row, column] = exp(logits[row, column] - largest)
        sum += probabilities[row, column]
      }
    }
    return probabilities.map { $0 / sum }
  case "9.1 sum not reset":
    var probabilities = logits
    var sum = 0.0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      for column in 0..<logits.columns {
        probabilities[row, column] = exp(logits[row, column] - largest)
        sum += probabilities[row, column]
      }
      for column in 0..<logits.columns { probabilities[row, column] /= sum }
    }
    return probabilities
  case "9.1 divided while summing":
    var probabilities = logits
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns {
        let power = exp(logits[row, column] - largest)
        sum += power
        probabilities[row, column] = power / sum
      }
    }
    return probabilities
  case "9.1 not divided":
    var powers = logits
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      for column in 0..<logits.columns { powers[row, column] = exp(logits[row, column] - largest) }
    }
    return powers
  case "9.1 sigmoid of each logit":
    return logits.map { z in z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z)) }
  case "9.1 exp forgotten":
    var probabilities = logits
    for row in 0..<logits.rows {
      var sum = 0.0
      for column in 0..<logits.columns { sum += logits[row, column] }
      for column in 0..<logits.columns { probabilities[row, column] /= sum }
    }
    return probabilities
  case "9.1 logarithm":
    var result = logits
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns { sum += exp(logits[row, column] - largest) }
      for column in 0..<logits.columns { result[row, column] = log(exp(logits[row, column] - largest) / sum) }
    }
    return result
  case "9.1 first row alone":
    var probabilities = Matrix.zeros(rows: logits.rows, columns: logits.columns)
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      var sum = 0.0
      for column in 0..<logits.columns {
        probabilities[row, column] = exp(logits[row, column] - largest)
        sum += probabilities[row, column]
      }
      for column in 0..<logits.columns { probabilities[row, column] /= sum }
      return probabilities
    }
    return probabilities
  default:
    return try softmax(other: mistake, logits)
  }
}
