// The solution of lesson 1, for the versions that call it: written by Scripts/make-lessons.

import CourseKit

// MARK: - The functions

/// A solved example: the square of every entry, z · z.
private func square(_ z: Matrix) -> Matrix {
  z.map { entry in entry * entry }
}

/// 1.1  The sigmoid of every entry: σ(z) = 1 / (1 + e^(−z)), a number between 0 and 1.
func sigmoid(_ z: Matrix) -> Matrix {
  z.map { z in 1 / (1 + exp(-z)) }
}

/// 1.2  The hyperbolic tangent of every entry, a number between −1 and 1.
func tanh(_ z: Matrix) -> Matrix {
  z.map { z in tanh(z) }
}

/// 1.3  The rectified linear unit of every entry: z where z is positive, otherwise 0.
func relu(_ z: Matrix) -> Matrix {
  z.map { z in max(0, z) }
}

// MARK: - Their derivatives, each a function of the pre-activation z

/// 1.4  The slope of the sigmoid at every entry: σ′(z) = σ(z) · (1 − σ(z)).
func sigmoidDerivative(_ z: Matrix) -> Matrix {
  sigmoid(z).map { a in a * (1 - a) }
}

/// 1.5  The slope of the hyperbolic tangent at every entry: tanh′(z) = 1 − tanh(z)².
func tanhDerivative(_ z: Matrix) -> Matrix {
  tanh(z).map { a in 1 - a * a }
}

/// 1.6  The slope of the rectified linear unit at every entry: 1 where z is positive, otherwise 0.
func reluDerivative(_ z: Matrix) -> Matrix {
  z.map { z in z > 0 ? 1 : 0 }
}

// MARK: - Given: a name for each of them

/// The activation function of the hidden layers, as later lessons choose it.
enum Activation: CaseIterable, Sendable {
  case relu, tanh, sigmoid

  /// Returns the function's value at every entry of `z`: `activation(z)`.
  func callAsFunction(_ z: Matrix) -> Matrix {
    // Inside this enum, plain `relu` would be the case; the module's name says that the function is meant.
    switch self {
    case .relu: StudentCode.relu(z)
    case .tanh: StudentCode.tanh(z)
    case .sigmoid: StudentCode.sigmoid(z)
    }
  }

  /// Returns the function's slope at every entry of `z`.
  func derivative(_ z: Matrix) -> Matrix {
    switch self {
    case .relu: reluDerivative(z)
    case .tanh: tanhDerivative(z)
    case .sigmoid: sigmoidDerivative(z)
    }
  }
}
