import Engine

/// Exercises 2.2 and 2.3: what can be done otherwise in both.
///
/// `formula` is the variance that is asked for: "2 / fanIn".
func weightSlips(formula: String) -> [Slip<WeightChoices>] {
  shapes + fans(formula) + variances(formula) + draws(formula) + others
}

private let shapes: [Slip<WeightChoices>] = [
  .at(
    \.weightShape, "weights as [fanOut, fanIn]",
    "The weights are [fanOut, fanIn]: they are [fanIn, fanOut], a row for each input."
  ) { fanIn, fanOut in [fanOut, fanIn] },
  .at(\.biasShape, "biases as a column", "The biases are a column [fanOut, 1]: they are a row, [1, fanOut].") {
    _, fanOut in [fanOut, 1]
  },
  .at(
    \.biasShape, "a bias for each input", "There is a bias for each input: each unit has one, so they are [1, fanOut]."
  ) { fanIn, _ in [1, fanIn] },
  .at(
    \.biasShape, "biases as a column of inputs",
    "There is a bias for each input, in a column: each unit has one, in a row, so they are [1, fanOut]."
  ) { fanIn, _ in [fanIn, 1] },
  .at(
    \.biasShape, "biases shaped like weights",
    "The biases have the shape of the weights: there is one for each unit, so they are [1, fanOut]."
  ) { fanIn, fanOut in [fanIn, fanOut] },
  .at(\.biasShape, "one bias for a layer", "There is one bias for a whole layer: each unit has its own, [1, fanOut].") {
    _, _ in [1, 1]
  },
  .at(
    \.weightShape, "weights as [fanIn, fanIn]",
    "The weights are [fanIn, fanIn]: they are [fanIn, fanOut], a column for each unit."
  ) { fanIn, _ in [fanIn, fanIn] },
  .at(
    \.weightShape, "weights as [fanOut, fanOut]",
    "The weights are [fanOut, fanOut]: they are [fanIn, fanOut], a row for each input."
  ) { _, fanOut in [fanOut, fanOut] },
  .at(
    \.weightShape, "weights as a row", "The weights are a single row: they are [fanIn, fanOut], a row for each input."
  ) { _, fanOut in [1, fanOut] },
  .at(\.biasShape, "biases without a row", "The biases have no row: they are one, [1, fanOut].") { _, fanOut in
    [0, fanOut]
  },
  .at(\.biasShape, "biases in two rows", "The biases have two rows: they are one, [1, fanOut].") { _, fanOut in
    [2, fanOut]
  },
  .at(
    \.biasShape, "biases as [fanOut, fanOut]",
    "The biases are [fanOut, fanOut]: each unit has one, so they are [1, fanOut]."
  ) { _, fanOut in [fanOut, fanOut] },
  .at(
    \.ends, "fans exchanged",
    "fanIn and fanOut are exchanged: fanIn is the size of the layer before, fanOut that of the layer itself."
  ) { ($0 + 1, $0) },
  .at(
    \.ends, "fanOut for fanIn as well",
    "fanIn is the size of the layer itself, as fanOut is: it is that of the layer before, layerSizes[layer - 1]."
  ) { ($0 + 1, $0 + 1) },
  .at(
    \.ends, "fanIn for fanOut as well",
    "fanOut is the size of the layer before, as fanIn is: it is that of the layer itself, layerSizes[layer]."
  ) { ($0, $0) },
  .at(
    \.ends, "all fed by the first layer",
    "fanIn is layerSizes[1] in every layer: it is the size of the layer before, layerSizes[layer - 1]."
  ) { (1, $0 + 1) },
  .at(
    \.ends, "all fed by the inputs",
    "fanIn is the number of inputs in every layer: it is the size of the layer before, layerSizes[layer - 1]."
  ) { (0, $0 + 1) },
  .at(
    \.hasBiases, "no biases", "There are no biases: append Matrix.zeros(rows: 1, columns: fanOut) for each layer.",
    false
  ),
  .at(
    \.layers, "last layer missing",
    "The last layer is missing: go on until fanOut is the size of the output, layerSizes[layerSizes.count - 1]."
  ) {
    0..<max($0 - 1, 0)
  },
  .at(
    \.layers, "first layer missing",
    "The first layer has no weights: begin with those from layerSizes[0] to layerSizes[1]."
  ) { min(1, $0)..<$0 },
  .at(\.layers, "first layer alone", "Only the first layer has weights: append two matrices for each layer.") {
    0..<min(1, $0)
  },
  .at(\.layers, "no layer", "There are no weights and no biases: append two matrices for each layer.") { _ in 0..<0 },
]

