import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 4.2: δWᵀ ⊙ g′(Z).
  static let hiddenDelta: Exercise = Exercise(
    Specification(
      Lesson4.hiddenDelta, calls: .slope, choosing: HiddenDeltaChoices(),
      right: { choices, answers, delta, weights, z, hidden in
        try choices.answer(answers, delta, weights, z, hidden)
      }, slips: hiddenDeltaSlips
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
    .made(
      as: "δWᵀ ⊙ g′(Z)",
      of: [
        Ingredient("δWᵀ") { _, input in try Stopping.product(input.0, Stopping.turned(input.1)) },
        Ingredient("g′(Z)") { answers, input in try answers.slope(input.2, input.3) },
        Ingredient("Z") { _, input in input.2 },
        Ingredient("g(Z)") { answers, input in try answers.activation(input.2, input.3) },
        .number("N") { input in Double(input.2.rows) },
      ]),
    demonstration: Demonstration { student in
      let delta = try student.call(
        Lesson4.hiddenDelta, Matrix([[-0.5], [0.75]]), PageExample.parameters.weights[1],
        PageExample.cache.preActivations[0], .relu)
      let call =
        "nextDelta: [[−0.50], [0.75]], nextWeights: [[3], [−1]], preActivation: [[2, 1], [2, −1]], hidden: .relu"
      return [DemonstratedCall("`hiddenDelta(\(call))`", delta)]
    }
  ) { hidden in
    let slopes = HiddenActivation.allCases.map { activation in
      let input = hiddenInput(activation, seed: 77)
      return hidden.check(
        .gradient, "agrees with central differences with \(activation.rawValue)", tolerance: .gradient, on: input,
        expected: { measuredDelta(input) })
    }
    // As many units as the next layer first: what has W for Wᵀ stops on any other and is not called again.
    return [
      hidden.check(.value, "a layer with as many units as the next one", on: hiddenInput(.sigmoid, next: 4, seed: 75)),
      hidden.check(.shape, "[5, 4] from a next delta [5, 2]", on: hiddenInput(.tanh, seed: 73)),
    ] + slopes + [
      hidden.check(.value, "ReLU's slope at z = 0 is 0", on: withZeros(seed: 79)),
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
