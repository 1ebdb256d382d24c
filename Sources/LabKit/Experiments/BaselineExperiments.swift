import Training

/// The tasks around the two moons: 1200 examples with noise 0.44, 2-32-32-1, 400 epochs, rate 0.03, batches of 64.
extension Experiment {
  /// Every experiment, in the order of the lessons.
  public static let all: [Experiment] = [
    xor, hiddenSpace, smallest, baseline, widthAndDepth, tanh, activations, hiddenWidth, quadrants, l2, earlyStopping,
    noise, momentum, quadrantsLayers, dropout,
  ]

  private static let setting = "1200 moons with noise 0.44, 400 epochs, rate 0.03, batch 64"

  private static let baselineRun = moonsRun("2-32-32-1, ReLU", TrainingSetup())

  static let baseline = Experiment(
    name: "baseline", title: "What does 2-32-32-1 make of noisy moons?", setting: setting, variants: [baselineRun],
    answer: .validationAccuracy, curves: [.trainingLoss, .validationLoss])

  static let widthAndDepth = Experiment(
    name: "width-depth", title: "How many units, how many layers?", setting: setting,
    variants: [
      moonsRun("2-8-1", TrainingSetup(hiddenUnits: [8])), baselineRun,
      moonsRun("2-64-64-1", TrainingSetup(hiddenUnits: [64, 64])),
      moonsRun("2-32-32-32-1", TrainingSetup(hiddenUnits: [32, 32, 32])),
    ],
    answer: .validationLoss, curves: [.trainingLoss, .validationLoss],
    remarks: ["Beyond 2-8-1 the noise sets the limit: more units lower the training loss, not the validation loss."])

  static let tanh = Experiment(
    name: "tanh", title: "What if the hidden layers use tanh for ReLU?", setting: setting,
    variants: [
      baselineRun,
      moonsRun("2-32-32-1, tanh", TrainingSetup(network: .binary(hidden: .tanh), initialization: .xavier)),
    ],
    remarks: ["ReLU begins with He's weights and tanh with Xavier's: hence the smaller norm."])

  static let noise = Experiment(
    name: "noise", title: "What does noise do to the boundary?",
    setting: "1200 moons, 2-32-32-1, 400 epochs, rate 0.03, batch 64",
    variants: [
      moonsRun("noise 0.10", TrainingSetup(), noise: 0.10), moonsRun("noise 0.24", TrainingSetup(), noise: 0.24),
      moonsRun("noise 0.44", TrainingSetup()),
    ],
    answer: .validationAccuracy, curves: [.trainingLoss, .validationLoss], showsBoundaries: true)

  static let momentum = Experiment(
    name: "momentum", title: "What does momentum 0.9 change at the same rate?",
    setting: "1200 moons with noise 0.24, 2-32-32-1, 50 epochs, rate 0.03, batch 64",
    variants: [
      moonsRun("no momentum", TrainingSetup(epochs: 50), noise: 0.24),
      moonsRun("momentum 0.9", TrainingSetup(epochs: 50, optimizer: .momentum(coefficient: 0.9)), noise: 0.24),
    ],
    curves: [.trainingLoss, .validationLoss],
    remarks: ["Steps add up to ten times the rate, so that as many epochs go further."])

  static let l2 = Experiment(
    name: "l2", title: "Does an L2 penalty keep the weights small?",
    setting: "320 moons with noise 0.44, 2-64-64-64-1, 2000 epochs, rate 0.1, batch 64, N = rows of the batch",
    variants: [learningByHeart("λ = 0"), learningByHeart("λ = 0.5") { $0.regularizers = [.l2(lambda: 0.5)] }],
    answer: .weightNorm, curves: [.trainingLoss, .validationLoss],
    remarks: [
      "A large network learns few noisy examples by heart. The penalty keeps it from that, and both losses stay together."
    ])

  static let earlyStopping = Experiment(
    name: "early-stopping", title: "When does the validation loss turn, and what is restoring worth?",
    setting: "320 moons with noise 0.44, 2-64-64-64-1, at most 2000 epochs, rate 0.1, batch 64",
    variants: [
      learningByHeart("no patience", measures: stopping),
      learningByHeart("patience 50", measures: stopping) { $0.stopping = .init(patience: 50) },
    ],
    remarks: ["The best epoch is that of the lowest validation loss, whether its parameters are restored or not."])

  private static let stopping = [
    Measure(.bestEpoch), Measure(.stopEpoch), Measure(.bestValidationLoss), Measure(.lastValidationLoss),
    Measure(.gainOfRestoring),
  ]

  private static let learning = [
    Measure(.trainingLoss), Measure(.validationLoss), Measure(.gap), Measure(.trainingAccuracy),
    Measure(.validationAccuracy), Measure(.weightNorm),
  ]

  /// A network that is large for its examples, trained until it has learned them by heart if nothing keeps it from that.
  private static func learningByHeart(
    _ label: String, measures: [Measure] = learning, _ change: (inout TrainingSetup) -> Void = { _ in }
  ) -> Variant {
    var setup = TrainingSetup(
      data: .generated(GeneratedData(.moons, samples: 320, noise: 0.44)), hiddenUnits: [64, 64, 64], epochs: 2000,
      learningRate: 0.1)
    change(&setup)
    return Variant(label: label, setup: setup, measures: measures)
  }

  private static func moonsRun(_ label: String, _ setup: TrainingSetup, noise: Double = 0.44) -> Variant {
    var setup = setup
    setup.data = moons(noise: noise)
    return Variant(
      label: label, setup: setup,
      measures: [
        Measure(.trainingLoss), Measure(.validationLoss), Measure(.trainingAccuracy), Measure(.validationAccuracy),
        Measure(.weightNorm),
      ])
  }

  private static func moons(noise: Double) -> DataSource {
    .generated(GeneratedData(.moons, samples: 1200, noise: noise))
  }
}
