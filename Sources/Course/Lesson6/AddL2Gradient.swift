import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 6.3: λ / N · W joins the gradients of the weights.
  static let addL2Gradient = Exercise(
    Specification(
      Lesson6.addL2Gradient,
      right: { _, gradients, parameters, lambda, sampleCount in
        changed(gradients, parameters, lambda / Double(sampleCount)) { $1 + $2 * $3 }
      },
      misconceptions: misconceptions
    ).drawing { size, generator in
      let parameters = Samples.parameters(size, &generator)
      let gradients = Samples.gradients(like: parameters, &generator)
      return (gradients, parameters, generator.nextUniform(), Samples.size(upTo: 8 * size, &generator))
    }.drawingAtEdges { size, generator in
      let parameters = EdgeSamples.parameters(size, &generator)
      return (
        EdgeSamples.gradients(like: parameters, &generator), parameters, EdgeSamples.strength(&generator),
        EdgeSamples.sampleCount(&generator)
      )
    },
    demonstration: Demonstration { student in
      let sum = try student.call(Lesson6.addL2Gradient, try PageExample.gradients, PageExample.parameters, 0.2, 2)
      return [
        DemonstratedCall("W2's gradient with the penalty's slope, λ = 0.2, N = 2", sum.weights[1]),
        DemonstratedCall("b2's gradient", sum.biases[1]),
      ]
    }
  ) { added in
    [
      added.check(
        .shape, "the shapes of the gradients of 3-5-4-1", on: input(PenaltySamples.network, 0.2, 6),
        independent: input(PenaltySamples.otherNetwork, 0.3, 5)),
      added.check(
        .value, "λ = 0.5, N = 4: 0.125 · W joins the weights' gradients, the biases' stay",
        on: (
          Gradients(
            weights: [Matrix([[0.5, 1], [-1, 2]]), Matrix([[3], [-0.5]])], biases: [Matrix([[1, 2]]), Matrix([[4]])]),
          PenaltySamples.small, 0.5, 4
        ), independent: input(PenaltySamples.network, 0.2, 6)),
      added.check(
        .property, "λ = 0 changes nothing", on: input(PenaltySamples.evenNetwork, 0, 6),
        independent: input(PenaltySamples.otherNetwork, 0.3, 5)),
      added.check(
        .gradient, "what joins agrees with central differences of the penalty", tolerance: .gradient,
        on: input(PenaltySamples.network, 0.7, 6), independent: input(PenaltySamples.otherNetwork, 0.3, 5),
        expected: { withMeasuredSlope(input(PenaltySamples.network, 0.7, 6)) }),
      added.checkEverySize("right on 60 networks of one to five layers, λ from 0 to 3, N from 1 to 1000"),
    ]
  }
}

private typealias WrongVersion = Misconception<(Gradients, Parameters, Double, Int), Gradients>

private let misconceptions: [WrongVersion] = [
  wrongFactor(
    "half the slope", "This adds λ / (2N) · W: the 2 of λ / (2N) cancels against that of the square's slope, 2 · W."
  ) { $0 / (2 * $1) },
  wrongFactor("factor 2", "This adds 2 · λ / N · W: the 2 of the square's slope cancels against that of λ / (2N).") {
    2 * $0 / $1
  },
  wrongFactor("not divided by N", "This adds λ · W: the division by N is missing.") { lambda, _ in lambda },
  wrongFactor("lambda forgotten", "This adds W / N: λ is missing.") { _, sampleCount in 1 / sampleCount },
  wrongFactor("sign exchanged", "λ / N · W is subtracted: add it, or every step makes the weights larger.") {
    -$0 / $1
  },
  WrongVersion("biases penalised", "The biases are penalised, too: their gradients must stay as they are.") {
    _, gradients, parameters, lambda, sampleCount in
    let factor = lambda / Double(sampleCount)
    var result = changed(gradients, parameters, factor) { $1 + $2 * $3 }
    for layer in result.biases.indices {
      result.biases[layer] = combined(gradients.biases[layer], parameters.biases[layer]) { $0 + factor * $1 }
    }
    return result
  },
  wrongEntry("overwritten", "The gradients that were there are lost: λ / N · W must be added to them.") { $2 * $3 },
  wrongEntry("gradient for weight", "λ / N times the gradient is added: it must be λ / N times the weight.") {
    _, gradient, factor, _ in gradient + factor * gradient
  },
  wrongEntry(
    "sign of the weight",
    "This adds λ / N · the sign of each weight, the slope of |W|: that of W² has the weight itself."
  ) { $1 + $2 * ($3 > 0 ? 1 : ($3 < 0 ? -1 : 0)) },
  wrongEntry("first layer left out", "The first layer is left out: `weights[0]` is penalised as well.") {
    $0 == 0 ? $1 : $1 + $2 * $3
  },
  WrongVersion("last layer left out", "The last layer is left out: it is penalised as well.") {
    _, gradients, parameters, lambda, sampleCount in
    let last = parameters.weights.count - 1
    return changed(gradients, parameters, lambda / Double(sampleCount)) { $0 == last ? $1 : $1 + $2 * $3 }
  },
  wrongEntry(
    "unchanged",
    "The gradients are unchanged. If you changed a copy, write it back into `gradients`; "
      + "if you divide whole numbers, the fraction is dropped."
  ) { _, gradient, _, _ in gradient },
]

