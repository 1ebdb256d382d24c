import Contract
import CourseKit

/// Exercise 6.3: what is right and which wrong versions are known.
enum L2GradientSpecification {
  typealias WrongVersion = Misconception<(Gradients, Parameters, Double, Int), Gradients>

  static let addL2Gradient = Specification<(Gradients, Parameters, Double, Int), Gradients>(
    Lesson6.addL2Gradient,
    right: { _, gradients, parameters, lambda, sampleCount in
      changed(gradients, parameters, lambda / Double(sampleCount)) { $1 + $2 * $3 }
    },
    misconceptions: [
      wrongFactor(
        "half the slope", "This adds λ / (2N) · W: the 2 of λ / (2N) cancels against that of the square's slope, 2 · W."
      ) { $0 / (2 * $1) },
      wrongFactor("factor 2", "This adds 2 · λ / N · W: the 2 of the square's slope cancels against that of λ / (2N).")
      {
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
    ])

  /// An entry of the new gradient from its layer, the entry that was there, λ / N and the weight.
  typealias Entry = @Sendable (_ layer: Int, _ gradient: Double, _ factor: Double, _ weight: Double) -> Double

  private static func changed(
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

  private static func combined(_ a: Matrix, _ b: Matrix, _ entry: (Double, Double) -> Double) -> Matrix {
    Matrix.filled(a.rows, a.columns) { entry(a[$0, $1], b[$0, $1]) }
  }

  private static func wrongEntry(_ name: String, _ sentence: String, _ entry: @escaping Entry) -> WrongVersion {
    WrongVersion(name, sentence) { _, gradients, parameters, lambda, sampleCount in
      changed(gradients, parameters, lambda / Double(sampleCount), entry)
    }
  }

  private static func wrongFactor(
    _ name: String, _ sentence: String,
    _ factor: @escaping @Sendable (_ lambda: Double, _ sampleCount: Double) -> Double
  ) -> WrongVersion {
    WrongVersion(name, sentence) { _, gradients, parameters, lambda, sampleCount in
      changed(gradients, parameters, factor(lambda, Double(sampleCount))) { $1 + $2 * $3 }
    }
  }
}
