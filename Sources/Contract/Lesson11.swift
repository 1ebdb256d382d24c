import CourseKit
import Vocabulary
import Wire

/// What lesson 11 provides: Adam, an optimizer with a step of its own for every weight and every bias.
public enum Lesson11 {
  /// Exercise 11.1, called on an optimizer with these settings that has made steps already; the arguments are the moment and
  /// the gradient.
  public static let firstMoment = LessonFunction<Matrix, Matrix, Matrix, AdamSettings>(
    "11.1", "firstMoment(_ moment: Matrix, gradient: Matrix) -> Matrix")
  /// Exercise 11.2, called in the same way.
  public static let secondMoment = LessonFunction<Matrix, Matrix, Matrix, AdamSettings>(
    "11.2", "secondMoment(_ moment: Matrix, gradient: Matrix) -> Matrix")
  /// Exercise 11.3, called on an optimizer with these settings in a step of this number; the arguments are the moment, its
  /// decay and the number.
  public static let corrected = LessonFunction<Matrix, Matrix, Double, Int, AdamSettings>(
    "11.3", "corrected(_ moment: Matrix, decay: Double) -> Matrix")
  /// Exercise 11.4, called for one list of gradients after the other with the settings and the learning rate of each step.
  public static let adamOptimizerStep = LessonFunction<AdamTrace, [Matrix], [[Matrix]], AdamSettings, [Double]>(
    "11.4", "step(_ parameters: inout [Matrix], gradients: [Matrix], learningRate: Double)", of: "AdamOptimizer")

  /// How many steps an optimizer has made of which 11.1 or 11.2 is asked.
  public static let stepsMade = 3
}

/// The numbers with which an Adam optimizer is made.
public struct AdamSettings: Equatable, Record {
  /// β₁.
  public var firstDecay: Double
  /// β₂.
  public var secondDecay: Double
  /// ε.
  public var epsilon: Double

  /// All of them, in the order of their declaration.
  public static let fields = Fields(AdamSettings.init, \.firstDecay, \.secondDecay, \.epsilon)

  /// Creates settings.
  public init(firstDecay: Double, secondDecay: Double, epsilon: Double) {
    self.firstDecay = firstDecay
    self.secondDecay = secondDecay
    self.epsilon = epsilon
  }
}

/// Where an Adam optimizer went, step after step, and what it kept.
public struct AdamTrace: Equatable, Record {
  /// The parameters after each step.
  public var parameters: [[Matrix]]
  /// `stepCount` after each step.
  public var stepCounts: [Int]
  /// `firstMoments` after each step.
  public var firstMoments: [[Matrix]]
  /// `secondMoments` after each step.
  public var secondMoments: [[Matrix]]

  /// All of them, in the order of their declaration.
  public static let fields = Fields(AdamTrace.init, \.parameters, \.stepCounts, \.firstMoments, \.secondMoments)

  /// Creates a trace; of an optimizer that has made no step if nothing is given.
  public init(
    parameters: [[Matrix]] = [], stepCounts: [Int] = [], firstMoments: [[Matrix]] = [], secondMoments: [[Matrix]] = []
  ) {
    self.parameters = parameters
    self.stepCounts = stepCounts
    self.firstMoments = firstMoments
    self.secondMoments = secondMoments
  }
}
