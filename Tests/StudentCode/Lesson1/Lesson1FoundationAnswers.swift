import CourseKit
import Foundation

/// Exercise 1.1, right in other words, with Foundation.
func sigmoid(foundation right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.1 Foundation imported, functions of the student's own":
    return z.map(logistic)
  default:
    return try sigmoid(recursive: right, z)
  }
}

/// Exercise 1.2, right in other words, with Foundation.
func tanh(foundation right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.2 Foundation imported, functions of the student's own":
    return z.map { tanh($0) }
  default:
    return try tanh(recursive: right, z)
  }
}

/// Exercise 1.3, right in other words, with Foundation.
func relu(foundation right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.3 Foundation imported, functions of the student's own":
    return Matrix(rows: z.rows, columns: z.columns, elements: z.elements.map { Swift.max($0, 0) })
  default:
    return try relu(recursive: right, z)
  }
}

/// Exercise 1.4, right in other words, with Foundation.
func sigmoidDerivative(foundation right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.4 Foundation imported, functions of the student's own":
    func slope(_ x: Double) -> Double {
      let a = logistic(x)
      return a * (1 - a)
    }
    return z.map(slope)
  default:
    return try sigmoidDerivative(recursive: right, z)
  }
}

/// Exercise 1.5, right in other words, with Foundation.
func tanhDerivative(foundation right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.5 Foundation imported, functions of the student's own":
    return z.map { 1 - pow(Foundation.tanh($0), 2) }
  default:
    return try tanhDerivative(recursive: right, z)
  }
}

/// Exercise 1.6, right in other words, with Foundation.
func reluDerivative(foundation right: String, _ z: Matrix) throws -> Matrix {
  switch right {
  case "1.6 Foundation imported, functions of the student's own":
    return z.map { x in
      guard x > 0 else { return 0.0 }
      return 1.0
    }
  default:
    return try reluDerivative(recursive: right, z)
  }
}

// BEGIN HELPERS 1 Foundation imported, functions of the student's own
/// The sigmoid of one number.
private func logistic(_ x: Double) -> Double {
  1 / (1 + exp(-x))
}
// END HELPERS
