/// One piece of a network: it computes forwards, and it sends back how the loss changes with what it was given.
///
/// Every layer is asked the same two things, so that a network is a list of layers, and a new kind of layer is a new class
/// that writes them in its own way.
open class Layer {
  /// Creates a layer without parameters.
  public init() {}

  /// Returns what the layer makes of its input.
  ///
  /// - Parameters:
  ///   - input: one example a row, [N, fanIn].
  ///   - isTraining: true keeps what `backward` needs; false keeps, changes and draws nothing.
  /// - Returns: the output, [N, fanOut].
  open func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    fatalError("Layer: a kind of layer must write its own forward(_:isTraining:)")
  }

  /// Takes the slope of the loss by the layer's output and returns the slope by its input, for the last forward in training.
  ///
  /// The gradients of the layer's parameters are replaced: nothing is summed over calls.
  ///
  /// - Parameter outputGradient: ∂loss/∂output, [N, fanOut].
  /// - Returns: ∂loss/∂input, [N, fanIn].
  open func backward(_ outputGradient: Matrix) -> Matrix {
    fatalError("Layer: a kind of layer must write its own backward(_:)")
  }

  /// What the layer learns, in an order that never changes; none here.
  open var parameters: [Matrix] {
    get { [] }
    set {
      guard newValue.isEmpty else { fatalError("Layer: a layer without parameters was given \(newValue.count)") }
    }
  }

  /// ∂loss/∂parameter of the last backward, in the order and in the shapes of `parameters`; none here.
  open var gradients: [Matrix] { [] }

  /// Returns what a forward in training has kept.
  ///
  /// Stops the program at the caller's line if there is nothing.
  ///
  /// - Parameter matrix: the property in which it is kept, [N, units].
  public final func kept(_ matrix: Matrix?, file: StaticString = #file, line: UInt = #line) -> Matrix {
    guard let matrix else {
      fatalError(
        "backward was called before forward(…, isTraining: true), which keeps what it needs", file: file, line: line)
    }
    return matrix
  }
}

/// Stops the program at the caller's line unless a unit can be kept with this probability: above 0 and at most 1.
///
/// - Parameter keepProbability: how likely a unit is kept by dropout; what `train --dropout` takes is 1 less this.
public func requireKeepProbability(_ keepProbability: Double, file: StaticString = #file, line: UInt = #line) {
  guard keepProbability > 0, keepProbability <= 1 else {
    fatalError(
      "Keep probability out of range: \(keepProbability). It must be above 0 and at most 1, which keeps every unit",
      file: file, line: line)
  }
}
