import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 4.2: δWᵀ ⊙ g′(Z).
  static let hiddenDelta = Exercise(
    Specification(
      Lesson4.hiddenDelta, calls: .slope,
      right: { answers, delta, weights, z, hidden in
        try Oracle.hiddenDelta(delta, weights, z, hidden, with: answers)
      },
      misconceptions: misconceptions
    )
    .knowing { input in .rows(input.0.rows) }
    .drawing { size, generator in
      let rows = Samples.size(upTo: size, &generator)
      let (units, next) = (Samples.size(upTo: size, &generator), Samples.size(upTo: size, &generator))
      return (
        Samples.normal(rows, next, &generator), Samples.normal(units, next, &generator),
        Samples.normal(rows, units, &generator), HiddenActivation.allCases.randomElement(using: &generator) ?? .tanh
      )
    }
    .drawingAtEdges { size, generator in
      let sizes = (0..<3).map { _ in EdgeSamples.count(upTo: size, &generator) }
      return (
        EdgeSamples.matrix(sizes[0], sizes[2], &generator), EdgeSamples.matrix(sizes[1], sizes[2], &generator),
        EdgeSamples.numbers(sizes[0], sizes[1], &generator), EdgeSamples.hidden(&generator)
      )
    }
    .made(of: [
      Ingredient("δWᵀ") { _, input in Oracle.linear(input.0, input.1.transposed, .zeros(rows: 1, columns: input.1.rows))
      },
      Ingredient("Z") { _, input in input.2 },
      Ingredient("g′(Z)") { answers, input in try answers.slope(input.2, input.3) },
    ]),
    demonstration: Demonstration { student in
      let delta = try student.call(
        Lesson4.hiddenDelta, PageExample.outputDelta, PageExample.parameters.weights[1],
        PageExample.cache.preActivations[0], .relu)
      return [
        DemonstratedCall("`hiddenDelta(nextDelta: δ2, nextWeights: W2, preActivation: Z1, hidden: .relu)`", delta)
      ]
    }
  ) { hidden in
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
          expected: { measuredDelta(input) })
      } + [
        hidden.check(
          .value, "ReLU's slope at z = 0 is 0", on: withZeros(seed: 79), independent: withZeros(rows: 7, seed: 80),
          plain: hiddenInput(.tanh, seed: 77)),
        hidden.checkEverySize("right on 90 layers: 1 to 18 rows, units and next units", count: 90),
      ]
  }
}

extension Oracle {
  static func hiddenDelta(
    _ nextDelta: Matrix, _ nextWeights: Matrix, _ preActivation: Matrix, _ hidden: HiddenActivation,
    with answers: Answers = .right
  ) throws -> Matrix {
    let slope = try answers.slope(preActivation, hidden)
    return Matrix.filled(preActivation.rows, preActivation.columns) { row, unit in
      var sum = 0.0
      for next in 0..<nextDelta.columns { sum += nextDelta[row, next] * nextWeights[unit, next] }
      return sum * slope[row, unit]
    }
  }
}

