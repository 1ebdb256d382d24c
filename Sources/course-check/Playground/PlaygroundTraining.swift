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
  /// The exercises that a choice calls: the ways to begin by their names, others by their keys; `otherwise` is the step
  /// of a training without an optimizer of its own.
  let exercises: [String: ExerciseID]

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
    let hiddenUnits: [Int]
    let activation: String
    let initialisation: String
    let numbers: [String: Double]

    init(_ setup: TrainingSetup) {
      data = setup.generatedData?.kind.rawValue ?? ""
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
    exercises = Self.exercisesOfChoices
  }

  private static var exercisesOfChoices: [String: ExerciseID] {
    let plain = TrainingSetup()
    var exercises = ["otherwise": plain.optimizer.exercise(of: plain.network)]
    for initialization in TrainingSetup.Initialization.ofLesson2 {
      exercises[initialization.name] = initialization.exercise
    }
    for setting in TrainingSetup.Optimizer.settings {
      var setup = plain
      setting.set(setting.range.least, &setup)
      exercises[setting.key] = setup.optimizer.exercise(of: setup.network)
    }
    exercises["lambda"] = TrainingSetup.Regularizer.l2(lambda: 1).exercise
    exercises["patience"] = TrainingSetup.Stopping.exercise
    return exercises
  }
}
