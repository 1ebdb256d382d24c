import Training

/// The experiments with small networks: XOR, its hidden space, and the fewest parameters that do.
extension Experiment {
  static let xor = Experiment(
    name: "xor", title: "Can 2-8-1 learn XOR?", setting: "the four corners, rate 0.5, full batch, 3000 steps",
    variants: [
      Variant(
        label: "2-8-1",
        setup: TrainingSetup(
          data: .generated(GeneratedData(.xor)), hiddenUnits: [8], epochs: 3000, batchSize: 0, learningRate: 0.5),
        measures: [
          Measure(.initialLoss, document: "0.7148"),
          Measure(Quantity.loss(atStep: 500).whereSolved, document: "0.0086"),
          Measure(Quantity.loss(atStep: 3000).whereSolved),
          Measure(.trainingAccuracy),
          Measure(Quantity.probability(of: 0, 0).whereSolved, document: "0.01"),
          Measure(Quantity.probability(of: 0, 1).whereSolved, document: "0.99"),
          Measure(Quantity.probability(of: 1, 0).whereSolved, document: "0.99"),
          Measure(Quantity.probability(of: 1, 1).whereSolved, document: "0.01"),
        ])
    ],
    remarks: [
      "The document's figures are one run of PyTorch, which draws weights and biases evenly from ±1/√fanIn; ours are He's "
        + "normal weights and zero biases, which start with a larger loss and learn faster. Its predictions are rounded.",
      "About one network in twenty-five stays at three corners of four, with units that are zero on all of them: figures where "
        + "it is solved leave it out.",
    ])

  static let hiddenSpace = Experiment(
    name: "hidden-space", title: "How do two hidden units make XOR separable by a line?",
    setting: "the four corners, 2-2-1, rate 0.5, full batch, 3000 steps",
    variants: [
      Variant(
        label: "2-2-1",
        setup: TrainingSetup(
          data: .generated(GeneratedData(.xor)), hiddenUnits: [2], epochs: 3000, batchSize: 0, learningRate: 0.5),
        measures: [Measure(.isSolved), Measure(.trainingLoss)])
    ],
    remarks: [
      "Two units suffice, but only just: where one of them is zero on all four corners, its slope is zero, too, and it never "
        + "comes back. Eight units nearly always find the way: experiment xor."
    ])

  static let smallest = Experiment(
    name: "smallest", title: "How few parameters reach 97 % on held-out moons?",
    setting: "500 moons with noise 0.15 and 500 more to test, 2000 epochs, rate 0.1, batch 64",
    variants: [
      smallestRun([4], document: "21"), smallestRun([8], document: "41"), smallestRun([4, 4], document: "33"),
    ],
    answer: .bestValidationAccuracy, curves: [.validationAccuracy],
    remarks: [
      "The document counts 21, 41 and 33 parameters. By its own formula, Σ fanIn · fanOut + fanOut, they are 17, 33 and 37."
    ])

  private static func smallestRun(_ units: [Int], document: String) -> Variant {
    let sizes = [2] + units + [1]
    return Variant(
      label: sizes.architecture, heldOut: .another,
      setup: TrainingSetup(
        data: .generated(GeneratedData(.moons, samples: 500, noise: 0.15)), hiddenUnits: units, epochs: 2000,
        learningRate: 0.1),
      measures: [
        Measure(Quantity(name: "parameters") { _ in Double(sizes.parameterCount) }, document: document),
        Measure(.bestValidationAccuracy), Measure(.validationAccuracy),
      ])
  }
}
