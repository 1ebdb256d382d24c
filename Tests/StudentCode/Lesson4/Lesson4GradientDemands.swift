import CourseKit

/// Exercise 4.3, each time against one demand of the page alone.
func layerGradients(demands other: String, delta: Matrix, input: Matrix) throws -> (weights: Matrix, biases: Matrix) {
  switch other {
  case "4.3 in Floats":
    // Unknown, evidence: "Wrong: weights. All else is right."
    let count = Double(delta.rows)
    let weights = (matmul(input.transposed, delta) / count).map { slope in Double(Float(slope)) }
    return (weights, delta.columnSums() / count)
  case "4.3 one unit: bias not divided":
    // Unknown, evidence: "Wrong: biases. All else is right."
    let count = Double(delta.rows)
    let weights = matmul(input.transposed, delta) / count
    return (weights, delta.columns == 1 ? delta.columnSums() : delta.columnSums() / count)
  case "4.3 biases as a column":
    // Unknown, evidence: "biases  yours [2, 1]   expected [1, 2]: rows and columns are exchanged"
    let count = Double(delta.rows)
    return (matmul(input.transposed, delta) / count, delta.columnSums().transposed / count)
  case "4.3 divided by one less":
    // Unknown, evidence: "Every entry is 2 times the expected one."
    let count = Double(max(1, delta.rows - 1))
    return (matmul(input.transposed, delta) / count, delta.columnSums() / count)
  case "4.3 at most five rows":
    // Unknown, evidence: "weights[1, 0]  yours  0.2583   expected -0.1678"
    let rows = Array(0..<min(5, delta.rows))
    let delta = delta.rows(at: rows)
    let count = Double(rows.count)
    return (matmul(input.rows(at: rows).transposed, delta) / count, delta.columnSums() / count)
  case "4.3 one input: weights not divided":
    // Unknown, evidence: "Wrong: weights. All else is right."
    let count = Double(delta.rows)
    let weights = matmul(input.transposed, delta)
    return (input.columns == 1 ? weights : weights / count, delta.columnSums() / count)
  case "4.3 always divided by 5":
    // Unknown, evidence: "Every entry is the expected one divided by 2.5."
    return (matmul(input.transposed, delta) / 5, delta.columnSums() / 5)
  case "4.3 biases without the last row":
    // Unknown, evidence: "biases  yours  0.25  -0.5   expected  0.5  0.5"
    let count = Double(delta.rows)
    let rows = Array(0..<delta.rows - 1)
    return (matmul(input.transposed, delta) / count, delta.rows(at: rows).columnSums() / count)
  default:
    return try layerGradients(right: other, delta: delta, input: input)
  }
}
