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
  /// What suits the handwritten digits.
  let digits: Choices
  /// The optimizers in the order of their numbers.
  let optimizers: [Optimizer]
  /// The exercises that a choice calls in each kind of network: the ways to begin and the optimizers by their names, others by their
  /// keys.
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

  /// An optimizer, with what it usually is.
  struct Optimizer: Encodable {
    let name: String
    let learningRate: Double
    let learningRateOfXOR: Double
    let learningRateOfDigits: Double
    let numbers: [String: Double]

    init(_ kind: TrainingSetup.Optimizer.Kind) {
      name = kind.rawValue
      let optimizer = TrainingSetup.Optimizer(kind)
      func rate(_ data: DataSource) -> Double { TrainingSetup(suiting: data, optimizer: optimizer).learningRate }
      learningRate = rate(.generated(GeneratedData(.moons)))
      learningRateOfXOR = rate(.generated(GeneratedData(.xor)))
      learningRateOfDigits = rate(.digits)
      numbers = optimizer.numbers
    }
  }

  /// A choice of what the kind of data decides, too.
  struct Choices: Encodable {
    let data: String
    let network: String
    let hiddenUnits: [Int]
    let activation: String
    let initialisation: String
    let optimizer: String
    let epochs: Int
    let numbers: [String: Double]

    init(_ setup: TrainingSetup) {
      data = setup.generatedData?.kind.rawValue ?? ""
      network = setup.network.kind.rawValue
      hiddenUnits = setup.hiddenUnits
      activation = setup.hidden.rawValue
      initialisation = setup.initialization.name
      optimizer = setup.optimizer.kind.rawValue
      epochs = setup.epochs
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
    digits = Choices(TrainingSetup(suiting: .digits))
    optimizers = TrainingSetup.Optimizer.Kind.allCases.map(Optimizer.init)
    exercises = [
      "binary": Self.exercises(of: .binary(hidden: .relu)).merging(Self.exercisesOfBinary) { $1 },
      "layers": Self.exercises(of: .layers()).merging(Self.exercisesOfLayers(hasHiddenLayers: true)) { $1 },
      "layersWithoutHidden": Self.exercises(of: .layers()).merging(Self.exercisesOfLayers(hasHiddenLayers: false)) {
        $1
      },
    ]
  }

  /// The exercises of the choices that every network has.
  private static func exercises(of network: TrainingSetup.Network) -> [String: [ExerciseID]] {
    let plain = TrainingSetup(network: network)
    var exercises = ["patience": [TrainingSetup.Stopping.exercise]]
    for kind in TrainingSetup.Optimizer.Kind.allCases {
      exercises[kind.rawValue] = [TrainingSetup.Optimizer(kind).exercise(of: network)]
    }
    for setting in TrainingSetting.ofLearning where setting.network == network.kind {
      var setup = plain
      setting.set(0.5, &setup)
      exercises[setting.key] =
        setup.regularizers.compactMap(\.exercise)
        + (setup.dropout != 0 ? TrainingSetup.exercisesOfDropout.sorted() : [])
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
