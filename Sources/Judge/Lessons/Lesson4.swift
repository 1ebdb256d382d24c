import Contract
import CourseKit

extension Course {
  /// Lesson 4: the backward pass.
  static let backwardPass = Lesson(
    4, "Backward", "Backward pass", buildsOn: [1], isCheckedWith: [3],
    exercises: [
      Exercise(Lesson4.outputDelta), Exercise(Lesson4.hiddenDelta), Exercise(Lesson4.layerGradients),
      Exercise(Lesson4.backward),
    ],
    checks: outputChecks + hiddenChecks + gradientChecks + backwardChecks + NetworkChecks.all)

  // 4.1

  private static let outputChecks: [Check] = [
    output.check(.shape, "[5, 1]", on: fiveRows, independent: sevenRows),
    output.check(
      .value, "A − y on the worked example", on: (Matrix([[0.8], [0.3], [0.6]]), Matrix([[1], [0], [0]])),
      independent: sevenRows),
    output.check(
      .gradient, "agrees with central differences of each example's loss", tolerance: .gradient,
      on: fiveRows, independent: sevenRows,
      expected: { _ in
        Matrix.filled(5, 1) { row, _ in
          let logit = log(fiveRows.0[row, 0] / (1 - fiveRows.0[row, 0]))
          return CentralDifferences.gradient(at: Matrix([[logit]])) {
            Oracle.crossEntropy(Oracle.sigmoid($0[0, 0]), fiveRows.1[row, 0])
          }[0, 0]
        }
      }),
  ]
  private static let output = DeltaSpecifications.outputDelta
  private static let fiveRows = (Samples.probabilities(5, seed: 71), Samples.labels(5, seed: 71))
  private static let sevenRows = (Samples.probabilities(7, seed: 72), Samples.labels(7, seed: 72))

  // 4.2

  private static let hiddenChecks: [Check] =
    [
      // As many units as the next layer first: what has W for Wᵀ stops on any other and is not called again.
      hidden.check(
        .value, "a layer with as many units as the next one", on: hiddenInput(.sigmoid, next: 4, seed: 75),
        independent: hiddenInput(.tanh, rows: 6, units: 3, next: 3, seed: 76)),
      hidden.check(
        .shape, "[5, 4] from a next delta [5, 2]", on: hiddenInput(.tanh, seed: 73),
        independent: hiddenInput(.relu, rows: 6, seed: 74)),
    ]
    + HiddenActivation.allCases.map { activation in
      let input = hiddenInput(activation, seed: 77)
      return hidden.check(
        .gradient, "agrees with central differences with \(activation.rawValue)", tolerance: .gradient,
        on: input, independent: hiddenInput(activation == .tanh ? .sigmoid : .tanh, rows: 6, next: 3, seed: 78),
        expected: { _ in measuredDelta(input) })
    } + [
      hidden.check(
        .value, "ReLU's slope at z = 0 is 0", on: withZeros(seed: 79), independent: withZeros(rows: 7, seed: 80),
        plain: hiddenInput(.tanh, seed: 77))
    ]
  private static let hidden = DeltaSpecifications.hiddenDelta
  private typealias HiddenInput = (Matrix, Matrix, Matrix, HiddenActivation)

  private static func hiddenInput(
    _ activation: HiddenActivation, rows: Int = 5, units: Int = 4, next: Int = 2, seed: UInt64
  ) -> HiddenInput {
    let z = Samples.awayFromKink(rows: rows, columns: units, seed: seed)
    let weights = Samples.matrix(units, next, seed: seed + 10)
    let nextZ = nextPreActivation(z, weights, activation)
    let labels = Samples.labels(rows, next, seed: 7)
    let nextDelta = Matrix.filled(rows, next) { Oracle.sigmoid(nextZ[$0, $1]) - labels[$0, $1] }
    return (nextDelta, weights, z, activation)
  }

  private static func nextPreActivation(
    _ z: Matrix, _ weights: Matrix, _ activation: HiddenActivation
  ) -> Matrix {
    Oracle().linear(Oracle().activation(z, activation), weights, .zeros(rows: 1, columns: weights.columns))
  }

  /// ∂loss/∂Z measured: each example's loss is the cross-entropy of all units of the next layer.
  private static func measuredDelta(_ input: HiddenInput) -> Matrix {
    let labels = Samples.labels(5, input.0.columns, seed: 7)
    return CentralDifferences.gradient(at: input.2) { z in
      let nextZ = nextPreActivation(z, input.1, input.3)
      return zip(nextZ.elements, labels.elements).reduce(0) {
        $0 + Oracle.crossEntropy(Oracle.sigmoid($1.0), $1.1)
      }
    }
  }

