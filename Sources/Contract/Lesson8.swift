import CourseKit
import Vocabulary
import Wire

/// What lesson 8 provides: gradient descent with momentum.
public enum Lesson8 {
  /// Exercise 8.1.
  public static let zeroVelocity = LessonFunction<Gradients, Gradients>(
    "8.1", "zeroVelocity(like gradients: Gradients) -> Gradients")
  /// Exercise 8.2, called for one gradient after the other with the coefficient and the learning rate of each step.
  public static let step = LessonFunction<MomentumTrace, Parameters, [Gradients], Double, [Double]>(
    "8.2",
    "step(_ parameters: inout Parameters, gradients: Gradients, learningRate: Double)")
}

/// Where an optimizer with momentum went, step after step.
public struct MomentumTrace: Equatable, Record {
  /// The parameters after each step.
  public var parameters: [Parameters]
  /// What `velocity` holds after each step; no matrices for nil.
  public var velocities: [Gradients]

  /// Both lists.
  public static let fields = Fields(MomentumTrace.init, \.parameters, \.velocities)

  /// Creates a trace; of an optimizer at rest if there are no steps.
  public init(parameters: [Parameters] = [], velocities: [Gradients] = []) {
    self.parameters = parameters
    self.velocities = velocities
  }
}