private let misconceptions: [Misconception<(Matrix, Matrix, Matrix, HiddenActivation), Matrix>] = [
  wrongHidden(
    "slope forgotten", "The slope of the activation function is missing: multiply by hidden.derivative(Z)."
  ) {
    _, z, _ in Matrix(rows: z.rows, columns: z.columns, repeating: 1)
  },
  wrongHidden(
    "slope at the activation",
    "The slope is taken at the activation A; its argument is the pre-activation Z."
  ) { answers, z, hidden in try answers.slope(try answers.activation(z, hidden), hidden) },
  wrongHidden(
    "value for slope",
    "The activation function itself is multiplied in; it must be its slope, hidden.derivative(Z)."
  ) { answers, z, hidden in try answers.activation(z, hidden) },
  wrongHidden("pre-activation for slope", "Z itself is multiplied in; it must be the slope at Z.") { _, z, _ in z },
  wrongHidden("always the ReLU mask", "The slope is ReLU's whatever is asked for: use the argument `hidden`.") {
    answers, z, _ in try answers.slope(z, .relu)
  },
  wrongHidden(
    "always the sigmoid slope", "The slope is the sigmoid's whatever is asked for: use the argument `hidden`."
  ) {
    answers, z, _ in try answers.slope(z, .sigmoid)
  },
  wrongHidden(
    "one at zero",
    "Right but for ReLU at Z = 0: the course takes the slope 0 there. hidden.derivative(Z) has it, a mask with ≥ has not."
  ) { answers, z, hidden in
    let slope = try answers.slope(z, hidden)
    return Matrix.filled(z.rows, z.columns) { hidden == .relu && z[$0, $1] == 0 ? 1 : slope[$0, $1] }
  },
  .init(
    "slope at what comes back",
    "The slope is taken at what comes back, δ · Wᵀ; its argument is Z, and the two are multiplied."
  ) { answers, delta, weights, z, hidden in
    let ones = Matrix(rows: z.rows, columns: z.columns, repeating: 1)
    let back = try Oracle.hiddenDelta(delta, weights, ones, .relu, with: answers)
    return try answers.slope(back, hidden)
  },
  .init("mean taken again", "There is a division by the number of rows here; the mean comes once, in 4.3.") {
    answers, delta, weights, z, hidden in
    let right = try Oracle.hiddenDelta(delta, weights, z, hidden, with: answers)
    return right.map { $0 / Double(z.rows) }
  },
  .init(
    "weights not transposed",
    "The delta was multiplied by W; on the way back it is Wᵀ: matmul(nextDelta, nextWeights.transposed)."
  ) { answers, delta, weights, z, hidden in
    guard weights.rows == weights.columns else { return nil }
    let turned = Matrix.filled(weights.columns, weights.rows) { weights[$1, $0] }
    return try Oracle.hiddenDelta(delta, turned, z, hidden, with: answers)
  },
]

/// A wrong version of the hidden delta that differs in what the delta is multiplied with.
private func wrongHidden(
  _ name: String, _ sentence: String,
  _ slope: @escaping @Sendable (Answers, Matrix, HiddenActivation) throws -> Matrix
) -> Misconception<(Matrix, Matrix, Matrix, HiddenActivation), Matrix> {
  .init(name, sentence) { answers, delta, weights, z, hidden in
    let factor = try slope(answers, z, hidden)
    return Matrix.filled(z.rows, z.columns) { row, unit in
      (0..<delta.columns).reduce(0) { $0 + delta[row, $1] * weights[unit, $1] } * factor[row, unit]
    }
  }
}

private typealias HiddenInput = (Matrix, Matrix, Matrix, HiddenActivation)

private func hiddenInput(
  _ activation: HiddenActivation, rows: Int = 5, units: Int = 4, next: Int = 2, seed: UInt64
) -> HiddenInput {
  let z = Samples.awayFromKink(rows: rows, columns: units, seed: seed)
  let weights = Samples.matrix(units, next, seed: seed + 10)
  let nextZ = nextPreActivation(z, weights, activation)
  let labels = Samples.labels(rows, next, seed: 7)
  let nextDelta = Matrix.filled(rows, next) { Oracle.sigmoid(nextZ[$0, $1]) - labels[$0, $1] }
  return (nextDelta, weights, z, activation)
}

private func nextPreActivation(
  _ z: Matrix, _ weights: Matrix, _ activation: HiddenActivation
) -> Matrix {
  Oracle.linear(Oracle.activation(z, activation), weights, .zeros(rows: 1, columns: weights.columns))
}

/// ∂loss/∂Z measured: each example's loss is the cross-entropy of all units of the next layer.
private func measuredDelta(_ input: HiddenInput) -> Matrix {
  let labels = Samples.labels(5, input.0.columns, seed: 7)
  return CentralDifferences.gradient(at: input.2) { z in
    let nextZ = nextPreActivation(z, input.1, input.3)
    return zip(nextZ.elements, labels.elements).reduce(0) {
      $0 + Oracle.crossEntropy(Oracle.sigmoid($1.0), $1.1)
    }
  }
}

private func withZeros(rows: Int = 5, seed: UInt64) -> HiddenInput {
  var input = hiddenInput(.relu, rows: rows, seed: seed)
  for index in stride(from: 0, to: input.2.elements.count, by: 3) { input.2.elements[index] = 0 }
  return input
}
