import CourseKit

/// Exercise 1.1, right by an identity.
func sigmoid(identity right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.1 each function from another one":
    return z.map { x in 0.5 + 0.5 * tanh(0.5 * x) }
  case "1.1 logarithms added before one exponential":
    return z.map { x in exp(-softplus(-x)) }
  default:
    return try sigmoid(closures: right, z)
  }
}

/// Exercise 1.2, right by an identity.
func tanh(identity right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.2 each function from another one":
    return z.map { x in 1 - 2 / (exp(2 * x) + 1) }
  case "1.2 logarithms added before one exponential":
    return z.map { x in
      let power = exp(-2 * abs(x))
      let size = exp(log(1 - power) - log(1 + power))
      return x < 0 ? -size : size
    }
  default:
    return try tanh(closures: right, z)
  }
}

/// Exercise 1.3, right by an identity.
func relu(identity right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.3 each function from another one":
    return z * reluDerivative(z)
  case "1.3 logarithms added before one exponential":
    return z - z.map { x in min(x, 0) }
  default:
    return try relu(closures: right, z)
  }
}

/// Exercise 1.4, right by an identity.
func sigmoidDerivative(identity right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.4 each function from another one":
    return sigmoid(z) * sigmoid(-1 * z)
  case "1.4 logarithms added before one exponential":
    return z.map { x in exp(-softplus(x) - softplus(-x)) }
  default:
    return try sigmoidDerivative(closures: right, z)
  }
}

/// Exercise 1.5, right by an identity.
func tanhDerivative(identity right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.5 each function from another one":
    return 4 * sigmoidDerivative(2 * z)
  case "1.5 logarithms added before one exponential":
    return z.map { x in exp(log(4) - softplus(2 * x) - softplus(-2 * x)) }
  default:
    return try tanhDerivative(closures: right, z)
  }
}

/// Exercise 1.6, right by an identity.
func reluDerivative(identity right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.6 each function from another one":
    return z.map { x in x.isZero || x.sign == .minus ? 0 : 1 }
  case "1.6 logarithms added before one exponential":
    return z.map { x in min(max(x.rounded(.awayFromZero), 0), 1) }
  default:
    return try reluDerivative(closures: right, z)
  }
}

// BEGIN HELPERS 1 logarithms added before one exponential
/// log(1 + e^x), without overflow: minus the logarithm of σ(−x).
private func softplus(_ x: Double) -> Double {
  max(x, 0) + log(1 + exp(-abs(x)))
}
// END HELPERS
