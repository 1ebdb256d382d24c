import Engine

let stepSlips: [Slip<StepChoices>] = entrySlips + fixedRates + placeSlips

private let entrySlips: [Slip<StepChoices>] = [
  .at(\.sign, "uphill", "The step goes uphill: subtract η · gradient, or the loss rises.", 1),

  .at(\.length, "learning rate forgotten", "The learning rate is missing: the step is η · gradient.") { slope, _ in
    slope
  },
  .at(
    \.length, "learning rate twice", "The learning rate is applied twice: the step is η · gradient, not η² · gradient."
  ) { slope, rate in rate * rate * slope },
  .at(
    \.length, "divided by the learning rate", "The gradient is divided by the learning rate: multiply it by η."
  ) { slope, rate in slope / rate },
  .at(
    \.length, "learning rate divided", "The learning rate is divided by the gradient: multiply the two."
  ) { slope, rate in rate / slope },
  .at(\.length, "learning rate added", "Learning rate and gradient are added up: the step is η · gradient.") {
    slope, rate in rate + slope
  },
  .at(\.length, "gradient forgotten", "The gradient is missing from the step, which is η alone: it is η · gradient.") {
    _, rate in rate
  },
  .at(\.length, "step twice", "Each step is twice as long as it should be, 2 · η · gradient: it is η · gradient, once.")
  { slope, rate in
    2 * rate * slope
  },
  .at(\.length, "half a step", "There is a factor ½ too many: the step is η · gradient.") { slope, rate in
    rate * slope / 2
  },
  .at(
    \.length, "1 − η for η", "The gradient is multiplied by 1 − η: the step is η · gradient."
  ) { slope, rate in (1 - rate) * slope },
  .at(
    \.divisor, "divided by the rows",
    "The step is divided by the rows of the matrix: the mean is in the gradients already."
  ) { rows, _ in Double(rows) },
  .at(
    \.divisor, "divided by the layers",
    "The step is divided by the number of layers: it is η · gradient in each of them."
  ) { _, layers in Double(layers) },

  .at(
    \.start, "step for parameters",
    "The parameters are replaced by the step alone: subtract η · gradient from what they were."
  ) { _, _ in 0 },
  .at(
    \.start, "learning rate for the parameter as well",
    "The parameter itself is multiplied by η as well: only the gradient is, θ − η · gradient."
  ) { value, rate in rate * value },
  .at(
    \.start, "parameter shrunk",
    "η times the parameter itself is taken off as well, as a factor 1 − η does: it is θ − η · gradient alone."
  ) { value, rate in (1 - rate) * value },
  .at(
    \.start, "parameter with a minus", "The parameter has the opposite sign here: it is θ − η · gradient."
  ) { value, _ in -value },

  .at(
    \.slope, "scaled by the parameter", "The step is multiplied by the parameter: it is η · gradient alone."
  ) { slope, value in slope * value },
  .at(
    \.slope, "parameter for gradient", "The step is made of the parameter itself: it is η · gradient, from `gradients`."
  ) { _, value in value },
  .at(\.slope, "gradient squared", "The gradient is squared: the step is η · gradient.") { slope, _ in slope * slope },
  .at(\.slope, "gradient without sign", "The gradient has lost its sign: the step is η · gradient, up or down.") {
    slope, _ in abs(slope)
  },
  .at(\.slope, "sign alone", "Only the sign of the gradient counts here: its size does too, η · gradient.") {
    slope, _ in slope > 0 ? 1 : slope < 0 ? -1 : 0
  },
  .at(
    \.slope, "sign alone, minus for 0",
    "The gradient has become 1 or −1, and −1 where it is 0: its size counts too, η · gradient."
  ) { slope, _ in slope > 0 ? 1 : -1 },
]

/// Rates that people write into the code, none of them twice another one: two slips would give its numbers.
private let fixedRates: [Slip<StepChoices>] = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3].map { fixed in
  .at(
    \.length, "fixed rate \(fixed)", "The learning rate is always \(fixed) here: use the argument `learningRate`."
  ) { slope, _ in fixed * slope }
}

