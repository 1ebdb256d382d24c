// Lesson 8 · Momentum
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson8

import CourseKit

/// Gradient descent that keeps some of its speed: v ← β · v + gradient, then θ ← θ − η · v.
public struct MomentumOptimizer: Sendable {
  /// β, the share of the velocity that each step keeps: 0 is plain gradient descent, 0.9 is usual.
  public var coefficient: Double

  /// v, one matrix for each weight matrix and each bias row; nil before the first step, which starts from zero velocity.
  public var velocity: Gradients?

  /// Creates an optimizer at rest.
  public init(coefficient: Double) {
    self.coefficient = coefficient
  }

  /// A solved example: gradients twice as large, the weights and the biases of every layer.
  private func doubled(_ gradients: Gradients) -> Gradients {
    Gradients(
      weights: gradients.weights.map { weights in 2 * weights },
      biases: gradients.biases.map { biases in 2 * biases })
  }

  /// 8.1  The velocity at the beginning: zeros in the shapes of the gradients.
  ///
  /// Given: `gradients`, whose shapes count. Return: zeros, for the weights and the biases of every layer.
  public func zeroVelocity(like gradients: Gradients) -> Gradients {
    // TODO 8.1: write zeroVelocity.
    fatalError("TODO: 8.1 zeroVelocity")
  }

  /// 8.2  One step: the velocity takes up the gradient, and the parameters move against the velocity.
  ///
  /// Given: `parameters`, to be changed in place; `gradients` of the same shapes; `learningRate` η. Keep the new velocity in
  /// `velocity` for the next step. The learning rate is no part of it.
  public mutating func step(_ parameters: inout Parameters, gradients: Gradients, learningRate: Double) {
    // TODO 8.2: write step.
    fatalError("TODO: 8.2 step")
  }
}
