// The solution of lesson 10, for the versions that call it: written by Scripts/make-lessons.

import CourseKit

/// A solved example: a layer that squares its numbers.
private final class Square: Layer {
  private var input: Matrix?

  override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    if isTraining { self.input = input }
    return input * input
  }

  override func backward(_ outputGradient: Matrix) -> Matrix {
    outputGradient * (2 * kept(input))
  }
}

/// A layer in which every unit sees every input: output = input · W + b.
final class Dense: Layer {
  /// W [fanIn, fanOut].
  var weights: Matrix
  /// b [1, fanOut].
  var biases: Matrix
  /// ∂loss/∂W of the last backward [fanIn, fanOut]; zeros before the first.
  var weightGradient: Matrix
  /// ∂loss/∂b of the last backward [1, fanOut]; zeros before the first.
  var biasGradient: Matrix
  /// What the last forward in training was given [N, fanIn]; nil before the first.
  var input: Matrix?

  /// Creates a layer of `weights` [fanIn, fanOut] and `biases` [1, fanOut].
  init(weights: Matrix, biases: Matrix) {
    self.weights = weights
    self.biases = biases
    weightGradient = Matrix.zeros(rows: weights.rows, columns: weights.columns)
    biasGradient = Matrix.zeros(rows: biases.rows, columns: biases.columns)
    super.init()
  }

  /// Creates a layer of random weights [fanIn, fanOut], `weightScale` times a normal number each, and biases [1, fanOut] of 0.
  convenience init(
    fanIn: Int, fanOut: Int, weightScale: Double, using generator: inout some RandomNumberGenerator
  ) {
    var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
    for index in weights.elements.indices { weights.elements[index] = weightScale * generator.nextGaussian() }
    self.init(weights: weights, biases: Matrix.zeros(rows: 1, columns: fanOut))
  }

  /// W and b; others can be put in, of the same shapes.
  override var parameters: [Matrix] {
    get { [weights, biases] }
    set {
      guard newValue.count == 2, haveOneShape(newValue[0], weights), haveOneShape(newValue[1], biases) else {
        fatalError("Dense: its parameters are weights \(weights.shape) and biases \(biases.shape), in this order")
      }
      weights = newValue[0]
      biases = newValue[1]
    }
  }

  /// ∂loss/∂W and ∂loss/∂b.
  override var gradients: [Matrix] { [weightGradient, biasGradient] }

  /// 10.1  The output: input · W + b.
  override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    if isTraining { self.input = input }
    return matmul(input, weights).adding(row: biases)
  }

  /// 10.2  The slopes by W, by b and by the input.
  override func backward(_ outputGradient: Matrix) -> Matrix {
    weightGradient = matmul(kept(input).transposed, outputGradient)
    biasGradient = outputGradient.columnSums()
    return matmul(outputGradient, weights.transposed)
  }
}

/// Whether two matrices have the same number of rows and of columns.
private func haveOneShape(_ one: Matrix, _ other: Matrix) -> Bool {
  one.rows == other.rows && one.columns == other.columns
}

/// A layer that lets through what is above 0, entry by entry; it has no parameters.
final class ReLULayer: Layer {
  /// 1 where the input of the last forward in training was above 0, else 0 [N, units]; nil before the first.
  var mask: Matrix?

  /// 10.3  The output: max(0, input), entry by entry.
  override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    if isTraining { mask = input.map { $0 > 0 ? 1 : 0 } }
    return input.map { max(0, $0) }
  }

  /// 10.4  The slope by the input: what comes back passes where the mask is 1.
  override func backward(_ outputGradient: Matrix) -> Matrix {
    outputGradient * kept(mask)
  }
}

/// Layers one after the other: what one returns, the next one is given.
final class Sequential: Layer {
  /// The layers, the first one first.
  var layers: [Layer]

  /// Creates a network of these layers, the first one first.
  init(_ layers: [Layer]) {
    self.layers = layers
    super.init()
  }

  /// Those of all layers, the first layer's first; others can be put in, of the same shapes.
  override var parameters: [Matrix] {
    get { layers.flatMap { $0.parameters } }
    set {
      var rest = newValue[...]
      for layer in layers {
        let own = rest.prefix(layer.parameters.count)
        layer.parameters = Array(own)
        rest = rest.dropFirst(own.count)
      }
      guard rest.isEmpty else { fatalError("Sequential: \(rest.count) parameters more than its layers have") }
    }
  }

  /// Those of all layers, the first layer's first.
  override var gradients: [Matrix] { layers.flatMap { $0.gradients } }

  /// 10.5  The output of the last layer.
  override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    var output = input
    for layer in layers { output = layer.forward(output, isTraining: isTraining) }
    return output
  }

  /// 10.6  The slope by the input of the first layer.
  override func backward(_ outputGradient: Matrix) -> Matrix {
    var gradient = outputGradient
    for layer in layers.reversed() { gradient = layer.backward(gradient) }
    return gradient
  }
}

/// 10.7  One step downhill with weight decay: p ← p − η (g + decay · p), for every parameter p and its gradient g.
func sgdStep(_ model: Layer, learningRate: Double, weightDecay: Double) {
  var parameters = model.parameters
  for (index, gradient) in model.gradients.enumerated() {
    parameters[index] -= learningRate * (gradient + weightDecay * parameters[index])
  }
  model.parameters = parameters
}
