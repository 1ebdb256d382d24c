import CourseKit
import Engine

extension SlopeChoices {
  static let slips: [Slip<SlopeChoices>] = divisors + strengths + joinings + terms + slopes + places + withOthers

  private static let divisors: [Slip<SlopeChoices>] = [
    .at(
      \.slope.divisor, "half the slope",
      "2N divides here: the 2 of λ / (2N) cancels against that of the square's slope, 2 · W, so that λ / N · W joins."
    ) { n, _, _ in 2 * n },
    .at(
      \.slope.divisor, "factor 2",
      "The slope is doubled: the 2 of the square's slope, 2 · W, cancels against that of λ / (2N), and λ / N · W joins."
    ) { n, _, _ in n / 2 },
    .at(\.slope.divisor, "not divided by N", "The division by N is missing: it is λ / N · W.") { _, _, _ in 1 },
    .at(\.slope.divisor, "doubled and not divided", "A 2 multiplies here, and N does not divide: it is λ / N · W.") {
      _, _, _ in 0.5
    },
    .at(\.slope.divisor, "divided by 2 alone", "A 2 divides here in place of N: it is λ / N · W.") { _, _, _ in 2 },
    .at(
      \.slope.divisor, "brackets lost",
      "A 2 divides here and N multiplies: it is λ / N · W. In Swift, a / 2 * n is (a / 2) · n."
    ) { n, _, _ in 2 / n },
    .at(\.slope.divisor, "times N", "N multiplies here: it must divide, λ / N · W.") { n, _, _ in 1 / n },
    .at(\.slope.divisor, "times 2N", "2N multiplies here: N must divide, and the 2 has cancelled.") { n, _, _ in
      1 / (2 * n)
    },
    .at(\.slope.divisor, "divided by N twice", "N divides twice: once is enough, λ / N · W.") { n, _, _ in n * n },
    .at(\.slope.divisor, "divided by 2N twice", "2N² divides here: it is N alone, λ / N · W.") { n, _, _ in 2 * n * n },
    .at(\.slope.divisor, "quarter of the slope", "4N divides here: it is N alone, no 2 divides it.") { n, _, _ in 4 * n
    },
    .at(\.slope.divisor, "one less", "N − 1 divides here: all N rows count, λ / N.") { n, _, _ in n - 1 },
    .at(\.slope.divisor, "one more", "N + 1 divides here: it is N, λ / N.") { n, _, _ in n + 1 },
    .at(\.slope.divisor, "root of N", "The root of N divides here: N itself must.") { n, _, _ in sqrt(n) },
    .at(
      \.slope.divisor, "divided by the number of weights",
      "The number of a matrix's entries stands in place of N: N is `sampleCount`, the rows of the batch."
    ) { _, weights, _ in Double(weights.elements.count) },
    .at(
      \.slope.divisor, "divided by the rows of W",
      "The rows of the weight matrix stand in place of N: N is `sampleCount`, the rows of the batch."
    ) { _, weights, _ in Double(weights.rows) },
    .at(
      \.slope.divisor, "divided by the columns of W",
      "The columns of the weight matrix stand in place of N: N is `sampleCount`, the rows of the batch."
    ) { _, weights, _ in Double(weights.columns) },
    .at(
      \.slope.divisor, "divided by the layers",
      "The number of layers stands in place of N: N is `sampleCount`, the rows of the batch."
    ) { _, _, layers in Double(layers) },
    .at(
      \.slope.divisor, "1 / N of whole numbers",
      "Nothing joins unless N is 1: a quotient of two whole numbers loses its fraction, divide Doubles."
    ) { n, _, _ in n == 1 ? 1 : .infinity },
  ]

