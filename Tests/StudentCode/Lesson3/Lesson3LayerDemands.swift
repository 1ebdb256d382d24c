import CourseKit

/// Exercise 3.1, each time against one demand of the page alone.
func linear(demands other: String, _ input: Matrix, weights: Matrix, biases: Matrix) throws -> Matrix {
  switch other {
  case "3.1 bias in the first three rows":
    // Unknown, evidence: "Wrong only in row 3."
    var z = matmul(input, weights)
    for row in 0..<min(3, z.rows) {
      for unit in 0..<z.columns {
        z[row, unit] += biases[0, unit]
      }
    }
    return z
  case "3.1 a bias for each row":
    // Unknown, evidence: "yours      1.377  -3.027  -1.244    0.3846"
    var z = matmul(input, weights)
    for row in 0..<z.rows {
      for unit in 0..<z.columns {
        z[row, unit] += biases[0, row % biases.columns]
      }
    }
    return z
  case "3.1 one row without bias":
    // Unknown, evidence: "[0, 0]  yours 0.196   expected -0.1308"
    let z = matmul(input, weights)
    return z.rows > 1 ? z.adding(row: biases) : z
  case "3.1 one unit without bias":
    // Unknown, evidence: "[0, 0]  yours 0.196   expected -0.1308"
    let z = matmul(input, weights)
    return z.columns > 1 ? z.adding(row: biases) : z
  case "3.1 first four inputs alone":
    // Unknown, evidence: "yours  -1.07   1.524  -0.8336   expected  -0.5698  2.864  -0.6538"
    var z = Matrix.zeros(rows: input.rows, columns: weights.columns).adding(row: biases)
    for row in 0..<z.rows {
      for unit in 0..<z.columns {
        for feature in 0..<min(4, input.columns) {
          z[row, unit] += input[row, feature] * weights[feature, unit]
        }
      }
    }
    return z
  case "3.1 one row for each unit":
    // Unknown, evidence: "yours [3, 2]   expected [2, 3]: rows and columns are exchanged"
    return matmul(input, weights).adding(row: biases).transposed
  case "3.1 in Floats":
    // Unknown, evidence: "yours -0.576007127762   expected -0.57600709813"
    return matmul(input, weights).adding(row: biases).map { z in Double(Float(z)) }
  case "3.1 cut to ±10":
    // Unknown, evidence: "yours 10   expected 373.8"
    return matmul(input, weights).adding(row: biases).map { z in min(10, max(-10, z)) }
  default:
    return try linear(right: other, input, weights: weights, biases: biases)
  }
}
