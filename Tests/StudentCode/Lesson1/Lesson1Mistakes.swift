import CourseKit

/// Exercise 1.1 as the judge knows it wrong.
func sigmoid(mistake: String, _ z: Matrix) throws -> Matrix {
  switch mistake {
  case "1.1 sign lost":
    return z.map { z in 1 / (1 + exp(z)) }
  case "1.1 z in the numerator":
    return z.map { z in z / (1 + exp(-z)) }
  case "1.1 brackets lost":
    return z.map { z in 1 / 1 + exp(-z) }
  case "1.1 tanh for sigmoid":
    return z.map { z in tanh(z) }
  case "1.1 overflow":
    var result = z
    for index in z.elements.indices {
      let power = exp(z.elements[index])
      result.elements[index] = power / (1 + power)
    }
    return result
  case "1.1 slope for value":
    return z.map { z in
      let a = 1 / (1 + exp(-z))
      return a * (1 - a)
    }
  default:
    return try sigmoid(demands: mistake, z)
  }
}

/// Exercise 1.2 as the judge knows it wrong.
func tanh(mistake: String, _ z: Matrix) throws -> Matrix {
  switch mistake {
  case "1.2 sigmoid for tanh":
    return sigmoid(z)
  case "1.2 overflow":
    return z.map { z in (exp(z) - exp(-z)) / (exp(z) + exp(-z)) }
  case "1.2 factor 2 lost":
    return sigmoid(z).map { a in 2 * a - 1 }
  case "1.2 fraction upside down":
    return z.map { z in (exp(z) + exp(-z)) / (exp(z) - exp(-z)) }
  case "1.2 brackets lost":
    return z.map { z in exp(z) - exp(-z) / (exp(z) + exp(-z)) }
  case "1.2 slope for value":
    return z.map { z in
      let t = tanh(z)
      return 1 - t * t
    }
  default:
    return try tanh(other: mistake, z)
  }
}

/// Exercise 1.3 as the judge knows it wrong.
func relu(mistake: String, _ z: Matrix) throws -> Matrix {
  switch mistake {
  case "1.3 minimum":
    return z.map { z in min(0, z) }
  case "1.3 absolute value":
    return z.map { z in abs(z) }
  case "1.3 identity":
    var result = z
    for index in z.elements.indices where z.elements[index] > 0 {
      result.elements[index] = z.elements[index]
    }
    return result
  case "1.3 leaky":
    return z.map { z in max(0.01 * z, z) }
  case "1.3 slope for value":
    return z.map { z in z > 0 ? 1 : 0 }
  default:
    return try relu(other: mistake, z)
  }
}

/// Exercise 1.4 as the judge knows it wrong.
func sigmoidDerivative(mistake: String, _ z: Matrix) throws -> Matrix {
  switch mistake {
  case "1.4 formula for activations":
    return z.map { z in z * (1 - z) }
  case "1.4 sigmoid taken twice":
    let a = sigmoid(z)
    return sigmoid(a) * sigmoid(a).map { 1 - $0 }
  case "1.4 value for slope":
    return sigmoid(z)
  case "1.4 first factor lost":
    return sigmoid(z).map { a in 1 - a }
  case "1.4 plus for minus":
    return sigmoid(z).map { a in a * (1 + a) }
  case "1.4 square of the wrong thing":
    return sigmoid(z).map { a in 1 - a * a }
  default:
    return try sigmoidDerivative(other: mistake, z)
  }
}

/// Exercise 1.5 as the judge knows it wrong.
func tanhDerivative(mistake: String, _ z: Matrix) throws -> Matrix {
  switch mistake {
  case "1.5 formula for activations":
    return z.map { z in 1 - z * z }
  case "1.5 tanh taken twice":
    return tanh(tanh(z)).map { a in 1 - a * a }
  case "1.5 plus for minus":
    return tanh(z).map { a in 1 + a * a }
  case "1.5 one lost":
    return tanh(z).map { a in -a * a }
  case "1.5 square lost":
    return tanh(z).map { a in 1 - a }
  case "1.5 slope of the sigmoid":
    return tanh(z).map { a in a * (1 - a) }
  default:
    return try tanhDerivative(other: mistake, z)
  }
}

/// Exercise 1.6 as the judge knows it wrong.
func reluDerivative(mistake: String, _ z: Matrix) throws -> Matrix {
  switch mistake {
  case "1.6 one at zero":
    return z.map { z in z >= 0 ? 1 : 0 }
  case "1.6 value for slope":
    return relu(z)
  case "1.6 one everywhere":
    return Matrix(rows: z.rows, columns: z.columns, repeating: 1)
  case "1.6 sides exchanged":
    return z.map { z in z > 0 ? 0 : 1 }
  case "1.6 slope of the absolute value":
    return z.map { z in
      if z > 0 { return 1 }
      if z < 0 { return -1 }
      return 0
    }
  default:
    return try reluDerivative(demands: mistake, z)
  }
}
