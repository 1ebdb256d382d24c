import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 5.2: θ ← θ − η · g.
  static let gradientDescentStep: Exercise = Exercise(
    Specification(
      Lesson5.gradientDescentStep, choosing: StepChoices(),
      right: { choices, _, parameters, gradients, rate in try choices.answer(parameters, gradients, rate) },
      slips: stepSlips
    )
    .drawing { size, generator in
      let parameters = Samples.parameters(size, &generator)
      return (parameters, Samples.gradients(like: parameters, &generator), generator.nextUniform())
    }.drawingAtEdges { size, generator in
      let parameters = EdgeSamples.parameters(size, &generator)
      return (parameters, EdgeSamples.gradients(like: parameters, &generator), EdgeSamples.strength(&generator))
    }
    .made(
      as: "θ − η · g",
      of: [
        Ingredient("θ") { _, input in inOneRow(input.0.weights + input.0.biases) },
        Ingredient("g") { _, input in inOneRow(input.1.weights + input.1.biases) },
        .number("η") { $0.2 },
      ]),
    demonstration: Demonstration { student in
      let stepped = try student.call(
        Lesson5.gradientDescentStep, PageExample.parameters, try PageExample.gradients, 0.1)
      return [
        DemonstratedCall("`parameters.weights[1]` after a step with η = 0.1", stepped.weights[1]),
        DemonstratedCall("`parameters.biases[1]`", stepped.biases[1]),
      ]
    }
  ) { step in
    [
      step.check(
        .value, "one layer by hand: 1 − 0.1 · 2 = 0.8", on: byHand),
      step.check(
        .shape, "the shapes of a 3-5-4-1 network stay", on: walk([3, 5, 4, 1], 0.3, seed: 131)),
      step.check(
        .value, "every weight and every bias of 3-5-4-1", on: walk([3, 5, 4, 1], 0.3, seed: 131)),
      step.check(
        .property, "a learning rate of 0 changes nothing", on: walk([3, 5, 4, 1], 0, seed: 133)),
      step.checkEverySize("right on 60 networks of one to five layers, η from 0 to 3"),
    ]
  }
}

extension Oracle {
  /// θ − η · g for every parameter.
  static func descended(_ parameters: Parameters, _ gradients: Gradients, _ learningRate: Double) -> Parameters {
    func step(_ matrices: [Matrix], _ slopes: [Matrix]) -> [Matrix] {
      guard matrices.map(\.shape) == slopes.map(\.shape) else { return matrices }
      return zip(matrices, slopes).map { matrix, slope in
        Matrix.filled(matrix.rows, matrix.columns) { matrix[$0, $1] - learningRate * slope[$0, $1] }
      }
    }
    return Parameters(
      weights: step(parameters.weights, gradients.weights), biases: step(parameters.biases, gradients.biases))
  }
}

private typealias Input = (Parameters, Gradients, Double)
private let byHand: Input = (
  Parameters(weights: [Matrix([[1, -2], [0.5, 3]])], biases: [Matrix([[0.25, -1]])]),
  Gradients(weights: [Matrix([[2, -1], [4, 0.5]])], biases: [Matrix([[-5, 3]])]), 0.1
)

private func walk(_ layerSizes: [Int], _ learningRate: Double, seed: UInt64) -> Input {
  (
    Samples.parameters(layerSizes, seed: seed), Samples.gradients(layerSizes, seed: seed + 20), learningRate
  )
}
