import CourseKit

/// Exercise 3.3 as the judge knows it wrong.
func binaryCrossEntropy(mistake: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch mistake {
  case "3.3 sum for mean":
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      let y = labels[row, 0]
      sum -= y * log(p) + (1 - y) * log(1 - p)
    }
    return sum
  case "3.3 sign lost":
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      let y = labels[row, 0]
      sum += y * log(p) + (1 - y) * log(1 - p)
    }
    return sum / Double(labels.rows)
  case "3.3 minus on the first term only":
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      let y = labels[row, 0]
      sum += -y * log(p) + (1 - y) * log(1 - p)
    }
    return sum / Double(labels.rows)
  case "3.3 second term lost":
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      let y = labels[row, 0]
      sum += -y * log(p)
    }
    return sum / Double(labels.rows)
  case "3.3 not clipped":
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = probabilities[row, 0]
      let y = labels[row, 0]
      sum += -(y * log(p) + (1 - y) * log(1 - p))
    }
    return sum / Double(labels.rows)
  case "3.3 only the lower end clipped":
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = max(probabilities[row, 0], 1e-8)
      let y = labels[row, 0]
      sum += -(y * log(p) + (1 - y) * log(1 - p))
    }
    return sum / Double(labels.rows)
  case "3.3 epsilon added":
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = probabilities[row, 0]
      let y = labels[row, 0]
      sum += -(y * log(p + 1e-8) + (1 - y) * log(1 - p + 1e-8))
    }
    return sum / Double(labels.rows)
  case "3.3 arguments exchanged":
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = probabilities[row, 0]
      let y = min(max(labels[row, 0], 1e-8), 1 - 1e-8)
      sum -= p * log(y) + (1 - p) * log(1 - y)
    }
    return sum / Double(labels.rows)
  case "3.3 squared error":
    let error = probabilities - labels
    return (error * error).columnSums()[0, 0] / Double(labels.rows)
  default:
    return try binaryCrossEntropy(other: mistake, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.4 as the judge knows it wrong.
func accuracy(mistake: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch mistake {
  case "3.4 share of errors":
    var right = 0
    for row in 0..<labels.rows {
      let p = probabilities[row, 0]
      let y = labels[row, 0]
      if (p >= 0.5) != (y == 1) {
        right += 1
      }
    }
    return Double(right) / Double(labels.rows)
  case "3.4 whole-number division":
    var right = 0
    for row in 0..<labels.rows {
      let p = probabilities[row, 0]
      let y = labels[row, 0]
      if (p >= 0.5) == (y == 1) {
        right += 1
      }
    }
    return Double(right / labels.rows)
  case "3.4 count for share":
    var right = 0
    for row in 0..<labels.rows {
      let p = probabilities[row, 0]
      let y = labels[row, 0]
      if (p >= 0.5) == (y == 1) {
        right += 1
      }
    }
    return Double(right)
  case "3.4 percent":
    var right = 0
    for row in 0..<labels.rows {
      let p = probabilities[row, 0]
      let y = labels[row, 0]
      if (p >= 0.5) == (y == 1) {
        right += 1
      }
    }
    return 100 * Double(right) / Double(labels.rows)
  case "3.4 threshold excluded":
    var right = 0
    for row in 0..<labels.rows {
      let p = probabilities[row, 0]
      let y = labels[row, 0]
      if (p > 0.5) == (y == 1) {
        right += 1
      }
    }
    return Double(right) / Double(labels.rows)
  case "3.4 share of class 1":
    let predicted = probabilities.map { p in p >= 0.5 ? 1 : 0 }
    return predicted.elements.reduce(0, +) / Double(probabilities.rows)
  case "3.4 only class 1 counted":
    var right = 0
    for row in 0..<labels.rows {
      let p = probabilities[row, 0]
      let y = labels[row, 0]
      if p >= 0.5 && y == 1 {
        right += 1
      }
    }
    return Double(right) / Double(labels.rows)
  case "3.4 threshold forgotten":
    var right = 0
    for row in 0..<labels.rows {
      let p = probabilities[row, 0]
      let y = labels[row, 0]
      if p == y {
        right += 1
      }
    }
    return Double(right) / Double(labels.rows)
  default:
    return try accuracy(other: mistake, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.5 as the judge knows it wrong.
func predict(mistake: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws -> Matrix {
  switch mistake {
  case "3.5 probabilities for classes":
    return forward(input, parameters: parameters, hidden: hidden).probabilities
  case "3.5 classes exchanged":
    let probabilities = forward(input, parameters: parameters, hidden: hidden).probabilities
    return probabilities.map { p in p < 0.5 ? 1 : 0 }
  case "3.5 threshold excluded":
    let probabilities = forward(input, parameters: parameters, hidden: hidden).probabilities
    return probabilities.map { p in p > 0.5 ? 1 : 0 }
  case "3.5 threshold at zero":
    let probabilities = forward(input, parameters: parameters, hidden: hidden).probabilities
    return probabilities.map { p in p > 0 ? 1 : 0 }
  case "3.5 pre-activation compared with 0.5":
    let cache = forward(input, parameters: parameters, hidden: hidden)
    return cache.preActivations[parameters.weights.count - 1].map { z in z >= 0.5 ? 1 : 0 }
  case "3.5 always ReLU":
    let probabilities = forward(input, parameters: parameters, hidden: .relu).probabilities
    return probabilities.map { p in p >= 0.5 ? 1 : 0 }
  case "3.5 always sigmoid":
    let probabilities = forward(input, parameters: parameters, hidden: .sigmoid).probabilities
    return probabilities.map { p in p >= 0.5 ? 1 : 0 }
  default:
    return try predict(other: mistake, input, parameters: parameters, hidden: hidden)
  }
}
