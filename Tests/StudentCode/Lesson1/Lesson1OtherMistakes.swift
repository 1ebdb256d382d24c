import CourseKit

/// Exercise 1.2, wrong in ways that the judge has no name for.
func tanh(other: String, _ z: Matrix) throws -> Matrix {
  switch other {
  case "1.2 sigmoid for tanh and slope for value":
    // Double, evidence: "yours  0.105  0.235   0.25      expected  -0.964"
    let a = sigmoid(z)
    return a * a.map { 1 - $0 }
  case "1.2 no brackets at all":
    // Unknown, evidence: "yours  -47.07   -0.463   1      expected  -0.964"
    return z.map { z in exp(z) - exp(-z) / exp(z) + exp(-z) }
  default:
    return try tanh(demands: other, z)
  }
}

/// Exercise 1.3, wrong in ways that the judge has no name for.
func relu(other: String, _ z: Matrix) throws -> Matrix {
  switch other {
  case "1.3 threshold 1":
    // Unknown, evidence: "yours  0  0  0   expected  0    0  0"
    return z.map { z in z > 1 ? z : 0 }
  default:
    return try relu(demands: other, z)
  }
}

/// Exercise 1.4, wrong in ways that the judge has no name for.
func sigmoidDerivative(other: String, _ z: Matrix) throws -> Matrix {
  switch other {
  case "1.4 a fraction that overflows":
    // Unknown, evidence: "1 entry of yours is not a finite number"
    return z.map { z in exp(-z) / ((1 + exp(-z)) * (1 + exp(-z))) }
  default:
    return try sigmoidDerivative(demands: other, z)
  }
}

/// Exercise 1.5, wrong in ways that the judge has no name for.
func tanhDerivative(other: String, _ z: Matrix) throws -> Matrix {
  switch other {
  case "1.5 formula for activations and plus for minus":
    // Double, evidence: "yours  5     1.25   1   expected  0.07065"
    return z.map { z in 1 + z * z }
  default:
    return try tanhDerivative(demands: other, z)
  }
}
