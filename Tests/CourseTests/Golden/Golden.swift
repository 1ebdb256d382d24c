import CourseKit
import Engine
import Foundation
import Vocabulary

@testable import Course

/// The values that PyTorch computed, read from `GoldenValues`.
enum Golden {
  /// An activation function and its slope at the points.
  struct Curve: Decodable {
    let values: [Double]
    let slopes: [Double]
  }

  struct Activations: Decodable {
    let points: [Double]
    let relu: Curve
    let tanh: Curve
    let sigmoid: Curve

    func curve(of hidden: HiddenActivation) -> Curve {
      switch hidden {
      case .relu: relu
      case .tanh: tanh
      case .sigmoid: sigmoid
      }
    }
  }

  struct Loss: Decodable {
    let probabilities: Matrix
    let labels: Matrix
    let loss: Double
  }

  /// The rows and the parameters with which all three networks were computed.
  struct Sample: Decodable {
    let input: Matrix
    let labels: Matrix
    let weights: [Matrix]
    let biases: [Matrix]

    var parameters: Parameters { Parameters(weights: weights, biases: biases) }
  }

  /// One network: Z1 … ZL, A1 … AL, each example's own ∂loss/∂Z, and the gradients of the mean loss.
  struct Network: Decodable {
    let preActivations: [Matrix]
    let activations: [Matrix]
    let loss: Double
    let deltas: [Matrix]
    let weightGradients: [Matrix]
    let biasGradients: [Matrix]

    var gradients: Gradients { Gradients(weights: weightGradients, biases: biasGradients) }
  }

  /// Where Adam goes from one start with two settings, a list of gradients and a learning rate for each step.
  struct Adam: Decodable {
    let start: [Matrix]
    let gradients: [[Matrix]]
    let learningRates: [Double]
    let walks: [Walk]

    /// What is known after each step.
    struct Walk: Decodable {
      let firstDecay: Double
      let secondDecay: Double
      let epsilon: Double
      let parameters: [[Matrix]]
      let firstMoments: [[Matrix]]
      let secondMoments: [[Matrix]]
    }
  }

  static func activations() throws -> Activations { try read(GoldenValues.activations) }
  static func losses() throws -> [Loss] { try read(GoldenValues.losses) }
  static func adam() throws -> Adam { try read(GoldenValues.adam) }
  static func sample() throws -> Sample { try read(GoldenValues.sample) }

  static func network(_ hidden: HiddenActivation) throws -> Network {
    switch hidden {
    case .relu: try read(GoldenValues.relu)
    case .tanh: try read(GoldenValues.tanh)
    case .sigmoid: try read(GoldenValues.sigmoid)
    }
  }

  /// The forward pass of a network, the input included.
  static func cache(_ hidden: HiddenActivation) throws -> ForwardCache {
    let network = try network(hidden)
    return ForwardCache(
      activations: [try sample().input] + network.activations, preActivations: network.preActivations)
  }

  private static func read<Value: Decodable>(_ json: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(json.utf8))
  }
}

extension Matrix: Decodable {
  /// Reads a matrix from its rows.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode([[Double]].self))
  }
}

extension Tolerance {
  /// For the oracle against PyTorch: the same formulas in the same precision, summed in another order.
  static let golden = Tolerance(relative: 1e-12, absolute: 1e-16)
}
