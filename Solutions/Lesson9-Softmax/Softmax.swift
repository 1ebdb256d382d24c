// Lesson 9 · Softmax
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson9

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
///
/// Given: `logits` Z [N, K], one example a row, one column for each class; they may be as large as ±1000.
/// Return: the probabilities P [N, K]; each row adds up to 1.
public func softmax(_ logits: Matrix) -> Matrix {
  // BEGIN SOLUTION 9.1 softmax
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
  // END SOLUTION
}

/// 9.2  The cross-entropy, the mean over the batch of log Σ exp(z) − z_y, with no probability in between.
///
/// Given: `logits` Z [N, K]; `classes` y, N numbers in 0 ..< K. Return: one number, right where p would round to 0, too, so
/// that `softmax` is of no use here.
public func crossEntropy(logits: Matrix, classes: [Int]) -> Double {
  requireClasses(classes, of: logits)
  // BEGIN SOLUTION 9.2 crossEntropy
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
  // END SOLUTION
}

/// 9.3  The slope of that loss for every logit: (P − Y) / N.
///
/// Given: as in 9.2. Y is 1 in the column of the row's class and 0 in the others. Return: ∂loss/∂Z [N, K].
public func logitsGradient(logits: Matrix, classes: [Int]) -> Matrix {
  requireClasses(classes, of: logits)
  // BEGIN SOLUTION 9.3 logitsGradient
  var gradient = softmax(logits)
  for row in 0..<logits.rows {
    gradient[row, classes[row]] -= 1
  }
  return 1 / Double(logits.rows) * gradient
  // END SOLUTION
}

/// 9.4  The share of examples whose largest logit is that of their class; of equal ones the first counts.
///
/// Given: as in 9.2. Return: a number from 0 to 1.
public func classAccuracy(logits: Matrix, classes: [Int]) -> Double {
  requireClasses(classes, of: logits)
  // BEGIN SOLUTION 9.4 classAccuracy
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
  // END SOLUTION
}
