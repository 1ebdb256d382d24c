// Lesson 10 · Layers
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson10

import CourseKit

/// A solved example: a layer that squares its numbers.
///
/// In training, `forward` keeps what `backward` needs.
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
public final class Dense: Layer {
  /// W [fanIn, fanOut].
  public var weights: Matrix
  /// b [1, fanOut].
  public var biases: Matrix
  /// ∂loss/∂W of the last backward [fanIn, fanOut]; zeros before the first.
  public var weightGradient: Matrix
  /// ∂loss/∂b of the last backward [1, fanOut]; zeros before the first.
  public var biasGradient: Matrix
  /// What the last forward in training was given [N, fanIn]; nil before the first.
  public var input: Matrix?

  /// Creates a layer of `weights` [fanIn, fanOut] and `biases` [1, fanOut].
  public init(weights: Matrix, biases: Matrix) {
    self.weights = weights
    self.biases = biases
    weightGradient = Matrix.zeros(rows: weights.rows, columns: weights.columns)
    biasGradient = Matrix.zeros(rows: biases.rows, columns: biases.columns)
    super.init()
  }

  /// Creates a layer of random weights [fanIn, fanOut], `weightScale` times a normal number each, and biases [1, fanOut] of 0.
  public convenience init(
    fanIn: Int, fanOut: Int, weightScale: Double, using generator: inout some RandomNumberGenerator
  ) {
    var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
    for index in weights.elements.indices { weights.elements[index] = weightScale * generator.nextGaussian() }
    self.init(weights: weights, biases: Matrix.zeros(rows: 1, columns: fanOut))
  }

  /// W and b; others can be put in, of the same shapes.
  public override var parameters: [Matrix] {
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
  public override var gradients: [Matrix] { [weightGradient, biasGradient] }

  /// 10.1  The output: input · W + b.
  ///
  /// Given: `input` [N, fanIn]; `isTraining`. If it is true, keep the input in `self.input`; if not, change nothing.
  /// Return: the output [N, fanOut].
  public override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    // TODO 10.1: write Dense.forward.
    fatalError("TODO: 10.1 Dense.forward")
  }

  /// 10.2  The slopes by W, by b and by the input.
  ///
  /// Given: `outputGradient` ∂loss/∂output [N, fanOut], which holds the loss's 1/N already; `kept(input)`, the input of the
  /// last forward in training, or a stop if there was none. Set `weightGradient` [fanIn, fanOut] and `biasGradient`
  /// [1, fanOut] to those of this call. Return: ∂loss/∂input [N, fanIn].
  public override func backward(_ outputGradient: Matrix) -> Matrix {
    // TODO 10.2: write Dense.backward.
    fatalError("TODO: 10.2 Dense.backward")
  }
}

/// Whether two matrices have the same number of rows and of columns.
private func haveOneShape(_ one: Matrix, _ other: Matrix) -> Bool {
  one.rows == other.rows && one.columns == other.columns
}

/// A layer that lets through what is above 0, entry by entry; it has no parameters.
public final class ReLULayer: Layer {
  /// 1 where the input of the last forward in training was above 0, else 0 [N, units]; nil before the first.
  public var mask: Matrix?

  /// 10.3  The output: max(0, input), entry by entry.
  ///
  /// Given: `input` [N, units]; `isTraining`. If it is true, keep in `mask` where the input is above 0; if not, change
  /// nothing. Return: the output [N, units].
  public override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    // TODO 10.3: write ReLULayer.forward.
    fatalError("TODO: 10.3 ReLULayer.forward")
  }

  /// 10.4  The slope by the input: what comes back passes where the mask is 1.
  ///
  /// Given: `outputGradient` ∂loss/∂output [N, units]; `kept(mask)`, the mask of the last forward in training, or a stop if
  /// there was none. Return: ∂loss/∂input [N, units].
  public override func backward(_ outputGradient: Matrix) -> Matrix {
    // TODO 10.4: write ReLULayer.backward.
    fatalError("TODO: 10.4 ReLULayer.backward")
  }
}

/// Layers one after the other: what one returns, the next one is given.
///
/// It is a layer itself.
public final class Sequential: Layer {
  /// The layers, the first one first.
  public var layers: [Layer]

  /// Creates a network of these layers, the first one first.
  public init(_ layers: [Layer]) {
    self.layers = layers
    super.init()
  }

  /// Those of all layers, the first layer's first; others can be put in, of the same shapes.
  public override var parameters: [Matrix] {
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
  public override var gradients: [Matrix] { layers.flatMap { $0.gradients } }

  /// 10.5  The output of the last layer.
  ///
  /// Given: `input` [N, fanIn of the first layer]; `isTraining`, for every layer. Return: what the last layer returns [N, its
  /// fanOut]; without layers the input.
  public override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    // TODO 10.5: write Sequential.forward.
    fatalError("TODO: 10.5 Sequential.forward")
  }

  /// 10.6  The slope by the input of the first layer.
  ///
  /// Given: `outputGradient` ∂loss/∂output of the last layer [N, its fanOut]. Return: what the first layer sends back
  /// [N, its fanIn]; without layers the outputGradient.
  public override func backward(_ outputGradient: Matrix) -> Matrix {
    // TODO 10.6: write Sequential.backward.
    fatalError("TODO: 10.6 Sequential.backward")
  }
}

/// 10.7  One step downhill with weight decay: p ← p − η (g + decay · p), for every parameter p and its gradient g.
///
/// Given: `model`, a layer of any kind whose `parameters` and `gradients` have the same order and shapes; `learningRate` η;
/// `weightDecay`. Put the new parameters, biases included, into `model.parameters`.
public func sgdStep(_ model: Layer, learningRate: Double, weightDecay: Double) {
  // TODO 10.7: write sgdStep.
  fatalError("TODO: 10.7 sgdStep")
}
