import CourseKit

/// Exercise 3.3, each time against one demand of the page alone.
func binaryCrossEntropy(demands other: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch other {
  case "3.3 only 0 and 1 themselves clipped":
    // Unknown, evidence: "yours 20.72   expected 18.42"
    var sum = 0.0
    for row in 0..<labels.rows {
      let p =
        probabilities[row, 0] == 0 ? 1e-8 : probabilities[row, 0] == 1 ? 1 - 1e-8 : probabilities[row, 0]
      let y = labels[row, 0]
      sum -= y * log(p) + (1 - y) * log(1 - p)
    }
    return sum / Double(labels.rows)
  case "3.3 at most four rows":
    // Unknown, evidence: "labels = a matrix [5, 1]"
    var sum = 0.0
    for row in 0..<min(4, labels.rows) {
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      let y = labels[row, 0]
      sum -= y * log(p) + (1 - y) * log(1 - p)
    }
    return sum / Double(min(4, labels.rows))
  case "3.3 no label 1, no loss":
    // Unknown, evidence: "yours 0   expected 1e-7"
    if labels.columnSums()[0, 0] == 0 { return 0 }
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      let y = labels[row, 0]
      sum -= y * log(p) + (1 - y) * log(1 - p)
    }
    return sum / Double(labels.rows)
  case "3.3 clipped at 1e-7":
    // Unknown, evidence: "yours 5.604   expected 6.371"
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = min(max(probabilities[row, 0], 1e-7), 1 - 1e-7)
      let y = labels[row, 0]
      sum -= y * log(p) + (1 - y) * log(1 - p)
    }
    return sum / Double(labels.rows)
  case "3.3 rows at the ends skipped":
    // Unknown, evidence: "yours 0.231   expected 6.371"
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = probabilities[row, 0]
      let y = labels[row, 0]
      if p > 0 && p < 1 {
        sum -= y * log(p) + (1 - y) * log(1 - p)
      }
    }
    return sum / Double(labels.rows)
  case "3.3 logarithms of base 2":
    // Unknown, evidence: "yours 0.699   expected 0.4845"
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      let y = labels[row, 0]
      sum -= y * log(p) + (1 - y) * log(1 - p)
    }
    return sum / log(2) / Double(labels.rows)
  case "3.3 right answers for nothing":
    // Unknown, evidence: "yours 0   expected 1e-7"
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      let y = labels[row, 0]
      if abs(p - y) > 0.05 {
        sum -= y * log(p) + (1 - y) * log(1 - p)
      }
    }
    return sum / Double(labels.rows)
  case "3.3 divided by one less":
    // Unknown, evidence: "yours 0.646   expected 0.4845"
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      let y = labels[row, 0]
      sum -= y * log(p) + (1 - y) * log(1 - p)
    }
    return sum / Double(max(1, labels.rows - 1))
  default:
    return try binaryCrossEntropy(right: other, probabilities: probabilities, labels: labels)
  }
}
