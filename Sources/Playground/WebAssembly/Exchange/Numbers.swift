import CourseKit

extension Parameters {
  /// Every number, layer by layer: the weights row by row, then the biases.
  @inline(never)
  public var numbers: [Double] {
    var numbers: [Double] = []
    for layer in weights.indices { numbers += weights[layer].elements + biases[layer].elements }
    return numbers
  }

  /// The first layer, counted from 1, with a number that is not finite; 0 if there is none.
  @inline(never)
  public var firstBadLayer: Int {
    for layer in weights.indices where !weights[layer].isFinite || !biases[layer].isFinite { return layer + 1 }
    return 0
  }
}

extension Gradients {
  /// Every number, in the order of the parameters that they belong to.
  public var numbers: [Double] { Parameters(weights: weights, biases: biases).numbers }

  /// The last layer, counted from 1, with a number that is not finite; 0 if there is none.
  ///
  /// Gradients are computed from the last layer to the first.
  @inline(never)
  public var lastBadLayer: Int {
    for layer in weights.indices.reversed() where !weights[layer].isFinite || !biases[layer].isFinite {
      return layer + 1
    }
    return 0
  }
}

extension Matrix {
  /// Whether every entry is finite.
  @inline(never)
  public var isFinite: Bool {
    for element in elements where !element.isFinite { return false }
    return true
  }
}