private func fans(_ formula: String) -> [Slip<WeightChoices>] {
  [
    .at(
      \.fan, "fan-out for fan-in",
      "fanOut stands in the place of fanIn: what counts is how many inputs a unit adds up, \(formula)."
    ) { $0.fanOut },
    .at(
      \.fan, "bias counted as an input",
      "The fan-in is one too large, fanIn + 1: the bias is no input that is added up here, so it is \(formula)."
    ) { $0.fanIn + 1 },
    .at(\.fan, "one input less", "The fan-in is one too small, fanIn − 1: it is all inputs of a unit, \(formula).") {
      $0.fanIn - 1
    },
    .at(
      \.fan, "first layer's fan-in",
      "The fan-in of the first layer stands in every layer: take each layer's own, layerSizes[layer - 1]."
    ) { $0.sizes[0] },
    .at(
      \.fan, "output layer's size", "The size of the output layer stands in every layer: take each layer's own fan-in."
    ) { $0.sizes[$0.sizes.count - 1] },
    .at(
      \.fan, "layer before the inputs",
      "The size is taken from one layer too far back: fanIn is the size of the layer just before the weights."
    ) { $0.sizes[max($0.layer - 1, 0)] },
    .at(\.fan, "product of the fans", "fanIn · fanOut stands below the fraction: it is fanIn alone, \(formula).") {
      $0.fanIn * $0.fanOut
    },
    .at(\.fan, "larger fan", "The larger one of fanIn and fanOut is used: it is always fanIn, \(formula).") {
      max($0.fanIn, $0.fanOut)
    },
    .at(\.fan, "smaller fan", "The smaller one of fanIn and fanOut is used: it is always fanIn, \(formula).") {
      min($0.fanIn, $0.fanOut)
    },
    .at(\.fan, "number of layers", "The number of sizes is used: it is the number of inputs that counts, \(formula).") {
      Double($0.sizes.count)
    },
    .at(\.fan, "number of weight layers", "The number of layers is used: it is the inputs that count, \(formula).") {
      Double($0.sizes.count - 1)
    },
    .at(\.fan, "layer's own number", "The layer's number is used: it is the layer's inputs that count, \(formula).") {
      Double($0.layer + 1)
    },
    .at(\.fan, "all units", "The units of all layers are added up: it is the layer's own inputs, \(formula).") {
      $0.sizes.reduce(0, +)
    },
  ]
}

private func variances(_ formula: String) -> [Slip<WeightChoices>] {
  [
    .at(\.variances, "not scaled", "The draws are not scaled: multiply each by the root of \(formula).") { _, _, _, _ in
      [1]
    },
    .at(
      \.variances, "variance as deviation",
      "\(formula) is used as the standard deviation; it is the variance, so multiply by its root."
    ) { quotient, _, _, _ in [quotient * quotient] },
    .at(
      \.variances, "root taken twice",
      "The root is taken twice: the standard deviation is the root of \(formula), once."
    ) { quotient, _, _, _ in [quotient.squareRoot()] },
    .at(
      \.variances, "root of the fan-in below",
      "The fan-in is under a root of its own: the deviation is the root of \(formula) as a whole, and no other root."
    ) { _, factor, fan, _ in [factor / fan.squareRoot()] },
    .at(
      \.variances, "multiplied by the fan-in",
      "The variance grows with the fan-in: divide by it, \(formula), so that many inputs get small weights."
    ) { _, factor, fan, _ in [factor * fan] },
    .at(
      \.variances, "fraction upside down",
      "The variance is the fraction upside down: it is \(formula), and each draw is multiplied by the root of that."
    ) { quotient, _, _, _ in [1 / quotient] },
    .at(
      \.variances, "half of the deviation",
      "The numbers are half as large as they should be: each is √(\(formula)) · g, and nothing divides it further."
    ) {
      quotient, _, _, _ in [quotient / 4]
    },
    .at(
      \.variances, "a small number everywhere",
      "The standard deviation is the same small number in every layer: it is the root of \(formula), the layer's own."
    ) { _, _, _, _ in [0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5].map { $0 * $0 } },
    .at(
      \.variances, "fan-in squared in the deviation",
      "The fan-in is squared before it divides: the standard deviation is the root of \(formula)."
    ) { _, factor, fan, _ in [factor * factor / (fan * fan * fan * fan)] },
    .at(
      \.variances, "brackets lost",
      "The fan-out is added to the fraction: the variance is \(formula) alone, and a sum below a fraction needs brackets."
    ) { quotient, _, _, fanOut in [quotient + fanOut] },
  ]
}

