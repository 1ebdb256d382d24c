import CourseKit
import Engine

/// What can be done otherwise in 6.3.
struct SlopeChoices {
  /// Which parameters are penalised.
  var penalised = Penalised.weights
  /// Whether a layer's turn comes.
  var layers: LayerTurn = { _, _ in true }
  /// The penalty's slope.
  var slope = Slope()
  var sign = 1.0
  /// How the slope joins the gradient.
  var joining: @Sendable (Joint) -> Double = { $0.gradient + $0.slope }

  /// What meets in one entry.
  struct Joint {
    let gradient: Double
    let weight: Double
    let slope: Double
    let factor: Double
    let n: Double
  }

  struct Slope {
    /// What is multiplied with the factor.
    var term: @Sendable (_ weight: Double, _ gradient: Double) -> Double = { weight, _ in weight }
    /// What stands for λ.
    var strength: @Sendable (_ lambda: Double) -> Double = { $0 }
    /// What divides it.
    var divisor: @Sendable (_ n: Double, _ weights: Matrix, _ layers: Int) -> Double = { n, _, _ in n }
    /// The factor of both, and what joins it from the norm of all weights.
    var factor: @Sendable (_ strength: Double, _ divisor: Double, _ norm: Double) -> Double = { strength, divisor, _ in
      strength / divisor
    }
  }

  enum Penalised {
    case weights, weightsAndBiases, biases, nothing
    /// The weights rightly, and the biases' gradients are lost.
    case biasesMissing, biasesZero, biasesForGradients, biasSlopesForGradients
  }

  func joined(_ gradients: Gradients, _ parameters: Parameters, _ lambda: Double, _ n: Double) throws -> Gradients {
    var result = gradients
    let norm = Oracle.weightNorm(parameters)
    func scaled(_ parameters: Matrix, _ gradient: Matrix) -> (slope: Matrix, factor: Double) {
      let factor =
        sign * slope.factor(slope.strength(lambda), slope.divisor(n, parameters, gradients.weights.count), norm)
      return (
        Matrix.filled(gradient.rows, gradient.columns) {
          factor * slope.term(parameters[$0, $1], gradient[$0, $1])
        }, factor
      )
    }
    func joined(_ gradient: Matrix, _ parameters: Matrix) -> Matrix {
      let (slope, factor) = scaled(parameters, gradient)
      return Matrix.filled(gradient.rows, gradient.columns) {
        joining(
          Joint(
            gradient: gradient[$0, $1], weight: parameters[$0, $1], slope: slope[$0, $1], factor: factor, n: n))
      }
    }
    for layer in gradients.weights.indices where try layers(layer, gradients.weights.count) {
      let (weights, biases) = (parameters.weights[layer], parameters.biases[layer])
      if ![.biases, .nothing].contains(penalised) {
        result.weights[layer] = joined(gradients.weights[layer], weights)
      }
      switch penalised {
      case .weights, .nothing, .biasesMissing: break
      case .weightsAndBiases, .biases: result.biases[layer] = joined(gradients.biases[layer], biases)
      case .biasesZero: result.biases[layer] = biases.map { _ in 0 }
      case .biasesForGradients: result.biases[layer] = biases
      case .biasSlopesForGradients: result.biases[layer] = scaled(biases, gradients.biases[layer]).slope
      }
    }
    if penalised == .biasesMissing { result.biases = [] }
    return result
  }
}
