import CourseKit

/// Derivatives measured instead of derived: (f(x + h) − f(x − h)) / 2h for one entry after the other.
///
/// With h = 1e-5 the formula's own error is of the order h² = 1e-10 and rounding adds about 1e-11, far below what a
/// check allows (CS231n, "Gradient checks").
package enum CentralDifferences {
  package static let step = 1e-5

  /// Returns ∂f/∂entry for every entry of `matrix`, in its shape.
  package static func gradient(at matrix: Matrix, of f: (Matrix) throws -> Double) rethrows -> Matrix {
    var result = Matrix.zeros(rows: matrix.rows, columns: matrix.columns)
    for index in matrix.elements.indices {
      var above = matrix
      var below = matrix
      above.elements[index] += step
      below.elements[index] -= step
      result.elements[index] = (try f(above) - f(below)) / (above.elements[index] - below.elements[index])
    }
    return result
  }

  /// Returns ∂f/∂parameter for every weight and every bias of a network.
  package static func gradients(
    at parameters: Parameters, of f: (Parameters) throws -> Double
  ) rethrows -> Gradients {
    var gradients = Gradients(weights: [], biases: [])
    for layer in parameters.weights.indices {
      gradients.weights.append(
        try gradient(at: parameters.weights[layer]) { weights in
          var changed = parameters
          changed.weights[layer] = weights
          return try f(changed)
        })
      gradients.biases.append(
        try gradient(at: parameters.biases[layer]) { biases in
          var changed = parameters
          changed.biases[layer] = biases
          return try f(changed)
        })
    }
    return gradients
  }
}
