import Vocabulary

/// Everything that decides how a training goes: with the same setup it goes the same way again.
public struct TrainingSetup: Equatable, Sendable {
  /// What it learns from.
  public var data: DataSource
  /// What kind of network it is.
  public var network: Network
  /// The units of the hidden layers; none makes a logistic regression.
  public var hiddenUnits: [Int]
  /// How the weights begin.
  public var initialization: Initialization
  /// The number of epochs, at most.
  public var epochs: Int
  /// The rows of a batch; 0 for all at once.
  public var batchSize: Int
  /// η.
  public var learningRate: Double
  /// How gradients become steps.
  public var optimizer: Optimizer
  /// What joins the gradients before the step, in this order.
  public var regularizers: [Regularizer]
  /// When to stop before the last epoch; nil for never.
  public var stopping: Stopping?
  /// Decides data, weights and batches.
  public var seed: UInt64

  /// Creates a setup; what is not named is as in the course's baseline, 2-32-32-1 with ReLU.
  public init(
    data: DataSource = .generated(GeneratedData(.moons)), network: Network = .binary(hidden: .relu),
    hiddenUnits: [Int] = [32, 32], initialization: Initialization = .he, epochs: Int = 400, batchSize: Int = 64,
    learningRate: Double = 0.03, optimizer: Optimizer = .gradientDescent, regularizers: [Regularizer] = [],
    stopping: Stopping? = nil, seed: UInt64 = 1
  ) {
    self.data = data
    self.network = network
    self.hiddenUnits = hiddenUnits
    self.initialization = initialization
    self.epochs = epochs
    self.batchSize = batchSize
    self.learningRate = learningRate
    self.optimizer = optimizer
    self.regularizers = regularizers
    self.stopping = stopping
    self.seed = seed
  }

  /// Creates the usual setup for some data: the four points of XOR and the digits want another network and other steps than clouds
  /// do, and an optimizer may want its own learning rate.
  ///
  /// - Parameter optimizer: the one that is wanted; nil for the data's usual one.
  public init(suiting data: DataSource, optimizer: Optimizer? = nil) {
    switch data {
    case .generated(let generated) where generated.kind == .xor:
      self.init(data: data, hiddenUnits: [8], epochs: 1000, batchSize: 0, learningRate: 0.5)
    case .digits:
      self.init(
        data: data, network: .layers(keepProbability: 0.8), hiddenUnits: [64], epochs: 40, batchSize: 32,
        learningRate: 0.1, optimizer: .adam())
    case .generated, .table: self.init(data: data)
    }
    if let optimizer { self.optimizer = optimizer }
    if let rate = self.optimizer.usualLearningRate { learningRate = rate }
  }
}

extension TrainingSetup {
  /// The kinds of network.
  public enum Network: Equatable, Sendable {
    /// Lessons 1 to 5: one output, the probability of class 1.
    case binary(hidden: HiddenActivation)
    /// Lessons 9 and 10: dense layers with ReLU between them, and an output for each class.
    ///
    /// In training lesson 12's dropout keeps each hidden activation with a probability; with 1 there is none.
    case layers(keepProbability: Double = 1)

    /// The kinds by their names.
    public enum Kind: String, CaseIterable, Sendable {
      case binary, layers
    }

    /// Which of the kinds this is.
    public var kind: Kind {
      switch self {
      case .binary: .binary
      case .layers: .layers
      }
    }
  }

  /// How the weights begin: their deviation from 0.
  public enum Initialization: Equatable, Sendable {
    /// √(2 / fanIn).
    case he
    /// √(1 / fanIn).
    case xavier
    /// The same for all, which layers alone can have.
    case scaled(Double)

    /// Lesson 2's two ways.
    public static let ofLesson2: [Initialization] = [.he, .xavier]

    /// Its name in the page.
    public var name: String {
      switch self {
      case .he: "he"
      case .xavier: "xavier"
      case .scaled: "scaled"
      }
    }

    /// The exercise that draws the weights of a binary network; nil if there is none.
    public var exercise: ExerciseID? {
      switch self {
      case .he: "2.2"
      case .xavier: "2.3"
      case .scaled: nil
      }
    }

    /// The deviation of the weights between `fanIn` units and the next layer's.
    public func weightScale(fanIn: Int) -> Double {
      switch self {
      case .he: (2 / Double(fanIn)).squareRoot()
      case .xavier: (1 / Double(fanIn)).squareRoot()
      case .scaled(let scale): scale
      }
    }
  }

