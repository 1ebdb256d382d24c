import CourseKit

/// Exercise 1.1, right with other loops or conditions.
func sigmoid(conditions right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.1 turned over, columns first, in odd loops":
    var turned = z.transposed
    var index = 0
    while index < turned.elements.count {
      turned.elements[index] = 1 / (1 + exp(-turned.elements[index]))
      index += 1
    }
    return turned.transposed
  case "1.1 an enum for the side of zero":
    return z.map { x in
      switch Side(of: x) {
      case .below: return exp(x) / (exp(x) + 1)
      case .kink: return 0.5
      case .above: return 1 / (exp(-x) + 1)
      }
    }
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 1.2, right with other loops or conditions.
func tanh(conditions right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.2 turned over, columns first, in odd loops":
    var result = z
    for column in stride(from: z.columns - 1, through: 0, by: -1) {
      for row in stride(from: z.rows - 1, through: 0, by: -1) {
        result[row, column] = tanh(z[row, column])
      }
    }
    return result
  case "1.2 an enum for the side of zero":
    return z.map { x in
      switch Side(of: x) {
      case .below: return 2 * exp(2 * x) / (exp(2 * x) + 1) - 1
      case .kink: return 0
      case .above: return 1 - 2 * exp(-2 * x) / (exp(-2 * x) + 1)
      }
    }
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 1.3, right with other loops or conditions.
func relu(conditions right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.3 turned over, columns first, in odd loops":
    var elements = z.elements
    var start = elements.startIndex
    while let index = elements[start...].firstIndex(where: { $0 < 0 }) {
      elements[index] = 0
      start = index + 1
    }
    return Matrix(rows: z.rows, columns: z.columns, elements: elements)
  case "1.3 an enum for the side of zero":
    return z.map { x in
      guard case .above = Side(of: x) else { return 0 }
      return x
    }
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 1.4, right with other loops or conditions.
func sigmoidDerivative(conditions right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.4 turned over, columns first, in odd loops":
    let a = sigmoid(z.transposed)
    var slopes: [Double] = []
    var rest = a.elements[...]
    while let first = rest.popFirst() {
      slopes.append(first * (1 - first))
    }
    return Matrix(rows: a.rows, columns: a.columns, elements: slopes).transposed
  case "1.4 an enum for the side of zero":
    return z.map { x in
      switch Side(of: x) {
      case .kink: return 0.25
      case .below, .above: return 1 / (exp(abs(x)) + 2 + exp(-abs(x)))
      }
    }
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 1.5, right with other loops or conditions.
func tanhDerivative(conditions right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.5 turned over, columns first, in odd loops":
    var slopes = z
    for column in 0..<z.columns {
      var row = 0
      while row < z.rows {
        let cosh = (exp(z[row, column]) + exp(-z[row, column])) / 2
        slopes[row, column] = 1 / cosh / cosh
        row += 1
      }
    }
    return slopes
  case "1.5 an enum for the side of zero":
    return z.map { x in
      switch Side(of: x) {
      case .kink: return 1
      case .below, .above:
        let power = exp(-2 * abs(x))
        return 4 * power / (1 + power) / (1 + power)
      }
    }
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 1.6, right with other loops or conditions.
func reluDerivative(conditions right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.6 turned over, columns first, in odd loops":
    var slopes = Matrix.zeros(rows: z.columns, columns: z.rows)
    for (index, x) in z.transposed.elements.enumerated() where x > 0 {
      slopes.elements[index] += 1
    }
    return slopes.transposed
  case "1.6 an enum for the side of zero":
    return z.map { x in Side(of: x) == .above ? 1 : 0 }
  default:
    throw NoSuchVersion(title: right)
  }
}

// BEGIN HELPERS 1 an enum for the side of zero
private enum Side {
  case below, kink, above

  init(of x: Double) {
    if x > 0 {
      self = .above
    } else {
      self = x < 0 ? .below : .kink
    }
  }
}
// END HELPERS
