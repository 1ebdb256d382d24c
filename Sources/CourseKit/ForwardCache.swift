/// All that a forward pass computed, kept because the backward pass needs it again.
///
/// A network with L layers has L + 1 activations, A0 (the input itself) … AL (the probabilities), and L
/// pre-activations, Z1 … ZL. Arrays count from 0, so Z1 is `preActivations[0]` and A1 is `activations[1]`.
public struct ForwardCache: Equatable, Sendable {
  /// A0 … AL: `activations[l]` [N, units of layer l] is what layer l passes on; `activations[0]` is the input.
  public var activations: [Matrix]

  /// Z1 … ZL: `preActivations[l - 1]` [N, units of layer l] is what layer l computed before its activation function.
  public var preActivations: [Matrix]

  /// Creates a cache from the activations A0 … AL and the pre-activations Z1 … ZL.
  public init(activations: [Matrix], preActivations: [Matrix]) {
    self.activations = activations
    self.preActivations = preActivations
  }

  /// AL, the network's answers [N, 1].
  ///
  /// Stops the program if the cache holds no activations.
  public var probabilities: Matrix {
    guard let last = activations.last else { fatalError("ForwardCache: there are no activations yet") }
    return last
  }
}
