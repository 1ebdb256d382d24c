// The solution of lesson 9, for the versions that call it: written by Scripts/make-lessons.

import CourseKit

/// A solved example: each entry as a part of the largest one of its row.
private func partsOfLargest(_ scores: Matrix) -> Matrix {
  var parts = scores
  for row in 0..<scores.rows {
    var largest = scores[row, 0]
    for column in 1..<scores.columns { largest = max(largest, scores[row, column]) }
    for column in 0..<scores.columns { parts[row, column] = scores[row, column] / largest }
  }
  return parts
}

/// 9.1  The probabilities of the classes, row by row: p = exp(z) / Σ exp(z).
func softmax(_ logits: Matrix) -> Matrix {
  var probabilities = logits
  for row in 0..<logits.rows {
    var largest = logits[row, 0]
    for column in 0..<logits.columns {
      largest = max(largest, logits[row, column])
    }
    var sum = 0.0
    for column in 0..<logits.columns {
      probabilities[row, column] = exp(logits[row, column] - largest)
      sum += probabilities[row, column]
    }
    for column in 0..<logits.columns {
      probabilities[row, column] /= sum
    }
  }
  return probabilities
}

/// 9.2  The cross-entropy, the mean over the batch of log Σ exp(z) − z_y, with no probability in between.
func crossEntropy(logits: Matrix, classes: [Int]) -> Double {
  requireClasses(classes, of: logits)
  var total = 0.0
  for row in 0..<logits.rows {
    var largest = logits[row, 0]
    for column in 0..<logits.columns {
      largest = max(largest, logits[row, column])
    }
    var sum = 0.0
    for column in 0..<logits.columns {
      sum += exp(logits[row, column] - largest)
    }
    total += largest + log(sum) - logits[row, classes[row]]
  }
  return total / Double(logits.rows)
}

/// 9.3  The slope of that loss for every logit: (P − Y) / N.
func logitsGradient(logits: Matrix, classes: [Int]) -> Matrix {
  requireClasses(classes, of: logits)
  var gradient = softmax(logits)
  for row in 0..<logits.rows {
    gradient[row, classes[row]] -= 1
  }
  return 1 / Double(logits.rows) * gradient
}

/// 9.4  The share of examples whose largest logit is that of their class; of equal ones the first counts.
func classAccuracy(logits: Matrix, classes: [Int]) -> Double {
  requireClasses(classes, of: logits)
  var right = 0
  for row in 0..<logits.rows {
    var best = 0
    for column in 0..<logits.columns where logits[row, column] > logits[row, best] {
      best = column
    }
    if best == classes[row] {
      right += 1
    }
  }
  return Double(right) / Double(logits.rows)
}
