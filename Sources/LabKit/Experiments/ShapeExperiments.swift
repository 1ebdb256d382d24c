import Training
import Vocabulary

/// The experiments on quadrants, circles and a straight line.
extension Experiment {
  static let quadrants = Experiment(
    name: "quadrants", title: "Full batch or mini-batches?",
    setting: "400 points of the quadrants, 2-64-64-1, rate 0.01, 300 epochs",
    variants: [
      quadrantsRun("full batch", batchSize: 0, loss: "0.6478", accuracy: "0.720"),
      quadrantsRun("batch 64", batchSize: 64, loss: "0.1395", accuracy: "0.984"),
    ],
    remarks: [
      "The document's network ends in a softmax of two units, starts from weights of 0.1 · normal and decays them by 1e-4; "
        + "and its mini-batches go on for 300 epochs from where the full batch stopped. He's larger weights explain why ours "
        + "is so far ahead with the full batch. The finding is the same: 7 steps an epoch bring more than 1."
    ])

  private static func quadrantsRun(
    _ label: String, batchSize: Int, loss: String, accuracy: String
  ) -> Variant {
    Variant(
      label: label, heldOut: .none,
      setup: TrainingSetup(
        data: .generated(GeneratedData(.quadrants, samples: 400)), hiddenUnits: [64, 64], epochs: 300,
        batchSize: batchSize, learningRate: 0.01),
      measures: [Measure(.trainingLoss, document: loss), Measure(.trainingAccuracy, document: accuracy)])
  }

  static let activations = Experiment(
    name: "activations", title: "Sigmoid, tanh or ReLU?",
    setting:
      "full batch, rate 1 for sigmoid and 0.1 for the others, He's weights for ReLU and Xavier's for the others; "
      + "linear 2-4-3-1 with 100 points for 2000 epochs, quadrants 2-8-4-1 with 1000 points and circles 2-16-8-1 with 500 "
      + "points, each for 3000 epochs",
    variants: activationRuns(GeneratedData(.linear, samples: 100), [4, 3], epochs: 2000)
      + activationRuns(GeneratedData(.quadrants, samples: 1000), [8, 4], epochs: 3000)
      + activationRuns(GeneratedData(.circles, samples: 500, noise: 0.1), [16, 8], epochs: 3000),
    remarks: ["The document trains quadrants and circles for 10,000 epochs or more and prints no figures of its own."])

  private static func activationRuns(_ data: GeneratedData, _ units: [Int], epochs: Int) -> [Variant] {
    [.sigmoid, .tanh, .relu].map { hidden in
      Variant(
        label: "\(data.kind.rawValue), \(hidden.rawValue)", heldOut: .none,
        setup: TrainingSetup(
          data: .generated(data), network: .binary(hidden: hidden), hiddenUnits: units,
          initialization: hidden == .relu ? .he : .xavier, epochs: epochs, batchSize: 0,
          learningRate: hidden == .sigmoid ? 1 : 0.1),
        measures: [Measure(.trainingLoss), Measure(.trainingAccuracy)])
    }
  }

  static let hiddenWidth = Experiment(
    name: "hidden-width", title: "How many hidden units enclose a ring?",
    setting: "500 points of two circles with noise 0.1, one hidden layer, 2000 epochs, rate 0.1, batch 64",
    variants: [
      widthRun(1, "cannot"), widthRun(2, "barely better"), widthRun(4, "closes the region"), widthRun(8, "clean"),
      widthRun(32, "no better"),
    ],
    remarks: ["One unit is one line, and no line parts a ring from its middle; four lines enclose it."])

  private static func widthRun(_ units: Int, _ document: String) -> Variant {
    Variant(
      label: "\(units) unit\(units == 1 ? "" : "s")", heldOut: .none,
      setup: TrainingSetup(
        data: .generated(GeneratedData(.circles, samples: 500, noise: 0.1)), hiddenUnits: [units], epochs: 2000,
        learningRate: 0.1),
      measures: [Measure(.trainingAccuracy, document: document)])
  }
}