  private static let strengths: [Slip<SlopeChoices>] = [
    .at(\.slope.strength, "lambda forgotten", "λ is missing: it is λ / N · W.") { _ in 1 },
    .at(\.slope.strength, "lambda squared", "λ is squared: it comes in once.") { $0 * $0 },
    .at(\.slope.strength, "root of lambda", "The root of λ is taken: multiply with λ itself.") { sqrt($0) },
    .at(\.slope.strength, "divided by lambda", "This divides by λ: multiply with it, so that 0 turns the penalty off.")
    {
      1 / $0
    },
    .at(\.slope.strength, "1 − lambda", "1 − λ stands in place of λ: a λ of 0 must turn the penalty off.") { 1 - $0 },
    .at(\.slope.strength, "lambda as a whole number", "The fraction of λ is dropped: keep it a Double.") {
      $0.rounded(.towardZero)
    },
    .at(\.slope.strength, "lambda rounded", "λ is rounded to a whole number: keep its fraction.") { $0.rounded() },
    .at(\.slope.strength, "lambda cut", "λ is cut at 1: take it as it is, however large.") { min($0, 1) },
    .at(\.slope.factor, "quotient turned round", "N is divided by λ: it is λ / N.") { strength, divisor, _ in
      divisor / strength
    },
    .at(\.slope.factor, "added", "λ and N are added: it is λ / N.") { $0 + $1 + 0 * $2 },
    .at(\.slope.factor, "difference", "N is subtracted from λ: it is λ / N.") { $0 - $1 + 0 * $2 },
    .at(\.slope.factor, "1 − the factor", "W is multiplied with 1 − λ / N: that shrinks a weight, the slope has λ / N.")
    {
      strength, divisor, _ in 1 - strength / divisor
    },
    .at(\.slope.factor, "whole-number quotient", "The fraction of λ / N is dropped: divide Doubles.") {
      strength, divisor, _ in (strength.rounded(.towardZero) / divisor).rounded(.towardZero)
    },
    .at(\.slope.factor, "times the norm", "The slope is multiplied with the weights' norm: it is λ / N · W alone.") {
      strength, divisor, norm in strength / divisor * norm
    },
    .at(
      \.slope.factor, "divided by the norm",
      "The slope is divided by the weights' norm, as that of the norm itself: the penalty's is λ / N · W alone."
    ) { strength, divisor, norm in norm == 0 ? 0 : strength / divisor / norm },
    .at(
      \.slope.factor, "times the penalty",
      "The weights are multiplied with the whole penalty: its slope is λ / N · W alone."
    ) { strength, divisor, norm in strength / (2 * divisor) * norm * norm },
    .at(
      \.sign, "sign exchanged", "The penalty's slope is subtracted: add it, or every step makes the weights larger.", -1
    ),
  ]

  private static let joinings: [Slip<SlopeChoices>] = [
    .at(\.joining, "overwritten", "The gradients that were there are lost: λ / N · W must be added to them.") {
      $0.slope
    },
    .at(
      \.joining, "both multiplied",
      "The gradients are multiplied with the factor as well: λ / N belongs to W alone, the gradient joins whole."
    ) { $0.factor * $0.gradient + $0.slope },
    .at(\.joining, "multiplied", "The gradients are multiplied with λ / N · W: add it to them.") {
      $0.gradient * $0.slope
    },
    .at(
      \.joining, "gradient subtracted", "The gradients that were there count negatively: the sum is dW + λ / N · W."
    ) { $0.slope - $0.gradient },
    .at(\.joining, "gradient doubled", "The gradients that were there count twice: the sum is dW + λ / N · W.") {
      2 * $0.gradient + $0.slope
    },
    .at(
      \.joining, "mean of both", "The mean of gradient and slope is taken: the sum, dW + λ / N · W, is not halved."
    ) { ($0.gradient + $0.slope) / 2 },
    .at(\.joining, "all zero", "The gradients of the weights are all 0: they must be dW + λ / N · W.") { _ in 0 },
    .at(
      \.joining, "gradient with the factor",
      "The factor λ / N is multiplied with the gradient and W joins as it is: it is dW + λ / N · W."
    ) { $0.factor * $0.gradient + $0.weight },
    .at(
      \.joining, "gradient alone with the factor",
      "The gradients are multiplied with the factor, and W is missing: it is dW + λ / N · W."
    ) { $0.factor * $0.gradient },
    .at(
      \.joining, "gradient shrunk",
      "The gradients lose λ / N of themselves, and W is missing: it is dW + λ / N · W."
    ) { (1 - $0.factor) * $0.gradient },
    .at(
      \.joining, "weights for gradients", "The weights stand in place of their gradients: it is dW + λ / N · W."
    ) { $0.weight },
    .at(
      \.joining, "weight shrunk", "This is the shrunk weight, (1 − λ / N) · W: the gradient must become dW + λ / N · W."
    ) { $0.weight - $0.slope },
    .at(
      \.joining, "gradient divided by N as well",
      "The gradients that were there are divided by N once more: they hold that division, W alone gets λ / N."
    ) { $0.gradient / $0.n + $0.slope },
    .at(
      \.joining, "gradient times N", "The gradients that were there are multiplied with N: they join as they are."
    ) { $0.gradient * $0.n + $0.slope },
  ]

