import Training
import Vocabulary

/// What the page knows about trainings: what can be chosen, what it is otherwise, and which exercises that calls.
struct PlaygroundTraining: Encodable {
  /// The clouds of points in the order of their numbers, each with what it is usually drawn with.
  let kinds: [Kind]
  /// The least and the most of every number; those without a step are whole.
  let limits: [String: Limits]
  /// What is chosen at first.
  let usual: Choices
  /// What suits the four points of XOR.
  let usualOfXOR: Choices
  /// The optimizers beside gradient descent by their keys, in the order of their numbers, which begin at 1.
  let optimizers: [String]
  /// The exercises that a choice calls in each kind of network: the ways to begin by their names, others by their keys; `otherwise`
  /// is the step of a training without an optimizer of its own.
  ///
  /// Of layers there are `forward`, `gradients` and `training`, too: what their passes call, and a training but for its step. Without
  /// hidden layers they call less.
  let exercises: [String: [String: [ExerciseID]]]

  /// A cloud of points.
  struct Kind: Encodable {
    let name: String
    let samples: Int?
    let noise: Double?
  }

  /// Which numbers the page takes.
  struct Limits: Encodable {
    let min: Double
    let max: Double
    let step: String?
  }

  /// A choice of what the kind of data decides, too.
  struct Choices: Encodable {
    let data: String
    let network: String
    let hiddenUnits: [Int]
    let activation: String
    let initialisation: String
    let numbers: [String: Double]

    init(_ setup: TrainingSetup) {
      data = setup.generatedData?.kind.rawValue ?? ""
      network = setup.network.kind.rawValue
      hiddenUnits = setup.hiddenUnits
      activation = setup.hidden.rawValue
      initialisation = setup.initialization.name
      numbers = PlaygroundTraining.settings.reduce(into: [:]) { $0[$1.key] = $1.value(setup) }
    }
  }

  private static let settings = (TrainingSetting.ofData + TrainingSetting.ofLearning).filter { $0.onPage != nil }

  init() {
    kinds = GeneratedData.Kind.allCases.map { Kind(name: $0.rawValue, samples: $0.usualSamples, noise: $0.usualNoise) }
    var limits: [String: Limits] = [:]
    for setting in Self.settings {
      if let range = setting.onPage {
        let step = setting.range.isWhole ? nil : "any"
        limits[setting.key] = Limits(min: range.lowerBound, max: range.upperBound, step: step)
      }
    }
    for (key, range) in [
      ("units", TrainingSetting.hiddenUnitsOnPage), ("hiddenLayers", TrainingSetting.hiddenLayersOnPage),
      ("dataSeed", TrainingSetting.seedsOnPage), ("weightSeed", TrainingSetting.seedsOnPage),
    ] {
      limits[key] = Limits(min: range.least, max: range.most, step: nil)
    }
    self.limits = limits
    usual = Choices(TrainingSetup())
    usualOfXOR = Choices(TrainingSetup(suiting: .generated(GeneratedData(.xor))))
    optimizers = TrainingSetup.Optimizer.settings.map(\.key)
    exercises = [
      "binary": Self.exercises(of: .binary(hidden: .relu)).merging(Self.exercisesOfBinary) { $1 },
      "layers": Self.exercises(of: .layers).merging(Self.exercisesOfLayers(hasHiddenLayers: true)) { $1 },
      "layersWithoutHidden": Self.exercises(of: .layers).merging(Self.exercisesOfLayers(hasHiddenLayers: false)) { $1 },
    ]
  }

  /// The exercises of the choices that every network has.
  private static func exercises(of network: TrainingSetup.Network) -> [String: [ExerciseID]] {
    let plain = TrainingSetup(network: network)
    var exercises = [
      "otherwise": [plain.optimizer.exercise(of: network)], "patience": [TrainingSetup.Stopping.exercise],
    ]
    for setting in TrainingSetup.Optimizer.settings {
      var setup = plain
      setting.set(setting.range.least, &setup)
      exercises[setting.key] = [setup.optimizer.exercise(of: network)]
    }
    for setting in TrainingSetting.ofLearning where setting.network == network.kind {
      var setup = plain
      setting.set(1, &setup)
      exercises[setting.key] = setup.regularizers.compactMap(\.exercise)
    }
    return exercises
  }

  private static var exercisesOfBinary: [String: [ExerciseID]] {
    Dictionary(
      uniqueKeysWithValues: TrainingSetup.Initialization.ofLesson2.map { ($0.name, [$0.exercise].compactMap { $0 }) })
  }

  private static func exercisesOfLayers(hasHiddenLayers: Bool) -> [String: [ExerciseID]] {
    [
      "forward": LayerNetwork.exercises(hasHiddenLayers: hasHiddenLayers).sorted(),
      "gradients": LayerNetwork.exercisesOfGradients(hasHiddenLayers: hasHiddenLayers).sorted(),
      "training": LayerNetwork.exercisesOfTraining(hasHiddenLayers: hasHiddenLayers).sorted(),
    ]
  }
}