private let placeSlips: [Slip<StepChoices>] = [
  .at(
    \.both, "unchanged",
    "The parameters stay as they were: subtract η · gradient from `parameters` itself; a copy that is changed is lost."
  ) { _, _, _ in nil },
  .at(\.isErased, "all zero", "All parameters are 0 after this: subtract η · gradient from what they were.", true),
  .at(\.biases, "biases forgotten", "The biases stay as they were: they go downhill like the weights.") {
    _, _, _ in nil
  },
  .at(\.weights, "weights forgotten", "The weights stay as they were: they go downhill like the biases.") {
    _, _, _ in nil
  },
  .at(
    \.both, "weights twice, biases never", "The weights step twice and the biases never: each of them steps once."
  ) { place, step, _ in place.isWeights ? 2 * step : nil },
  .at(
    \.both, "biases twice, weights never", "The biases step twice and the weights never: each of them steps once."
  ) { place, step, _ in place.isWeights ? nil : 2 * step },
  .at(\.weights, "weights twice", "The weights' step is twice as long as it should be: it is η · gradient, once.") {
    _, step, _ in
    2 * step
  },
  .at(\.biases, "biases twice", "The biases' step is twice as long as it should be: it is η · gradient, made once.") {
    _, step, _ in
    2 * step
  },
  .at(\.weights, "weights uphill", "The weights' step goes uphill: subtract it like the biases', or the loss rises.") {
    _, step, _ in -step
  },
  .at(\.biases, "biases uphill", "The biases' step goes uphill: subtract it like the weights'.") {
    _, step, _ in -step
  },
  .at(\.weights, "no rate for the weights", "The learning rate is missing for the weights: the step is η · gradient.") {
    _, step, numbers in numbers.slope
  },
  .at(\.biases, "no rate for the biases", "The learning rate is missing for the biases: the step is η · gradient.") {
    _, step, numbers in numbers.slope
  },
  .at(\.weights, "rate twice for the weights", "For the weights the learning rate is applied twice: once is right.") {
    _, step, numbers in numbers.rate * step
  },
  .at(\.biases, "rate twice for the biases", "For the biases the learning rate is applied twice: once is right.") {
    _, step, numbers in numbers.rate * step
  },
  .at(
    \.biases, "biases once for each input",
    "The biases' step is made once for each row of the weights: once is right. If it stands in a loop over the rows, move it out."
  ) { _, step, numbers in numbers.fanIn * step },
  .at(
    \.both, "divided by the inputs",
    "The steps are divided by the rows of the layer's weights: the mean over the examples is in the gradients already."
  ) { _, step, numbers in step / numbers.fanIn },
  .at(
    \.weights, "weights times the rate",
    "The weight itself is multiplied by η as well: only its gradient is, θ − η · gradient."
  ) { _, step, numbers in (1 - numbers.rate) * numbers.value + step },
  .at(
    \.biases, "biases times the rate",
    "The bias itself is multiplied by η as well: only its gradient is, θ − η · gradient."
  ) { _, step, numbers in (1 - numbers.rate) * numbers.value + step },
  .at(
    \.weights, "first row alone", "Only the first row of each weight matrix moves: every row makes the step."
  ) { place, step, numbers in numbers.index < place.units ? step : 0 },
  .at(\.weights, "last row left out", "The last row of each weight matrix stays as it was: every row makes the step.") {
    place, step, numbers in numbers.index < place.units * (Int(numbers.fanIn) - 1) ? step : 0
  },
  .at(
    \.biases, "biases once for each layer",
    "All biases make their step once for each layer: once in all is right. If their loop stands inside another one, move it out."
  ) { place, step, _ in Double(place.count) * step },
  .at(
    \.both, "smaller from layer to layer",
    "The learning rate gets smaller from layer to layer: every layer takes η itself."
  ) { place, step, _ in step / Double(place.layer + 1) },
  .at(\.both, "cut at 1", "The gradients are cut at −1 and 1: the step is η · gradient, however large that is.") {
    _, step, numbers in abs(numbers.slope) > 1 ? step / abs(numbers.slope) : step
  },
  .at(
    \.weights, "sign alone for the weights",
    "Only the sign of the weights' gradient counts here: its size does too, η · gradient."
  ) { _, step, numbers in numbers.slope == 0 ? 0 : step / abs(numbers.slope) },
  .at(
    \.biases, "sign alone for the biases",
    "Only the sign of the biases' gradient counts here: its size does too, η · gradient."
  ) { _, step, numbers in numbers.slope == 0 ? 0 : step / abs(numbers.slope) },
  .at(
    \.weights, "weights shrunk",
    "η times the weights themselves is taken off them as well, as a factor 1 − η does: it is θ − η · gradient alone."
  ) { _, step, numbers in numbers.rate * numbers.value + step },
  .at(
    \.weights, "weights replaced downhill",
    "The weights are replaced by −η · gradient: subtract η · gradient from what they were (`-=`)."
  ) { _, step, numbers in numbers.value + step },
  .at(
    \.biases, "biases replaced downhill",
    "The biases are replaced by −η · gradient: subtract η · gradient from what they were (`-=`)."
  ) { _, step, numbers in numbers.value + step },
  .at(
    \.weights, "weights replaced", "The weights are replaced by η · gradient: subtract it from what they were (`-=`)."
  ) { _, step, numbers in numbers.value - step },
  .at(
    \.biases, "biases replaced", "The biases are replaced by η · gradient: subtract it from what they were (`-=`)."
  ) { _, step, numbers in numbers.value - step },
  .at(
    \.biases, "last bias forgotten", "The last layer's biases stay as they were: do the same for every layer."
  ) { place, step, _ in place.isLast ? nil : step },
  .at(
    \.biases, "first bias forgotten", "The first layer's biases stay as they were: layers count from 0 in an array."
  ) { place, step, _ in place.isFirst ? nil : step },
  .at(
    \.weights, "last weights forgotten", "The last layer's weights stay as they were: do the same for every layer."
  ) { place, step, _ in place.isLast ? nil : step },
  .at(
    \.weights, "first weights forgotten",
    "The first layer's weights stay as they were: layers count from 0 in an array."
  ) { place, step, _ in place.isFirst ? nil : step },

  .at(\.layers, "last layer only", "Only the last layer makes its step: do the same for every layer.") { $0.isLast },
  .at(\.layers, "first layer only", "Only the first layer makes its step: do the same for every layer.") {
    $0.isFirst
  },
  .at(\.layers, "last layer forgotten", "The last layer stays as it was: do the same for every layer.") {
    !$0.isLast
  },
  .at(\.layers, "first layer forgotten", "The first layer stays as it was: layers count from 0 in an array.") {
    !$0.isFirst
  },
  .at(
    \.layers, "last bias only", "Of the biases only the last layer's make their step: do the same for every layer."
  ) { $0.isWeights || $0.isLast },
  .at(
    \.layers, "first bias only", "Of the biases only the first layer's make their step: do the same for every layer."
  ) { $0.isWeights || $0.isFirst },
  .at(
    \.layers, "hidden layers only", "The first and the last layer stay as they were: do the same for every layer."
  ) { !$0.isFirst && !$0.isLast },
  .at(
    \.layers, "every other layer", "Every other layer stays as it was: go on by one, and do the same for every layer."
  ) {
    $0.layer.isMultiple(of: 2)
  },

  .at(
    \.gradientLayer, "gradients of another layer",
    "A layer takes the gradients of another one: the index must be the same on both sides."
  ) { $0.count - 1 - $0.layer },
  .at(
    \.biasesAreOfWeights, "biases made from weights",
    "The biases are made from the weights: each matrix starts from its own values, biases from biases.", true),
]
