import CourseKit

/// Exercise 1.1, right by recursion or row by row.
func sigmoid(recursive right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.1 halves of the list by recursion, tanh from half the argument":
    let elements = values(of: z.elements[...]) { x in (1 + doubledTanh(x / 2)) / 2 }
    return Matrix(rows: z.rows, columns: z.columns, elements: elements)
  case "1.1 one row after the other, put together again":
    var elements: [Double] = []
    for row in 0..<z.rows {
      elements += z.rows(at: [row]).map { x in 1 / (exp(-x) + 1) }.elements
    }
    return Matrix(rows: z.rows, columns: z.columns, elements: elements)
  default:
    return try sigmoid(identity: right, z)
  }
}

/// Exercise 1.2, right by recursion or row by row.
func tanh(recursive right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.2 halves of the list by recursion, tanh from half the argument":
    return Matrix(rows: z.rows, columns: z.columns, elements: values(of: z.elements[...], doubledTanh))
  case "1.2 one row after the other, put together again":
    let rows = (0..<z.rows).map { row in z.rows(at: [row]).elements.map { x in tanh(x) } }
    return Matrix(rows: z.rows, columns: z.columns, elements: Array(rows.joined()))
  default:
    return try tanh(identity: right, z)
  }
}

/// Exercise 1.3, right by recursion or row by row.
func relu(recursive right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.3 halves of the list by recursion, tanh from half the argument":
    let elements = values(of: z.elements[...]) { x in x < 0 ? 0 : x }
    return Matrix(rows: z.rows, columns: z.columns, elements: elements)
  case "1.3 one row after the other, put together again":
    let elements = (0..<z.rows).flatMap { row in z.rows(at: [row]).elements.map { max($0, 0) } }
    return Matrix(rows: z.rows, columns: z.columns, elements: elements)
  default:
    return try relu(identity: right, z)
  }
}

/// Exercise 1.4, right by recursion or row by row.
func sigmoidDerivative(recursive right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.4 halves of the list by recursion, tanh from half the argument":
    let elements = values(of: z.elements[...]) { x in
      let half = doubledTanh(x / 2)
      return (1 - half) * (1 + half) / 4
    }
    return Matrix(rows: z.rows, columns: z.columns, elements: elements)
  case "1.4 one row after the other, put together again":
    var elements: [Double] = []
    for row in (0..<z.rows).reversed() {
      let a = sigmoid(z.rows(at: [row]))
      elements.insert(contentsOf: (a - a * a).elements, at: 0)
    }
    return Matrix(rows: z.rows, columns: z.columns, elements: elements)
  default:
    return try sigmoidDerivative(identity: right, z)
  }
}

/// Exercise 1.5, right by recursion or row by row.
func tanhDerivative(recursive right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.5 halves of the list by recursion, tanh from half the argument":
    let elements = values(of: z.elements[...]) { x in
      let a = doubledTanh(x)
      return 1 - a * a
    }
    return Matrix(rows: z.rows, columns: z.columns, elements: elements)
  case "1.5 one row after the other, put together again":
    var slopes = z
    for row in 0..<z.rows {
      let a = tanh(z.rows(at: [row]))
      for column in 0..<z.columns {
        slopes[row, column] = (1 + a[0, column]) * (1 - a[0, column])
      }
    }
    return slopes
  default:
    return try tanhDerivative(identity: right, z)
  }
}

/// Exercise 1.6, right by recursion or row by row.
func reluDerivative(recursive right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.6 halves of the list by recursion, tanh from half the argument":
    let elements = values(of: z.elements[...]) { x in x <= 0 ? 0 : 1 }
    return Matrix(rows: z.rows, columns: z.columns, elements: elements)
  case "1.6 one row after the other, put together again":
    let middle = z.rows / 2
    let upper = z.rows(at: Array(0..<middle)).map { x in x > 0 ? 1 : 0 }
    let lower = z.rows(at: Array(middle..<z.rows)).map { x in x > 0 ? 1 : 0 }
    return Matrix(rows: z.rows, columns: z.columns, elements: upper.elements + lower.elements)
  default:
    return try reluDerivative(identity: right, z)
  }
}

// BEGIN HELPERS 1 halves of the list by recursion, tanh from half the argument
/// The values of a function, those of the first half of the numbers before those of the second.
private func values(of numbers: ArraySlice<Double>, _ function: (Double) -> Double) -> [Double] {
  guard numbers.count > 1 else { return numbers.map(function) }
  let middle = numbers.startIndex + numbers.count / 2
  return values(of: numbers[..<middle], function) + values(of: numbers[middle...], function)
}

/// tanh(x) = 2t / (1 + t²) with t = tanh(x / 2), down to numbers whose series is short.
private func doubledTanh(_ x: Double) -> Double {
  if x > 20 { return 1 }
  if x < -20 { return -1 }
  guard abs(x) > 0.01 else {
    let square = x * x
    return x * (1 - square * (1.0 / 3 - square * (2.0 / 15 - square * 17 / 315)))
  }
  let half = doubledTanh(x / 2)
  return 2 * half / (1 + half * half)
}
// END HELPERS