private func draws(_ formula: String) -> [Slip<WeightChoices>] {
  [
    .at(
      \.draw, InitializerMistake.zeroWeights.rawValue, InitializerMistake.zeroWeights.sentence(formula: formula), .zero),
    .at(
      \.draw, InitializerMistake.uniform.rawValue, InitializerMistake.uniform.sentence(formula: formula), .uniform),
    .at(
      \.draw, "uniform between the deviations",
      "The numbers are spread evenly between −s and s, which has a third of the variance s²: draw with nextGaussian().",
      .uniformToOne),
    .at(
      \.draw, "uniform from −½ to ½",
      "The numbers are spread evenly from −½ to ½ times the deviation: draw them with nextGaussian() instead.",
      .uniformToHalf),
    .at(
      \.draw, InitializerMistake.positiveWeights.rawValue,
      InitializerMistake.positiveWeights.sentence(formula: formula), .positiveUniform),
    .at(
      \.draw, "absolute values",
      "The draws have lost their sign: weights lie on both sides of 0, so use generator.nextGaussian() as it is.",
      .absolute
    ),
    .at(
      \.draw, "draws squared",
      "The draws are squared, so that none is negative: use generator.nextGaussian() as it is.",
      .squared),
    .at(
      \.draw, "draws beyond 2 deviations left out",
      "Draws beyond 2 deviations are left out, as in a truncated normal distribution: take every nextGaussian() as it is.",
      .leftOutBeyondTwo),
    .at(
      \.draw, "draws held at 2 deviations",
      "Draws beyond 2 deviations are set to 2 deviations: take every nextGaussian() as it is.", .heldAtTwo),
    .at(
      \.draw, "draws beyond 1 deviation left out",
      "Draws beyond 1 deviation are left out: take every nextGaussian() as it is.", .leftOutBeyondOne),
    .at(
      \.draw, "draws held at 1 deviation",
      "Draws beyond 1 deviation are set to 1 deviation: take every nextGaussian() as it is.", .heldAtOne),
    .at(\.draw, "deviation added", "The deviation is added to the draw: multiply the draw by it.", .added),
    .at(
      \.draw, "two draws multiplied", "Two draws are multiplied with each other: one for each weight is enough.",
      .twoMultiplied),
    .at(
      \.draw, "nothing drawn",
      "Each weight is the deviation itself, so all units stay alike: multiply by a generator.nextGaussian() of its own.",
      .none),
    .at(
      \.draw, "one draw for a layer",
      "All weights of a layer are one number: call generator.nextGaussian() anew for each weight.", .onePerLayer),
    .at(
      \.isShifted, "mean not 0",
      "The numbers do not lie around 0: something is added to them. Multiply each draw by the deviation and add nothing.",
      true),
  ]
}

private let others: [Slip<WeightChoices>] = [
  .at(
    \.isFilled, "last layer left at 0",
    "The weights of the last layer are 0: each layer needs draws, the output's, too."
  ) { layer, count in layer < count - 1 },
  .at(\.isFilled, "first layer left at 0", "The weights of the first layer are 0: each layer needs draws of its own.") {
    layer, _ in layer > 0
  },
  .at(
    \.isFilled, "first layer drawn alone", "Only the first layer has draws, and the others are 0: each needs its own."
  ) { layer, _ in layer == 0 },
  .at(
    \.biases, InitializerMistake.randomBiases.rawValue, InitializerMistake.randomBiases.sentence(formula: ""), .drawn),
  .at(
    \.biases, "biases one number",
    "Every bias is the same number other than 0: they all begin at 0, as Matrix.zeros makes them.", .oneNumber),
  .at(
    \.isNewEachTime, "same network each time",
    "Every call gives the same network: draw from `generator` itself; a copy or one of your own begins anew each time.",
    false),
]
