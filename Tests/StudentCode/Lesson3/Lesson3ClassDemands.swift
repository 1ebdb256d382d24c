import CourseKit

/// Exercise 3.4, each time against one demand of the page alone.
func accuracy(demands other: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch other {
  case "3.4 nearer than 0.5 to the label":
    // Unknown, evidence: "yours 0.5   expected 0.625"
    var right = 0
    for row in 0..<labels.rows where abs(probabilities[row, 0] - labels[row, 0]) < 0.5 {
      right += 1
    }
    return Double(right) / Double(labels.rows)
  case "3.4 rounded to one decimal":
    // Unknown, evidence: "yours 0.6   expected 0.625"
    var right = 0
    for row in 0..<labels.rows {
      let predicted: Double = probabilities[row, 0] >= 0.5 ? 1 : 0
      if predicted == labels[row, 0] {
        right += 1
      }
    }
    return (10 * Double(right) / Double(labels.rows)).rounded() / 10
  case "3.4 always divided by 5":
    // Unknown, evidence: "yours 1   expected 0.625"
    var right = 0
    for row in 0..<labels.rows {
      let predicted: Double = probabilities[row, 0] >= 0.5 ? 1 : 0
      if predicted == labels[row, 0] {
        right += 1
      }
    }
    return Double(right) / 5
  case "3.4 first five rows alone":
    // Unknown, evidence: "yours 0.6   expected 0.625"
    var right = 0
    for row in 0..<min(5, labels.rows) {
      let predicted: Double = probabilities[row, 0] >= 0.5 ? 1 : 0
      if predicted == labels[row, 0] {
        right += 1
      }
    }
    return Double(right) / Double(min(5, labels.rows))
  case "3.4 mean of the two classes":
    // Unknown, evidence: "yours 0.8333   expected 0.8"
    var right = [0.0, 0.0]
    var count = [0.0, 0.0]
    for row in 0..<labels.rows {
      let label = Int(labels[row, 0])
      let predicted = probabilities[row, 0] >= 0.5 ? 1 : 0
      count[label] += 1
      right[label] += predicted == label ? 1 : 0
    }
    return (right[0] / max(1, count[0]) + right[1] / max(1, count[1])) / 2
  case "3.4 threshold 0.45":
    // Unknown, evidence: "for probabilities = "
    var right = 0
    for row in 0..<labels.rows {
      let predicted: Double = probabilities[row, 0] >= 0.45 ? 1 : 0
      if predicted == labels[row, 0] {
        right += 1
      }
    }
    return Double(right) / Double(labels.rows)
  case "3.4 p = 0.5 half right":
    // Unknown, evidence: "yours 0.6875   expected 0.625"
    var right = 0.0
    for row in 0..<labels.rows {
      let p = probabilities[row, 0]
      let predicted: Double = p >= 0.5 ? 1 : 0
      right += p == 0.5 ? 0.5 : predicted == labels[row, 0] ? 1 : 0
    }
    return right / Double(labels.rows)
  case "3.4 no label 1, nothing right":
    // Unknown, evidence: "yours 0   expected 1"
    if labels.columnSums()[0, 0] == 0 { return 0 }
    var right = 0
    for row in 0..<labels.rows {
      let predicted: Double = probabilities[row, 0] >= 0.5 ? 1 : 0
      if predicted == labels[row, 0] {
        right += 1
      }
    }
    return Double(right) / Double(labels.rows)
  default:
    return try accuracy(right: other, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.5, each time against one demand of the page alone.
func predict(demands other: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws -> Matrix {
  switch other {
  case "3.5 second pre-activation for any depth":
    // Unknown, evidence: "[0, 0]  yours 0   expected 1"
    let cache = forward(input, parameters: parameters, hidden: hidden)
    let z = cache.preActivations[min(1, cache.preActivations.count - 1)]
    return z.map { z in z >= 0 ? 1 : 0 }
  case "3.5 p rounded to one decimal first":
    // Unknown, evidence: "yours 1   expected 0"
    let p = forward(input, parameters: parameters, hidden: hidden).probabilities
    return p.map { p in (10 * p).rounded() >= 5 ? 1 : 0 }
  case "3.5 classes in a row":
    // Unknown, evidence: "yours [1, 12]   expected [12, 1]: rows and columns are exchanged"
    let p = forward(input, parameters: parameters, hidden: hidden).probabilities
    return p.map { p in p >= 0.5 ? 1 : 0 }.transposed
  case "3.5 −1 for class 0":
    // Unknown, evidence: "yours -1   expected 0"
    return forward(input, parameters: parameters, hidden: hidden).probabilities.map { p in p >= 0.5 ? 1 : -1 }
  case "3.5 undecided at 0.5":
    // Unknown, evidence: "[0, 0]  yours 0.5   expected 1"
    return forward(input, parameters: parameters, hidden: hidden).probabilities.map { p in
      p > 0.5 ? 1 : p == 0.5 ? 0.5 : 0
    }
  case "3.5 first and last layer alone":
    // Unknown, evidence: "parameters = a network "
    let last = parameters.weights.count - 1
    var a = hidden(linear(input, weights: parameters.weights[0], biases: parameters.biases[0]))
    if a.columns != parameters.weights[last].rows {
      a = forward(input, parameters: parameters, hidden: hidden).activations[last]
    }
    let z = linear(a, weights: parameters.weights[last], biases: parameters.biases[last])
    return z.map { z in z >= 0 ? 1 : 0 }
  case "3.5 2p rounded down":
    // Unknown, evidence: "Every entry is 2 times the expected one."
    return forward(input, parameters: parameters, hidden: hidden).probabilities.map { p in (2 * p).rounded(.down) }
  case "3.5 threshold 0.499":
    // Unknown, evidence: "expected  0"
    return forward(input, parameters: parameters, hidden: hidden).probabilities.map { p in p >= 0.499 ? 1 : 0 }
  case "3.5 class of the first row for all":
    // Unknown, evidence: "Every entry of yours is "
    let p = forward(input, parameters: parameters, hidden: hidden).probabilities
    let first = p[0, 0]
    return p.map { _ in first >= 0.5 ? 1 : 0 }
  default:
    return try predict(right: other, input, parameters: parameters, hidden: hidden)
  }
}
