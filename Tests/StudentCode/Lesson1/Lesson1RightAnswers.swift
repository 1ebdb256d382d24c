import CourseKit

/// Exercise 1.1, right in other words.
func sigmoid(right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.1 loops over rows and columns, every slope computed anew":
    var result = Matrix.zeros(rows: z.rows, columns: z.columns)
    for row in 0..<z.rows {
      for column in 0..<z.columns {
        result[row, column] = 1 / (1 + exp(-z[row, column]))
      }
    }
    return result
  case "1.1 element loops in place, the exponent never positive":
    var result = z
    for index in result.elements.indices {
      let x = result.elements[index]
      if x >= 0 {
        result.elements[index] = 1 / (1 + exp(-x))
      } else {
        let power = exp(x)
        result.elements[index] = power / (1 + power)
      }
    }
    return result
  default:
    return try sigmoid(foundation: right, z)
  }
}

/// Exercise 1.2, right in other words.
func tanh(right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.2 loops over rows and columns, every slope computed anew":
    var result = z
    for row in 0..<z.rows {
      for column in 0..<z.columns {
        // tanh(z) = 2 · σ(2z) − 1
        result[row, column] = 2 / (1 + exp(-2 * z[row, column])) - 1
      }
    }
    return result
  case "1.2 element loops in place, the exponent never positive":
    var result = z
    for index in result.elements.indices {
      let power = exp(-2 * abs(z.elements[index]))
      let size = (1 - power) / (1 + power)
      result.elements[index] = z.elements[index] < 0 ? -size : size
    }
    return result
  default:
    return try tanh(foundation: right, z)
  }
}

/// Exercise 1.3, right in other words.
func relu(right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.3 loops over rows and columns, every slope computed anew":
    var result = z
    for row in 0..<z.rows {
      for column in 0..<z.columns where z[row, column] < 0 {
        result[row, column] = 0
      }
    }
    return result
  case "1.3 element loops in place, the exponent never positive":
    var elements = z.elements
    for index in 0..<elements.count {
      elements[index] = (elements[index] + abs(elements[index])) / 2
    }
    return Matrix(rows: z.rows, columns: z.columns, elements: elements)
  default:
    return try relu(foundation: right, z)
  }
}

/// Exercise 1.4, right in other words.
func sigmoidDerivative(right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.4 loops over rows and columns, every slope computed anew":
    var result = Matrix(rows: z.rows, columns: z.columns, repeating: 0)
    for row in 0..<z.rows {
      for column in 0..<z.columns {
        let a = 1 / (1 + exp(-z[row, column]))
        result[row, column] = a - a * a
      }
    }
    return result
  case "1.4 element loops in place, the exponent never positive":
    var result = z
    for index in result.elements.indices {
      let power = exp(-abs(z.elements[index]))
      result.elements[index] = power / ((1 + power) * (1 + power))
    }
    return result
  default:
    return try sigmoidDerivative(foundation: right, z)
  }
}

/// Exercise 1.5, right in other words.
func tanhDerivative(right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.5 loops over rows and columns, every slope computed anew":
    var result = z
    for row in 0..<z.rows {
      for column in 0..<z.columns {
        let a = 2 / (1 + exp(-2 * z[row, column])) - 1
        result[row, column] = (1 - a) * (1 + a)
      }
    }
    return result
  case "1.5 element loops in place, the exponent never positive":
    let a = tanh(z)
    return Matrix(rows: z.rows, columns: z.columns, repeating: 1) - a * a
  default:
    return try tanhDerivative(foundation: right, z)
  }
}

/// Exercise 1.6, right in other words.
func reluDerivative(right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.6 loops over rows and columns, every slope computed anew":
    var result = Matrix.zeros(rows: z.rows, columns: z.columns)
    for row in 0..<z.rows {
      for column in 0..<z.columns {
        if z[row, column] > 0 {
          result[row, column] = 1
        }
      }
    }
    return result
  case "1.6 element loops in place, the exponent never positive":
    var elements: [Double] = []
    for x in z.elements {
      switch x {
      case let x where x > 0: elements.append(1)
      default: elements.append(0)
      }
    }
    return Matrix(rows: z.rows, columns: z.columns, elements: elements)
  default:
    return try reluDerivative(foundation: right, z)
  }
}
