import CourseKit

/// Exercise 1.1, each time against one demand of the page alone.
func sigmoid(demands other: String, _ z: Matrix) throws -> Matrix {
  switch other {
  case "1.1 a column comes back as a row":
    // Unknown, evidence: "rows and columns are exchanged"
    let a = z.map { z in 1 / (1 + exp(-z)) }
    return z.columns == 1 ? a.transposed : a
  case "1.1 last column left out":
    // Unknown, evidence: "Wrong only in column 2."
    var a = z
    for row in 0..<z.rows {
      for column in 0..<z.columns - 1 {
        a[row, column] = 1 / (1 + exp(-z[row, column]))
      }
    }
    return a
  case "1.1 only z = 1000 saved from the overflow":
    // Unknown, evidence: "NaN"
    return z.map { z in z >= 1000 ? 1 : exp(z) / (1 + exp(z)) }
  case "1.1 z cut to −30":
    // Unknown, evidence: "yours  9.358e-14  1   expected  0  1"
    return z.map { z in 1 / (1 + exp(-max(-30, z))) }
  case "1.1 kept below 1":
    // Unknown, evidence: "yours 0.999999999999   expected 1"
    return z.map { z in min(1 - 1e-12, 1 / (1 + exp(-z))) }
  case "1.1 0 and 1 beyond 5":
    // Unknown, evidence: "[0, 0]  yours 1   expected 0.99"
    return z.map { z in z > 5 ? 1 : z < -5 ? 0 : 1 / (1 + exp(-z)) }
  case "1.1 in Floats":
    // Unknown, evidence: "yours 0.622459352016   expected 0.622459331202"
    return z.map { z in Double(Float(1 / (1 + exp(-z)))) }
  default:
    return try sigmoid(right: other, z)
  }
}

/// Exercise 1.2, each time against one demand of the page alone.
func tanh(demands other: String, _ z: Matrix) throws -> Matrix {
  switch other {
  case "1.2 a row comes back as a column":
    // Unknown, evidence: "rows and columns are exchanged"
    let a = z.map { z in tanh(z) }
    return z.rows == 1 ? a.transposed : a
  case "1.2 first row alone":
    // Unknown, evidence: "Wrong only in row 1."
    var a = z
    for column in 0..<z.columns {
      a[0, column] = tanh(z[0, column])
    }
    return a
  case "1.2 only ±1000 saved from the overflow":
    // Unknown, evidence: "of yours are not finite numbers"
    return z.map { z in
      z >= 1000 ? 1 : z <= -1000 ? -1 : (exp(z) - exp(-z)) / (exp(z) + exp(-z))
    }
  case "1.2 z cut to ±10":
    // Unknown, evidence: "yours -0.999999995878   expected -1"
    return z.map { z in tanh(min(10, max(-10, z))) }
  case "1.2 kept above −1":
    // Unknown, evidence: "yours -0.999999999999   expected -1"
    return z.map { z in max(-1 + 1e-12, tanh(z)) }
  case "1.2 z itself near 0":
    // Unknown, evidence: "yours 0.000162810171957   expected 0.000162810170518"
    return z.map { z in abs(z) < 0.01 ? z : tanh(z) }
  case "1.2 in Floats":
    // Unknown, evidence: "yours  0.995054781437   expected  0.995054753687"
    return z.map { z in Double(Float(tanh(z))) }
  default:
    return try tanh(right: other, z)
  }
}

/// Exercise 1.3, each time against one demand of the page alone.
func relu(demands other: String, _ z: Matrix) throws -> Matrix {
  switch other {
  case "1.3 a column comes back as a row":
    // Unknown, evidence: "rows and columns are exchanged"
    let a = z.map { z in max(0, z) }
    return z.columns == 1 ? a.transposed : a
  case "1.3 cut off above 6":
    // Unknown, evidence: "Wrong only in rows 1, 2."
    return z.map { z in min(6, max(0, z)) }
  case "1.3 small positive entries to 0":
    // Unknown, evidence: "yours 0   expected 0.0001628"
    return z.map { z in z > 1e-3 ? z : 0 }
  case "1.3 fractions dropped":
    // Unknown, evidence: "yours  0  0  0   expected  0    0  0"
    return z.map { z in Double(Int(max(0, z))) }
  case "1.3 small negative entries pass":
    // Unknown, evidence: "yours -0.02324   expected 0"
    return z.map { z in z > -0.1 ? z : 0 }
  case "1.3 kept above 0":
    // Unknown, evidence: "yours  1e-9    1e-9  1e-9   expected"
    return z.map { z in max(1e-9, z) }
  case "1.3 as many rows as columns":
    // Unknown, evidence: "Wrong only in "
    var a = z
    for row in 0..<z.rows {
      for column in 0..<min(z.rows, z.columns) {
        a[row, column] = max(0, z[row, column])
      }
    }
    return a
  default:
    return try relu(right: other, z)
  }
}