  private static let terms: [Slip<SlopeChoices>] = [
    .at(
      \.slope.term, "gradient for weight",
      "The gradient is multiplied with the factor and joins once more: multiply the weight with it."
    ) {
      _, gradient in gradient
    },
    .at(
      \.slope.term, "sign of the weight",
      "The slope here has the sign of each weight, as that of |W|: the slope of W² has the weight itself."
    ) { weight, _ in weight > 0 ? 1 : (weight < 0 ? -1 : 0) },
    .at(
      \.slope.term, "sign of the weight, that of 0 positive",
      "The slope here has the sign of each weight, 1 or −1, as that of |W|: the slope of W² has the weight itself."
    ) { weight, _ in weight >= 0 ? 1 : -1 },
    .at(
      \.slope.term, "sign of the weight, that of 0 negative",
      "The slope here has the sign of each weight, −1 or 1, as that of |W|: the slope of W² has the weight itself."
    ) { weight, _ in weight > 0 ? 1 : -1 },
    .at(\.slope.term, "square of the weight", "The weights are squared here: the slope of W² has the weight itself.") {
      weight, _ in weight * weight
    },
    .at(\.slope.term, "absolute weight", "The weights have lost their signs: the slope goes with the weight itself.") {
      weight, _ in abs(weight)
    },
    .at(
      \.slope.term, "number instead of weight",
      "The weight is missing from the slope: the factor must be multiplied with it."
    ) {
      _, _ in 1
    },
    .at(
      \.slope.term, "weight times gradient",
      "The slope is multiplied with the gradient as well: it has the weight alone."
    ) { weight, gradient in weight * gradient },
    .at(
      \.slope.term, "weight and gradient", "The gradient comes in once more, with the factor: that belongs to W alone."
    ) { weight, gradient in weight + gradient },
    .at(
      \.slope.term, "weight minus gradient", "The factor is multiplied with W − dW: it belongs to W alone."
    ) { weight, gradient in weight - gradient },
    .at(\.slope.term, "third power", "The weights are taken to the third power: the slope of W² has the weight itself.")
    {
      weight, _ in weight * weight * weight
    },
  ]

  /// What several choice points make together; it comes after these, so that it takes their place.
  private static let slopes: [Slip<SlopeChoices>] = [
    .at(
      \.slope, "penalty for its slope", "The penalty itself joins each gradient: what joins is its slope, λ / N · W.",
      Slope(term: { _, _ in 1 }, factor: { $0 / (2 * $1) * $2 * $2 })),
    .at(
      \.slope, "norm for the weight",
      "The norm of the weights joins each gradient, with a factor: what joins is the slope, λ / N · W.",
      Slope(term: { _, _ in 1 }, factor: { $0 / $1 * $2 })),
  ]

  private static let places: [Slip<SlopeChoices>] = [
    .at(
      \.penalised, "biases penalised", "The biases are penalised, too: their gradients must stay as they are.",
      .weightsAndBiases),
    .at(
      \.penalised, "biases for weights",
      "The biases are penalised in place of the weights: what joins belongs into `gradients.weights`.", .biases),
    .at(
      \.penalised, "unchanged",
      "The gradients come back as they were: add λ / N · W to `gradients.weights` itself, and divide Doubles, which keep the fraction of λ / N.",
      .nothing),
    .at(
      \.penalised, "biases missing", "The gradients of the biases are gone: they must stay as they are.",
      .biasesMissing),
    .at(
      \.penalised, "biases overwritten", "The biases stand in place of their gradients: these must stay as they are.",
      .biasesForGradients),
    .at(\.penalised, "biases zero", "The gradients of the biases are 0: they must stay as they are.", .biasesZero),
    .at(\.layers, "first layer left out", "The first layer is left out: `weights[0]` is penalised as well.") {
      layer, _ in
      layer > 0
    },
    .at(\.layers, "last layer left out", "The last layer is left out: it is penalised as well.") { $0 < $1 - 1 },
    .firstLayerLeftOutOrStop(\.layers, "is left out"),
    .at(
      \.layers, "first layer only", "Only the first layer is penalised: every layer must be, so go on to the last one."
    ) { layer, _ in layer == 0 },
    .at(\.layers, "last layer only", "Only the last layer is penalised: go through all of them.") { $0 == $1 - 1 },
    .twoLayersOnly(\.layers),
    .at(
      \.layers, "two layers at most", "Only the first two layers are penalised: there may be more, and every one is."
    ) { layer, _ in layer < 2 },
    .at(
      \.layers, "three layers at most",
      "Only the first three layers are penalised: there may be more, and every one is."
    ) { layer, _ in layer < 3 },
  ]

  /// Beside others, these would be other ways to say that the biases are penalised and that λ is squared.
  private static let withOthers: [Slip<SlopeChoices>] = [
    .alone(
      \.penalised, "bias slopes for gradients",
      "The gradients of the biases are lost, a penalty's slope stands in their place: they must stay as they are.",
      .biasSlopesForGradients),
    .alone(\.slope.factor, "factor squared", "The factor λ / N is squared: it comes in once.") {
      strength, divisor, _ in strength / divisor * strength / divisor
    },
  ]
}
