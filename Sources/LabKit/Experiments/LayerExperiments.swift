import Training

/// The run of the layers document, and what dropout does to layers that learn their examples by heart.
extension Experiment {
  static let dropout = Experiment(
    name: "dropout", title: "Does dropout keep layers from learning their examples by heart?",
    setting: "400 moons with noise 0.44, layers 2-64-64-2, Adam at rate 0.01, 200 epochs, batch 64",
    variants: [0, 0.2, 0.5].map { share in
      Variant(
        label: share == 0 ? "no dropout" : "dropout \(share)",
        setup: TrainingSetup(
          data: .generated(GeneratedData(.moons, samples: 400, noise: 0.44)),
          network: .layers(keepProbability: 1 - share), hiddenUnits: [64, 64], epochs: 200, learningRate: 0.01,
          optimizer: .adam()),
        measures: [
          Measure(.trainingLoss), Measure(.validationLoss), Measure(.gap), Measure(.validationAccuracy),
        ])
    },
    answer: .validationLoss, curves: [.trainingLoss, .validationLoss],
    remarks: [
      "Both losses are measured without dropout. What the layers without it gain in training is noise, and they pay for it on "
        + "the examples that were held out."
    ])

  static let quadrantsLayers = Experiment(
    name: "quadrants-layers", title: "What do mini-batches make of layers that the full batch has left?",
    setting:
      "400 points of the quadrants, layers 2-64-64-2 with weights of 0.1 · normal, rate 0.01, decay 1e-4, 300 epochs with the "
      + "full batch, then 300 more in batches of 64",
    variants: [
      Variant(
        label: "full batch", heldOut: .none, setup: layers(batchSize: 0),
        measures: [
          Measure(.lossOfBatches, document: "0.6478"), Measure(.trainingAccuracy, document: "0.720"),
        ]),
      Variant(
        label: "batch 64, going on", heldOut: .none, setup: layers(batchSize: 64), before: layers(batchSize: 0),
        measures: [
          Measure(.lossOfBatches, document: "0.1395"), Measure(.accuracyOfBatches, document: "0.984"),
        ]),
    ],
    remarks: [
      "Losses are measured as in the document: over the epoch's batches, each before its step; so is the accuracy of the "
        + "mini-batches. Its figures are one run, ours are means over seeds that draw data, weights and batches."
    ])

  private static func layers(batchSize: Int) -> TrainingSetup {
    TrainingSetup(
      data: .generated(GeneratedData(.quadrants, samples: 400)), network: .layers(), hiddenUnits: [64, 64],
      initialization: .scaled(0.1), epochs: 300, batchSize: batchSize, learningRate: 0.01,
      regularizers: [.weightDecay(1e-4)])
  }
}