/// An entry of the new gradient from its layer, the entry that was there, λ / N and the weight.
private typealias Entry = @Sendable (_ layer: Int, _ gradient: Double, _ factor: Double, _ weight: Double) -> Double

private func changed(
  _ gradients: Gradients, _ parameters: Parameters, _ factor: Double, _ entry: Entry
) -> Gradients {
  var result = gradients
  for layer in gradients.weights.indices {
    result.weights[layer] = combined(gradients.weights[layer], parameters.weights[layer]) {
      entry(layer, $0, factor, $1)
    }
  }
  return result
}

private func combined(_ a: Matrix, _ b: Matrix, _ entry: (Double, Double) -> Double) -> Matrix {
  Matrix.filled(a.rows, a.columns) { entry(a[$0, $1], b[$0, $1]) }
}

private func wrongEntry(_ name: String, _ sentence: String, _ entry: @escaping Entry) -> WrongVersion {
  WrongVersion(name, sentence) { _, gradients, parameters, lambda, sampleCount in
    changed(gradients, parameters, lambda / Double(sampleCount), entry)
  }
}

private func wrongFactor(
  _ name: String, _ sentence: String,
  _ factor: @escaping @Sendable (_ lambda: Double, _ sampleCount: Double) -> Double
) -> WrongVersion {
  WrongVersion(name, sentence) { _, gradients, parameters, lambda, sampleCount in
    changed(gradients, parameters, factor(lambda, Double(sampleCount))) { $1 + $2 * $3 }
  }
}

/// Gradients that are there already, and the parameters whose penalty joins them.
private func input(
  _ parameters: Parameters, _ lambda: Double, _ sampleCount: Int
) -> (Gradients, Parameters, Double, Int) {
  var gradients = Gradients(weights: [], biases: [])
  for (layer, weights) in parameters.weights.enumerated() {
    let seed = 126 + UInt64(layer)
    gradients.weights.append(Samples.matrix(weights.rows, weights.columns, seed: seed))
    gradients.biases.append(Samples.matrix(1, weights.columns, seed: seed + 10))
  }
  return (gradients, parameters, lambda, sampleCount)
}

/// The gradients with the slope of the penalty, measured, for every weight and every bias.
private func withMeasuredSlope(_ input: (Gradients, Parameters, Double, Int)) -> Gradients {
  var (gradients, parameters, lambda, sampleCount) = input
  let slope = CentralDifferences.gradients(at: parameters) { PenaltySamples.penalty($0, lambda, sampleCount) }
  for layer in parameters.weights.indices {
    for index in slope.weights[layer].elements.indices {
      gradients.weights[layer].elements[index] += slope.weights[layer].elements[index]
    }
    for index in slope.biases[layer].elements.indices {
      gradients.biases[layer].elements[index] += slope.biases[layer].elements[index]
    }
  }
  return gradients
}
