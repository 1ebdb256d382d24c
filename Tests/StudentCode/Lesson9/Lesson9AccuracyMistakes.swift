import CourseKit

/// Exercise 9.4 as the judge knows it wrong.
func classAccuracy(mistake: String, logits: Matrix, classes: [Int]) throws -> Double {
  switch mistake {
  case "9.4 last of equal ones":
    var right = 0
    for row in 0..<logits.rows {
      var best = 0
      for column in 0..<logits.columns where logits[row, column] >= logits[row, best] { best = column }
      if best == classes[row] { right += 1 }
    }
    return Double(right) / Double(logits.rows)
  case "9.4 largest from 0 up":
    var right = 0
    for row in 0..<logits.rows {
      var best = 0
      var largest = 0.0
      for column in 0..<logits.columns where logits[row, column] > largest {
        largest = logits[row, column]
        best = column
      }
      if best == classes[row] { right += 1 }
    }
    return Double(right) / Double(logits.rows)
  case "9.4 first class left out":
    var right = 0
    for row in 0..<logits.rows {
      var best = min(1, logits.columns - 1)
      for column in best..<logits.columns where logits[row, column] > logits[row, best] { best = column }
      if best == classes[row] { right += 1 }
    }
    return Double(right) / Double(logits.rows)
  case "9.4 neighbour compared":
    var right = 0
    for row in 0..<logits.rows {
      var best = 0
      for column in 1..<max(1, logits.columns) where logits[row, column] > logits[row, column - 1] { best = column }
      if best == classes[row] { right += 1 }
    }
    return Double(right) / Double(logits.rows)
  case "9.4 smallest logit":
    var right = 0
    for row in 0..<logits.rows {
      var best = 0
      for column in 0..<logits.columns where logits[row, column] < logits[row, best] { best = column }
      if best == classes[row] { right += 1 }
    }
    return Double(right) / Double(logits.rows)
  case "9.4 equal to the largest":
    var right = 0
    for row in 0..<logits.rows {
      var largest = logits[row, 0]
      for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
      if logits[row, classes[row]] == largest { right += 1 }
    }
    return Double(right) / Double(logits.rows)
  case "9.4 probability of at least 0.5":
    let probabilities = softmax(logits)
    var right = 0
    for row in 0..<logits.rows where probabilities[row, classes[row]] >= 0.5 { right += 1 }
    return Double(right) / Double(logits.rows)
  case "9.4 share of errors":
    var right = 0
    for row in 0..<logits.rows {
      var best = 0
      for column in 0..<logits.columns where logits[row, column] > logits[row, best] { best = column }
      if best != classes[row] { right += 1 }
    }
    return Double(right) / Double(logits.rows)
  case "9.4 count for share":
    var right = 0
    for row in 0..<logits.rows {
      var best = 0
      for column in 0..<logits.columns where logits[row, column] > logits[row, best] { best = column }
      if best == classes[row] { right += 1 }
    }
    return Double(right)
  case "9.4 whole-number division":
    var right = 0
    for row in 0..<logits.rows {
      var best = 0
      for column in 0..<logits.columns where logits[row, column] > logits[row, best] { best = column }
      if best == classes[row] { right += 1 }
    }
    return Double(right / logits.rows)
  case "9.4 percent":
    var right = 0
    for row in 0..<logits.rows {
      var best = 0
      for column in 0..<logits.columns where logits[row, column] > logits[row, best] { best = column }
      if best == classes[row] { right += 1 }
    }
    return 100 * Double(right) / Double(logits.rows)
  case "9.4 number from 1":
    var right = 0
    for row in 0..<logits.rows {
      var best = 0
      for column in 0..<logits.columns where logits[row, column] > logits[row, best] { best = column }
      if best + 1 == classes[row] { right += 1 }
    }
    return Double(right) / Double(logits.rows)
  case "9.4 first row alone":
    var right = 0
    for row in 0..<logits.rows {
      var best = 0
      for column in 0..<logits.columns where logits[row, column] > logits[row, best] { best = column }
      if best == classes[row] { right += 1 }
      return Double(right) / Double(logits.rows)
    }
    return Double(right) / Double(logits.rows)
  default:
    return try classAccuracy(other: mistake, logits: logits, classes: classes)
  }
}
