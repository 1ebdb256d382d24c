// The solution of lesson 11, for the versions that call it: written by Scripts/make-lessons.

import CourseKit

/// Steps that each weight and each bias measures by its own gradients: θ ← θ − η · m̂ / (√v̂ + ε).
struct AdamOptimizer: Sendable {
  /// β₁, the share of itself that the first moment keeps in each step.
  var firstDecay: Double

  /// β₂, the share of itself that the second moment keeps in each step.
  var secondDecay: Double

  /// ε, a small number that keeps the step from dividing by 0.
  var epsilon: Double

  /// t, the number of the step: 0 before the first one, 1 during and after it.
  var stepCount = 0

  /// m, a moving average of the gradients, one matrix for each matrix of parameters; empty before the first step.
  var firstMoments: [Matrix] = []

  /// v, a moving average of the squared gradients, in the same shapes; empty before the first step.
  var secondMoments: [Matrix] = []

  /// Creates an optimizer that has made no step.
  init(firstDecay: Double = 0.9, secondDecay: Double = 0.999, epsilon: Double = 1e-8) {
    self.firstDecay = firstDecay
    self.secondDecay = secondDecay
    self.epsilon = epsilon
  }

  /// A solved example: half of one matrix and half of another of the same shape.
  private func average(_ first: Matrix, _ second: Matrix) -> Matrix {
    0.5 * first + 0.5 * second
  }

  /// 11.1  The new first moment: β₁ · m + (1 − β₁) · g.
  func firstMoment(_ moment: Matrix, gradient: Matrix) -> Matrix {
    firstDecay * moment + (1 - firstDecay) * gradient
  }

  /// 11.2  The new second moment: β₂ · v + (1 − β₂) · g², each entry squared.
  func secondMoment(_ moment: Matrix, gradient: Matrix) -> Matrix {
    secondDecay * moment + (1 - secondDecay) * (gradient * gradient)
  }

  /// 11.3  What a moment would be had it not begun at 0: moment / (1 − decayᵗ).
  func corrected(_ moment: Matrix, decay: Double) -> Matrix {
    moment / (1 - pow(decay, Double(stepCount)))
  }

  /// 11.4  One step: both moments take up the gradient, and θ ← θ − η · m̂ / (√v̂ + ε).
  mutating func step(_ parameters: inout [Matrix], gradients: [Matrix], learningRate: Double) {
    if firstMoments.isEmpty {
      firstMoments = gradients.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) }
      secondMoments = firstMoments
    }
    stepCount += 1
    for (index, gradient) in gradients.enumerated() {
      firstMoments[index] = firstMoment(firstMoments[index], gradient: gradient)
      secondMoments[index] = secondMoment(secondMoments[index], gradient: gradient)
      let average = corrected(firstMoments[index], decay: firstDecay)
      let square = corrected(secondMoments[index], decay: secondDecay)
      parameters[index] -= learningRate * average * square.map { 1 / (sqrt($0) + epsilon) }
    }
  }
}
