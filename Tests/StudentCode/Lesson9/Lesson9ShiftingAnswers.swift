import CourseKit

/// Exercise 9.1, right in a single pass, or by recursion.
func softmax(shifting right: String, _ logits: Matrix) throws -> Matrix {
  switch right {
  case "9.1 a single pass, shares added up":
    // All is divided by the sum, so the logarithm of the sum may be subtracted instead.
    var probabilities = logits
    for row in 0..<logits.rows {
      var (largest, sum) = (-Double.infinity, 0.0)
      // One pass: when a larger logit comes, what was added so far becomes smaller.
      for column in 0..<logits.columns {
        let logit = logits[row, column]
        if logit > largest {
          sum = sum * exp(largest - logit) + 1
          largest = logit
        } else {
          sum += exp(logit - largest)
        }
      }
      let logarithm = log(sum) + largest
      for column in 0..<logits.columns { probabilities[row, column] = exp(logits[row, column] - logarithm) }
    }
    return probabilities
  case "9.1 recursion and sorted sums":
    func largest(_ row: Int, from column: Int) -> Double {
      column == logits.columns - 1
        ? logits[row, column] : max(logits[row, column], largest(row, from: column + 1))
    }
    var powers = logits
    for row in 0..<logits.rows {
      let top = largest(row, from: 0)
      for column in 0..<logits.columns { powers[row, column] = exp(logits[row, column] - top) }
    }
    var probabilities = powers
    for row in 0..<logits.rows {
      let sum = powers.rows(at: [row]).elements.sorted().reduce(0, +)
      for column in 0..<logits.columns { probabilities[row, column] = powers[row, column] / sum }
    }
    return probabilities
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 9.2, right in a single pass, or by recursion.
func crossEntropy(shifting right: String, logits: Matrix, classes: [Int]) throws -> Double {
  switch right {
  case "9.2 a single pass, shares added up":
    var loss = 0.0
    for row in 0..<logits.rows {
      var (largest, sum) = (-Double.infinity, 0.0)
      for column in 0..<logits.columns {
        let logit = logits[row, column]
        if logit > largest {
          sum = sum * exp(largest - logit) + 1
          largest = logit
        } else {
          sum += exp(logit - largest)
        }
      }
      // The mean of the rows so far moves towards the next one.
      let next = largest - logits[row, classes[row]] + log(sum)
      loss += (next - loss) / Double(row + 1)
    }
    return loss
  case "9.2 recursion and sorted sums":
    func logSum(_ values: ArraySlice<Double>) -> Double {
      if values.count == 1 { return values[values.startIndex] }
      let middle = values.startIndex + values.count / 2
      let (one, other) = (logSum(values[..<middle]), logSum(values[middle...]))
      return max(one, other) + log(1 + exp(-abs(one - other)))
    }
    let losses = classes.indices.map { row in
      logSum(logits.rows(at: [row]).elements[...]) - logits[row, classes[row]]
    }
    return losses.sorted().reduce(0, +) / Double(losses.count)
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 9.3, right in a single pass, or by recursion.
func logitsGradient(shifting right: String, logits: Matrix, classes: [Int]) throws -> Matrix {
  switch right {
  case "9.3 a single pass, shares added up":
    let probabilities = softmax(logits)
    return (0..<logits.rows).reduce(into: probabilities * (1 / Double(logits.rows))) { gradient, row in
      gradient[row, classes[row]] = (probabilities[row, classes[row]] - 1) / Double(logits.rows)
    }
  case "9.3 recursion and sorted sums":
    func slope(_ p: Double, _ isOwn: Bool) -> Double { (isOwn ? p - 1 : p) / Double(classes.count) }
    var gradient = softmax(logits)
    for (row, own) in zip(0..., classes) {
      for column in 0..<gradient.columns { gradient[row, column] = slope(gradient[row, column], column == own) }
    }
    return gradient
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 9.4, right in a single pass, or by recursion.
func classAccuracy(shifting right: String, logits: Matrix, classes: [Int]) throws -> Double {
  switch right {
  case "9.4 a single pass, shares added up":
    var share = 0.0
    for row in 0..<logits.rows {
      var (best, largest) = (0, -Double.infinity)
      for column in 0..<logits.columns {
        guard logits[row, column] > largest else { continue }
        best = column
        largest = logits[row, column]
      }
      share += best == classes[row] ? 1 / Double(logits.rows) : 0
    }
    return share
  case "9.4 recursion and sorted sums":
    func choice(_ row: Int, from column: Int) -> Int {
      if column == logits.columns - 1 { return column }
      let later = choice(row, from: column + 1)
      return logits[row, later] > logits[row, column] ? later : column
    }
    let right = classes.indices.filter { choice($0, from: 0) == classes[$0] }.count
    return Double(right) / Double(classes.count)
  default:
    throw NoSuchVersion(title: right)
  }
}
