import Figures
import Training
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
  case softmax
  case layers
  case optimizers
  case digits

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
    case .softmax: "three classes while one logit rises: probabilities, and what each costs"
    case .layers: "what layers say about the plane, class by class"
    case .optimizers: "one loss under gradient descent, momentum and Adam, step by step"
    case .digits: "the handwritten digits that are misread, and as what"
    }
  }

  /// What a picture shows, and of what.
  enum Contents {
    case activations, weights, spread, slopes, softmax, optimizers
    /// The curves of a training, with its best epoch if that is kept.
    case curves(TrainingSetup)
    case boundary(TrainingSetup)
    /// The digits that are misread after a training.
    case misread(TrainingSetup)
    /// The hidden space of the first training that solves XOR, from this setup's seed on.
    case hiddenSpace(TrainingSetup)
    /// The weight norms of several trainings, each with its name.
    case weightNorms([(name: String, setup: TrainingSetup)])
    /// The training losses of several trainings, each with its name.
    case trainingLosses([(name: String, setup: TrainingSetup)])
  }

  /// What it shows, with trainings of a seed.
  func contents(seed: UInt64) -> Contents {
    switch self {
    case .activations: .activations
    case .weights: .weights
    case .spread: .spread
    case .slopes: .slopes
    case .curves: .curves(TrainingSetup(seed: seed))
    case .boundary: .boundary(TrainingSetup(seed: seed))
    case .softmax: .softmax
    case .optimizers: .optimizers
    case .layers:
      .boundary(TrainingSetup(data: .generated(GeneratedData(.quadrants)), network: .layers(), epochs: 200, seed: seed))
    case .digits:
      .misread(Self.digits(seed: seed))
    case .hiddenSpace:
      .hiddenSpace(
        TrainingSetup(
          data: .generated(GeneratedData(.xor)), hiddenUnits: [2], epochs: 2000, batchSize: 0, learningRate: 0.5,
          seed: seed))
    case .weightNorm:
      .weightNorms([
        ("without L2", Self.noisy([64, 64, 64], epochs: 200, seed: seed)),
        ("λ = 0.2", Self.noisy([64, 64, 64], epochs: 200, regularizers: [.l2(lambda: 0.2)], seed: seed)),
      ])
    case .stopping: .curves(Self.noisy([64, 64, 64], epochs: 1000, stopping: .init(patience: 50), seed: seed))
    case .momentum:
      .trainingLosses([
        ("without momentum", Self.noisy(seed: seed)),
        ("β = 0.9", Self.noisy(optimizer: .momentum(coefficient: 0.9), seed: seed)),
      ])
    }
  }

  /// A training on moons so noisy that a network learns single examples by heart, given time and units.
  private static func noisy(
    _ hiddenUnits: [Int] = [32, 32], epochs: Int = 400, optimizer: TrainingSetup.Optimizer = .gradientDescent,
    regularizers: [TrainingSetup.Regularizer] = [], stopping: TrainingSetup.Stopping? = nil, seed: UInt64
  ) -> TrainingSetup {
    TrainingSetup(
      data: .generated(GeneratedData(.moons, noise: 0.44)), hiddenUnits: hiddenUnits, epochs: epochs,
      optimizer: optimizer, regularizers: regularizers, stopping: stopping, seed: seed)
  }

  private static func digits(seed: UInt64) -> TrainingSetup {
    var setup = TrainingSetup(suiting: .digits)
    setup.seed = seed
    return setup
  }

  /// The exercises that draw it.
  public var exercises: Set<ExerciseID> {
    // Which ones a training calls does not depend on its seed.
    switch contents(seed: 1) {
    case .activations: ActivationPlot.exercises
    case .weights: InitialisationPlots.exercisesOfWeights
    case .spread: InitialisationPlots.exercisesOfSpread
    case .slopes: SlopePlot.exercises
    case .softmax: SoftmaxPlot.exercises
    case .optimizers: OptimizerPlot.exercises
    case .curves(let setup): setup.exercises
    case .boundary(let setup): setup.exercises.union(Boundary.exercises(of: setup))
    case .misread(let setup): setup.exercises.union(PictureSheet.exercisesOfMisread)
    case .hiddenSpace(let setup): setup.exercises.union(HiddenSpace.exercises)
    case .weightNorms(let trainings), .trainingLosses(let trainings):
      trainings.reduce(into: []) { $0.formUnion($1.setup.exercises) }
    }
  }
}
