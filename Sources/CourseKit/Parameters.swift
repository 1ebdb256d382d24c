/// What a network learns: the weights and the biases of its L layers.
///
/// Layer l (counted from 1, as on the pages) has `weights[l - 1]` [fanIn, fanOut] and `biases[l - 1]` [1, fanOut].
public struct Parameters: Equatable, Sendable {
  /// One matrix [fanIn, fanOut] for each layer, the first layer first.
  public var weights: [Matrix]

  /// One row [1, fanOut] for each layer, the first layer first.
  public var biases: [Matrix]

  /// Creates parameters from the weights and biases of the layers, the first layer first.
  public init(weights: [Matrix], biases: [Matrix]) {
    self.weights = weights
    self.biases = biases
  }
}

/// The derivatives of the loss by each weight and bias, in the shapes of the `Parameters` that they belong to.
public struct Gradients: Equatable, Sendable {
  /// ∂loss/∂weights, one matrix [fanIn, fanOut] for each layer, the first layer first.
  public var weights: [Matrix]

  /// ∂loss/∂biases, one row [1, fanOut] for each layer, the first layer first.
  public var biases: [Matrix]

  /// Creates gradients from those of the layers, the first layer first.
  public init(weights: [Matrix], biases: [Matrix]) {
    self.weights = weights
    self.biases = biases
  }
}
