// Lesson 11 · Adam
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson11

import CourseKit

/// Steps that each weight and each bias measures by its own gradients: θ ← θ − η · m̂ / (√v̂ + ε).
public struct AdamOptimizer: Sendable {
  /// β₁, the share of itself that the first moment keeps in each step.
  public var firstDecay: Double

  /// β₂, the share of itself that the second moment keeps in each step.
  public var secondDecay: Double

  /// ε, a small number that keeps the step from dividing by 0.
  public var epsilon: Double

  /// t, the number of the step: 0 before the first one, 1 during and after it.
  public var stepCount = 0

  /// m, a moving average of the gradients, one matrix for each matrix of parameters; empty before the first step.
  public var firstMoments: [Matrix] = []

  /// v, a moving average of the squared gradients, in the same shapes; empty before the first step.
  public var secondMoments: [Matrix] = []

  /// Creates an optimizer that has made no step.
  public init(firstDecay: Double = 0.9, secondDecay: Double = 0.999, epsilon: Double = 1e-8) {
    self.firstDecay = firstDecay
    self.secondDecay = secondDecay
    self.epsilon = epsilon
  }

  /// A solved example: half of one matrix and half of another of the same shape.
  private func average(_ first: Matrix, _ second: Matrix) -> Matrix {
    0.5 * first + 0.5 * second
  }

  /// 11.1  The new first moment: β₁ · m + (1 − β₁) · g.
  ///
  /// Given: `moment` m, the old one [rows, columns]; `gradient` g, of the same shape; β₁ is `firstDecay`. Return: the new one
  /// [rows, columns]. No property changes.
  public func firstMoment(_ moment: Matrix, gradient: Matrix) -> Matrix {
    // TODO 11.1: write firstMoment.
    fatalError("TODO: 11.1 firstMoment")
  }

  /// 11.2  The new second moment: β₂ · v + (1 − β₂) · g², each entry squared.
  ///
  /// Given: `moment` v, the old one [rows, columns]; `gradient` g, of the same shape; β₂ is `secondDecay`. Return: the new one
  /// [rows, columns]. No property changes.
  public func secondMoment(_ moment: Matrix, gradient: Matrix) -> Matrix {
    // TODO 11.2: write secondMoment.
    fatalError("TODO: 11.2 secondMoment")
  }

  /// 11.3  What a moment would be had it not begun at 0: moment / (1 − decayᵗ).
  ///
  /// Given: `moment` [rows, columns]; `decay`, its own β; t is `stepCount`, 1 or more. Return: the corrected moment
  /// [rows, columns]. No property changes.
  public func corrected(_ moment: Matrix, decay: Double) -> Matrix {
    // TODO 11.3: write corrected.
    fatalError("TODO: 11.3 corrected")
  }

  /// 11.4  One step: both moments take up the gradient, and θ ← θ − η · m̂ / (√v̂ + ε).
  ///
  /// Given: `parameters`, to be changed in place; `gradients`, as many and of the same shapes; `learningRate` η. Count the
  /// step in `stepCount`, and keep the new moments, not corrected, in `firstMoments` and `secondMoments`.
  public mutating func step(_ parameters: inout [Matrix], gradients: [Matrix], learningRate: Double) {
    // TODO 11.4: write AdamOptimizer.step.
    fatalError("TODO: 11.4 AdamOptimizer.step")
  }
}