  /// What joins the gradients before the step.
  public enum Regularizer: Equatable, Sendable {
    /// Lesson 6's penalty on large weights.
    case l2(lambda: Double)
    /// Lesson 10's pull of every parameter towards 0.
    case weightDecay(Double)

    /// The exercise that joins it to the gradients; nil where the step does.
    public var exercise: ExerciseID? {
      switch self {
      case .l2: "6.3"
      case .weightDecay: nil
      }
    }

    /// The kind of network that has it.
    public var network: Network.Kind {
      switch self {
      case .l2: .binary
      case .weightDecay: .layers
      }
    }
  }

  /// When to stop before the last epoch: lesson 7's early stopping.
  public struct Stopping: Equatable, Sendable {
    /// The exercise that says when.
    public static let exercise: ExerciseID = "7.2"

    /// Epochs without improvement after which to stop.
    public var patience: Int
    /// By how much the validation loss must fall to count as better.
    public var minimumImprovement: Double

    /// Creates the rule; without a least improvement any lower loss is one.
    public init(patience: Int, minimumImprovement: Double = 0) {
      self.patience = patience
      self.minimumImprovement = minimumImprovement
    }
  }
}

extension TrainingSetup {
  /// The activation function of the hidden layers; setting one makes the network binary.
  public var hidden: HiddenActivation {
    get {
      switch network {
      case .binary(let hidden): hidden
      case .layers: .relu
      }
    }
    set { network = .binary(hidden: newValue) }
  }

  /// λ of the L2 penalty; 0 does without it.
  public var lambda: Double {
    get {
      for case .l2(let lambda) in regularizers { return lambda }
      return 0
    }
    set {
      regularizers = regularizers.filter { $0.network != .binary } + (newValue == 0 ? [] : [.l2(lambda: newValue)])
    }
  }

  /// The weight decay; 0 does without it.
  public var weightDecay: Double {
    get {
      for case .weightDecay(let decay) in regularizers { return decay }
      return 0
    }
    set {
      regularizers = regularizers.filter { $0.network != .layers } + (newValue == 0 ? [] : [.weightDecay(newValue)])
    }
  }

  /// The share of hidden activations that dropout leaves out, which layers alone can have; 0 does without it.
  public var dropout: Double {
    get {
      // 1 − 0.8 is 0.19999999999999996.
      if case .layers(let keepProbability) = network { ((1 - keepProbability) * 1e12).rounded() / 1e12 } else { 0 }
    }
    set {
      if network.kind == .layers { network = .layers(keepProbability: 1 - newValue) }
    }
  }

  /// The units of all layers for examples with so many features, of so many classes.
  public func layerSizes(features: Int, classes: Int = 2) -> [Int] {
    [features] + hiddenUnits + [network.kind == .layers ? classes : 1]
  }

  /// The exercises that a layer of dropout calls.
  public static let exercisesOfDropout: Set<ExerciseID> = ["12.2", "12.3"]

  /// The exercises that the training itself calls; these may call others.
  public var exercises: Set<ExerciseID> {
    var exercises: Set<ExerciseID> = [optimizer.exercise(of: network)]
    switch network {
    case .binary:
      exercises.insert("5.4")
      if let exercise = initialization.exercise { exercises.insert(exercise) }
    case .layers:
      exercises.formUnion(LayerNetwork.exercisesOfTraining(hasHiddenLayers: !hiddenUnits.isEmpty))
      if dropout != 0, !hiddenUnits.isEmpty { exercises.formUnion(Self.exercisesOfDropout) }
    }
    for regularizer in regularizers {
      guard let exercise = regularizer.exercise else { continue }
      // What a penalty does to the weights is measured after each epoch.
      exercises.formUnion([exercise, "6.1"])
    }
    if stopping != nil { exercises.insert(Stopping.exercise) }
    return exercises
  }
}

extension [Int] {
  /// Layer sizes as they are written in the course: `2-32-32-1`.
  public var architecture: String { map(String.init).joined(separator: "-") }

  /// The weights and biases between layers of these sizes: fanIn · fanOut + fanOut for each.
  public var parameterCount: Int { zip(self, dropFirst()).reduce(0) { $0 + $1.0 * $1.1 + $1.1 } }
}

#if !hasFeature(Embedded)
  extension TrainingSetup: Codable {}
  extension TrainingSetup.Network: Codable {}
  extension TrainingSetup.Network.Kind: Codable {}
  extension TrainingSetup.Initialization: Codable {}
  extension TrainingSetup.Regularizer: Codable {}
  extension TrainingSetup.Stopping: Codable {}
#endif
