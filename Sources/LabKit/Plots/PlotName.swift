import Vocabulary

/// The pictures that `plot` draws.
public enum PlotName: String, Codable, CaseIterable, Sendable {
  case activations
  case weights
  case spread
  case slopes
  case curves
  case boundary
  case hiddenSpace = "hidden-space"
  case weightNorm = "weight-norm"
  case stopping
  case momentum

  /// What is to be seen.
  public var summary: String {
    switch self {
    case .activations: "the activation functions and their derivatives"
    case .weights: "initial weights beside the He curve"
    case .spread: "activations through ten layers, from four ways to begin"
    case .slopes: "the loss along single parameters, and your gradients as tangents"
    case .curves: "loss and accuracy of a training, epoch by epoch"
    case .boundary: "the decision boundary with the data"
    case .hiddenSpace: "XOR in the space of two hidden units"
    case .weightNorm: "the weight norm with and without L2"
    case .stopping: "where early stopping ends a training, and which epoch it keeps"
    case .momentum: "the training loss with and without momentum"
    }
  }

  /// The exercises that draw it.
  public var exercises: Set<ExerciseID> {
    // Which ones a training calls does not depend on its seed.
    let trainings = plans(seed: 1).reduce(into: Set()) { $0.formUnion($1.exercises) }
    return switch self {
    case .activations: ActivationPlot.exercises
    case .weights: InitialisationPlots.exercisesOfWeights
    case .spread: InitialisationPlots.exercisesOfSpread
    case .slopes: SlopePlot.exercises
    case .boundary: trainings.union(Boundary.exercises)
    case .hiddenSpace: trainings.union(HiddenSpace.exercises)
    case .curves, .weightNorm, .stopping, .momentum: trainings
    }
  }

  /// The trainings of which it shows what came; none if it needs no training.
  func plans(seed: UInt64) -> [RunPlan] {
    switch self {
    case .activations, .weights, .spread, .slopes: []
    case .curves, .boundary: [RunPlan(seed: seed)]
    case .hiddenSpace: [RunPlan(hiddenUnits: [2], epochs: 2000, learningRate: 0.5, batchSize: 0, seed: seed)]
    case .weightNorm: [0, 0.2].map { Self.large(epochs: 200, lambda: $0, seed: seed) }
    case .stopping: [Self.large(epochs: 1000, patience: 50, seed: seed)]
    case .momentum: [nil, 0.9].map { RunPlan(momentum: $0, seed: seed) }
    }
  }

  /// A network that is large enough to learn single examples by heart.
  private static func large(epochs: Int, lambda: Double = 0, patience: Int? = nil, seed: UInt64) -> RunPlan {
    RunPlan(hiddenUnits: [64, 64, 64], epochs: epochs, lambda: lambda, patience: patience, seed: seed)
  }
}
