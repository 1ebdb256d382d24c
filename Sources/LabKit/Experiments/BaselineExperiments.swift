import Training

/// The tasks around the two moons: 1200 examples with noise 0.44, 2-32-32-1, 400 epochs, rate 0.03, batches of 64.
extension Experiment {
  /// Every experiment, in the order of the lessons.
  public static let all: [Experiment] = [
    xor, hiddenSpace, smallest, baseline, widthAndDepth, tanh, activations, hiddenWidth, quadrants, l2, earlyStopping,
    noise, momentum, quadrantsLayers,
  ]

  private static let setting = "1200 moons with noise 0.44, 400 epochs, rate 0.03, batch 64"

  private static let baselineRun = moonsRun(
    "2-32-32-1, ReLU", TrainingSetup(),
    trainingLoss: Spread(0.3256, 0.026), validationLoss: Spread(0.3907, 0.041), trainingAccuracy: Spread(0.8488, 0.013),
    validationAccuracy: Spread(0.835, 0.035), weightNorm: Spread(11.65, 0.4))

  static let baseline = Experiment(
    name: "baseline", title: "What does 2-32-32-1 make of noisy moons?", setting: setting, variants: [baselineRun],
    seeds: 5)

  static let widthAndDepth = Experiment(
    name: "width-depth", title: "How many units, how many layers?", setting: setting,
    variants: [
      moonsRun(
        "2-8-1", TrainingSetup(hiddenUnits: [8]), trainingLoss: Spread(0.3552, 0.026),
        validationLoss: Spread(0.4184, 0.057),
        trainingAccuracy: Spread(0.8387, 0.012), validationAccuracy: Spread(0.8083, 0.052),
        weightNorm: Spread(5.172, 0.81)),
      baselineRun,
      moonsRun(
        "2-64-64-1", TrainingSetup(hiddenUnits: [64, 64]), trainingLoss: Spread(0.3248, 0.027),
        validationLoss: Spread(0.3921, 0.041), trainingAccuracy: Spread(0.851, 0.012),
        validationAccuracy: Spread(0.835, 0.036), weightNorm: Spread(16.18, 0.42)),
      moonsRun(
        "2-32-32-32-1", TrainingSetup(hiddenUnits: [32, 32, 32]), trainingLoss: Spread(0.3182, 0.027),
        validationLoss: Spread(0.3922, 0.038), trainingAccuracy: Spread(0.8542, 0.013),
        validationAccuracy: Spread(0.8367, 0.028), weightNorm: Spread(14.12, 0.23)),
    ], seeds: 5,
    remarks: ["Beyond 2-8-1 the noise sets the limit: more units lower the training loss, not the validation loss."])

  static let tanh = Experiment(
    name: "tanh", title: "What if the hidden layers use tanh for ReLU?", setting: setting,
    variants: [
      baselineRun,
      moonsRun(
        "2-32-32-1, tanh", TrainingSetup(network: .binary(hidden: .tanh), initialization: .xavier),
        trainingLoss: Spread(0.3322, 0.027),
        validationLoss: Spread(0.3856, 0.041), trainingAccuracy: Spread(0.8477, 0.014),
        validationAccuracy: Spread(0.8342, 0.034), weightNorm: Spread(8.548, 0.29)),
    ], seeds: 5, remarks: ["ReLU begins with He's weights and tanh with Xavier's: hence the smaller norm."])

  static let noise = Experiment(
    name: "noise", title: "What does noise do to the boundary?",
    setting: "1200 moons, 2-32-32-1, 400 epochs, rate 0.03, batch 64",
    variants: [
      moonsRun(
        "noise 0.10", TrainingSetup(), noise: 0.10, trainingLoss: Spread(0.005933, 0.0011),
        validationLoss: Spread(0.009489, 0.0018), trainingAccuracy: Spread(0.9998, 0.00042),
        validationAccuracy: Spread(0.9983, 0.002), weightNorm: Spread(12.68, 0.37)),
      moonsRun(
        "noise 0.24", TrainingSetup(), noise: 0.24, trainingLoss: Spread(0.1102, 0.016),
        validationLoss: Spread(0.1676, 0.037), trainingAccuracy: Spread(0.9569, 0.0094),
        validationAccuracy: Spread(0.9383, 0.018), weightNorm: Spread(12.34, 0.41)),
      moonsRun(
        "noise 0.44", TrainingSetup(), trainingLoss: Spread(0.3256, 0.026), validationLoss: Spread(0.3907, 0.041),
        trainingAccuracy: Spread(0.8488, 0.013), validationAccuracy: Spread(0.835, 0.035),
        weightNorm: Spread(11.65, 0.4)),
    ], seeds: 5)

