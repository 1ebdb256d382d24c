import Contract
import CourseKit
import Vocabulary

/// Everything that decides how a training run goes but the data: with the same seed it goes the same way again.
public struct RunPlan: Codable, Equatable, Sendable {
  /// How the weights begin.
  public enum Initialisation: String, Codable, Sendable {
    case he, xavier
  }

  /// The units of the hidden layers; none makes a logistic regression.
  public var hiddenUnits: [Int]
  /// The activation function of the hidden layers.
  public var hidden: HiddenActivation
  /// How the weights begin: lesson 2's two ways.
  public var initialisation: Initialisation
  /// The number of epochs, at most.
  public var epochs: Int
  /// η.
  public var learningRate: Double
  /// The rows of a batch; 0 for all at once.
  public var batchSize: Int
  /// λ of the L2 penalty; 0 does without lesson 6.
  public var lambda: Double
  /// β of the momentum; nil does without lesson 8.
  public var momentum: Double?
  /// Epochs without improvement after which to stop; nil does without lesson 7.
  public var patience: Int?
  /// Decides data, weights and batches.
  public var seed: UInt64

  /// Creates a plan; what is not named is as in the course's baseline, 2-32-32-1 with ReLU.
  public init(
    hiddenUnits: [Int] = [32, 32], hidden: HiddenActivation = .relu, initialisation: Initialisation = .he,
    epochs: Int = 400, learningRate: Double = 0.03, batchSize: Int = 64, lambda: Double = 0, momentum: Double? = nil,
    patience: Int? = nil, seed: UInt64 = 1
  ) {
    self.hiddenUnits = hiddenUnits
    self.hidden = hidden
    self.initialisation = initialisation
    self.epochs = epochs
    self.learningRate = learningRate
    self.batchSize = batchSize
    self.lambda = lambda
    self.momentum = momentum
    self.patience = patience
    self.seed = seed
  }

  /// The units of all layers for examples with so many features.
  public func layerSizes(features: Int) -> [Int] { [features] + hiddenUnits + [1] }

  /// The exercises that the run itself calls.
  public var exercises: Set<ExerciseID> {
    var exercises: Set = [
      initialisation == .he ? Lesson2.heInitialized.exercise : Lesson2.xavierInitialized.exercise,
      momentum == nil ? Lesson5.gradientDescentStep.exercise : Lesson8.step.exercise,
      Lesson5.train.exercise,
    ]
    if lambda != 0 { exercises.formUnion([Lesson6.weightNorm.exercise, Lesson6.addL2Gradient.exercise]) }
    if patience != nil { exercises.insert(Lesson7.shouldStop.exercise) }
    return exercises
  }
}

extension [Int] {
  /// Layer sizes as they are written in the course: `2-32-32-1`.
  public var architecture: String { map(String.init).joined(separator: "-") }

  /// The weights and biases between layers of these sizes: fanIn · fanOut + fanOut for each.
  public var parameterCount: Int { zip(self, dropFirst()).reduce(0) { $0 + $1.0 * $1.1 + $1.1 } }
}