  private static func withZeros(rows: Int = 5, seed: UInt64) -> HiddenInput {
    var input = hiddenInput(.relu, rows: rows, seed: seed)
    for index in stride(from: 0, to: input.2.elements.count, by: 3) { input.2.elements[index] = 0 }
    return input
  }

  // 4.3

  private static let gradientChecks: [Check] = [
    gradients.check(
      .shape, "weights [3, 2] and biases [1, 2]", on: layer(seed: 81), independent: layer(rows: 6, fanOut: 3, seed: 82)),
    gradients.check(
      .value, "two examples by hand",
      on: (Matrix([[0.5, -1], [0.5, 2]]), Matrix([[1, 0, 2], [3, 1, -2]])), independent: layer(fanOut: 3, seed: 83)),
    gradients.check(
      .gradient, "weights and biases agree with central differences", tolerance: .gradient,
      on: layer(fanOut: 3, seed: 84), independent: layer(rows: 7, fanOut: 4, seed: 85),
      expected: { _ in measuredSquareLayer(seed: 84) }),
  ]
  private static let gradients = DeltaSpecifications.layerGradients

  /// The delta and the input of one layer [3, fanOut] with the sigmoid and the cross-entropy of all units.
  private static func layer(rows: Int = 5, fanOut: Int = 2, seed: UInt64) -> (Matrix, Matrix) {
    let input = Samples.matrix(rows, 3, seed: seed)
    let parameters = Samples.parameters([3, fanOut], seed: seed)
    let z = Oracle().linear(input, parameters.weights[0], parameters.biases[0])
    let labels = Samples.labels(rows, fanOut, seed: seed)
    return (Matrix.filled(rows, fanOut) { Oracle.sigmoid(z[$0, $1]) - labels[$0, $1] }, input)
  }

  private static func measuredSquareLayer(seed: UInt64) -> LayerGradients {
    let input = Samples.matrix(5, 3, seed: seed)
    let labels = Samples.labels(5, 3, seed: seed)
    let measured = CentralDifferences.gradients(at: Samples.parameters([3, 3], seed: seed)) { parameters in
      let z = Oracle().linear(input, parameters.weights[0], parameters.biases[0])
      let losses = zip(z.elements, labels.elements).map { Oracle.crossEntropy(Oracle.sigmoid($0), $1) }
      return losses.reduce(0, +) / 5
    }
    return LayerGradients((measured.weights[0], measured.biases[0]))
  }

  // 4.4

  private static let backwardChecks: [Check] =
    [
      // One unit in every layer first: what takes the wrong layer's matrix stops on any other and is not called again.
      backward.check(
        .value, "a network with one unit in every layer", on: pass([1, 1, 1, 1], .tanh, seed: 89),
        independent: pass([1, 1, 1, 1], .sigmoid, seed: 90)),
      backward.check(
        .shape, "the shapes of a 3-5-4-1 network's parameters", on: pass([3, 5, 4, 1], .tanh, seed: 91),
        independent: pass([2, 3, 1], .relu, seed: 92)),
      backward.check(
        .value, "a network with four units in every layer", on: pass([4, 4, 4, 1], .tanh, seed: 93),
        independent: pass([3, 3, 3, 1], .sigmoid, seed: 94)),
    ]
    + HiddenActivation.allCases.map { activation in
      backward.check(
        .gradient, "every parameter of 3-5-4-1 agrees with central differences (\(activation.rawValue))",
        tolerance: .gradient, on: pass([3, 5, 4, 1], activation, seed: 107),
        independent: pass([2, 4, 3, 1], activation == .tanh ? .sigmoid : .tanh, seed: 96),
        expected: { _ in
          let network = Samples.network([3, 5, 4, 1], activation, seed: 107)
          return try CentralDifferences.gradients(at: network.parameters) { parameters in
            let cache = try Oracle().forward(network.input, parameters, activation)
            return Oracle().binaryCrossEntropy(cache.probabilities, network.labels)
          }
        })
    }
  private static let backward = BackwardSpecification.backward

  private static func pass(
    _ layerSizes: [Int], _ activation: HiddenActivation, seed: UInt64
  ) -> (ForwardCache, Matrix, Parameters, HiddenActivation) {
    let network = Samples.network(layerSizes, activation, seed: seed)
    return (network.cache, network.labels, network.parameters, activation)
  }
}