  static let momentum = Experiment(
    name: "momentum", title: "What does momentum 0.9 change at the same rate?", setting: setting,
    variants: [
      baselineRun,
      moonsRun(
        "momentum 0.9", TrainingSetup(optimizer: .momentum(coefficient: 0.9)), trainingLoss: Spread(0.3076, 0.026),
        validationLoss: Spread(0.4192, 0.054), trainingAccuracy: Spread(0.8588, 0.011),
        validationAccuracy: Spread(0.8325, 0.036), weightNorm: Spread(13.07, 0.45)),
    ], seeds: 5,
    remarks: [
      "Steps add up to ten times the rate, so 400 epochs go further: a lower training loss, and more of the noise learned."
    ])

  static let l2 = Experiment(
    name: "l2", title: "Does an L2 penalty keep the weights small?",
    setting: "1200 moons with noise 0.44, 2-64-64-64-1, 400 epochs, rate 0.03, batch 64, N = rows of the batch",
    variants: [
      moonsRun(
        "λ = 0", TrainingSetup(hiddenUnits: [64, 64, 64]), trainingLoss: Spread(0.3218, 0.014),
        validationLoss: Spread(0.3689, 0.021), trainingAccuracy: Spread(0.8524, 0.0038),
        validationAccuracy: Spread(0.8528, 0.035), weightNorm: Spread(19.5, 0.21)),
      moonsRun(
        "λ = 0.2", TrainingSetup(hiddenUnits: [64, 64, 64], regularizers: [.l2(lambda: 0.2)]),
        trainingLoss: Spread(0.3303, 0.011),
        validationLoss: Spread(0.3629, 0.022), trainingAccuracy: Spread(0.8517, 0.0057),
        validationAccuracy: Spread(0.8514, 0.034), weightNorm: Spread(11.5, 0.11)),
    ], seeds: 3)

  static let earlyStopping = Experiment(
    name: "early-stopping", title: "When does the validation loss turn, and what is restoring worth?",
    setting: "1200 moons with noise 0.44, 2-64-64-64-1, at most 1000 epochs, rate 0.03, batch 64, patience 50",
    variants: [
      Variant(
        label: "patience 50",
        setup: TrainingSetup(
          data: moons(noise: 0.44), hiddenUnits: [64, 64, 64], epochs: 1000, stopping: .init(patience: 50)),
        measures: [
          Measure(.bestEpoch, reference: Spread(253.3, 140)), Measure(.stopEpoch, reference: Spread(303.3, 140)),
          Measure(.bestValidationLoss, reference: Spread(0.3607, 0.019)),
          Measure(.lastValidationLoss, reference: Spread(0.3702, 0.019)), Measure(.gainOfRestoring),
        ])
    ], seeds: 3)

  private static func moonsRun(
    _ label: String, _ setup: TrainingSetup, noise: Double = 0.44, trainingLoss: Spread, validationLoss: Spread,
    trainingAccuracy: Spread, validationAccuracy: Spread, weightNorm: Spread
  ) -> Variant {
    var setup = setup
    setup.data = moons(noise: noise)
    return Variant(
      label: label, setup: setup,
      measures: [
        Measure(.trainingLoss, reference: trainingLoss), Measure(.validationLoss, reference: validationLoss),
        Measure(.trainingAccuracy, reference: trainingAccuracy),
        Measure(.validationAccuracy, reference: validationAccuracy), Measure(.weightNorm, reference: weightNorm),
      ])
  }

  private static func moons(noise: Double) -> DataSource {
    .generated(GeneratedData(.moons, samples: 1200, noise: noise))
  }
}
