// Lesson 1 · Activations
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson1

import CourseKit

// MARK: - The functions

/// A solved example: the square of every entry, z · z.
///
/// `map` hands its closure one entry at a time and makes a matrix of the same shape of what comes back.
private func square(_ z: Matrix) -> Matrix {
  z.map { entry in entry * entry }
}

/// 1.1  The sigmoid of every entry: σ(z) = 1 / (1 + e^(−z)), a number between 0 and 1.
///
/// Given: `z`, pre-activations of any shape. Return: a matrix of the same shape.
/// It must stay finite and right for z = ±1000, too.
public func sigmoid(_ z: Matrix) -> Matrix {
  // BEGIN SOLUTION 1.1 sigmoid
  z.map { z in 1 / (1 + exp(-z)) }
  // END SOLUTION
}

/// 1.2  The hyperbolic tangent of every entry, a number between −1 and 1.
///
/// Given: `z`, pre-activations of any shape. Return: a matrix of the same shape.
/// For a single number, `tanh(x)` of a Double is there already.
public func tanh(_ z: Matrix) -> Matrix {
  // BEGIN SOLUTION 1.2 tanh
  z.map { z in tanh(z) }
  // END SOLUTION
}

/// 1.3  The rectified linear unit of every entry: z where z is positive, otherwise 0.
///
/// Given: `z`, pre-activations of any shape. Return: a matrix of the same shape.
public func relu(_ z: Matrix) -> Matrix {
  // BEGIN SOLUTION 1.3 relu
  z.map { z in max(0, z) }
  // END SOLUTION
}

// MARK: - Their derivatives, each a function of the pre-activation z

/// 1.4  The slope of the sigmoid at every entry: σ′(z) = σ(z) · (1 − σ(z)).
///
/// Given: `z`, pre-activations (not activations) of any shape. Return: a matrix of the same shape.
public func sigmoidDerivative(_ z: Matrix) -> Matrix {
  // BEGIN SOLUTION 1.4 sigmoidDerivative
  sigmoid(z).map { a in a * (1 - a) }
  // END SOLUTION
}

/// 1.5  The slope of the hyperbolic tangent at every entry: tanh′(z) = 1 − tanh(z)².
///
/// Given: `z`, pre-activations (not activations) of any shape. Return: a matrix of the same shape.
public func tanhDerivative(_ z: Matrix) -> Matrix {
  // BEGIN SOLUTION 1.5 tanhDerivative
  tanh(z).map { a in 1 - a * a }
  // END SOLUTION
}

/// 1.6  The slope of the rectified linear unit at every entry: 1 where z is positive, otherwise 0.
///
/// Given: `z`, pre-activations of any shape. Return: a matrix of the same shape. At z = 0 the course takes 0.
public func reluDerivative(_ z: Matrix) -> Matrix {
  // BEGIN SOLUTION 1.6 reluDerivative
  z.map { z in z > 0 ? 1 : 0 }
  // END SOLUTION
}

// MARK: - Given: a name for each of them

/// The activation function of the hidden layers, as later lessons choose it.
public enum Activation: CaseIterable, Sendable {
  case relu, tanh, sigmoid

  /// Returns the function's value at every entry of `z`: `activation(z)`.
  public func callAsFunction(_ z: Matrix) -> Matrix {
    // Inside this enum, plain `relu` would be the case; the module's name says that the function is meant.
    switch self {
    case .relu: Activations.relu(z)
    case .tanh: Activations.tanh(z)
    case .sigmoid: Activations.sigmoid(z)
    }
  }

  /// Returns the function's slope at every entry of `z`.
  public func derivative(_ z: Matrix) -> Matrix {
    switch self {
    case .relu: reluDerivative(z)
    case .tanh: tanhDerivative(z)
    case .sigmoid: sigmoidDerivative(z)
    }
  }
}
