import CourseKit

/// A layer of the host's own that writes down what it is given: with such layers 10.5 and 10.6 are called.
///
/// Its output is input · weights + biases, in plain loops. Of what does not fit it makes zeros, so that calls in any order
/// never stop it: what it was given is for the judge to see.
public final class RecordingLayer: Layer {
  private let sketch: LayerSketch
  private var weights: Matrix
  private var biases: Matrix
  /// What it was given in the present call, the first one first.
  private var given: [Matrix] = []
  /// What it was told of training in the present call.
  private var isTraining: [Bool] = []

  /// Creates a layer.
  public init(_ sketch: LayerSketch) {
    self.sketch = sketch
    weights = sketch.weights
    biases = sketch.biases
    super.init()
  }

  /// The weights and the biases, so that a step would show.
  public override var parameters: [Matrix] {
    get { [weights, biases] }
    set { if newValue.count == 2 { (weights, biases) = (newValue[0], newValue[1]) } }
  }

  /// Some numbers in these shapes.
  public override var gradients: [Matrix] { [sketch.weights, sketch.biases] }

  /// Returns input · weights + biases, [N, fanOut].
  public override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    given.append(input)
    self.isTraining.append(isTraining)
    var output = product(input, weights.rows, weights.columns) { self.weights[$0, $1] }
    for row in 0..<output.rows {
      for unit in 0..<output.columns { output[row, unit] += biases[0, unit] }
    }
    return output
  }

  /// Returns outputGradient · weightsᵀ, [N, fanIn].
  public override func backward(_ outputGradient: Matrix) -> Matrix {
    given.append(outputGradient)
    return product(outputGradient, weights.columns, weights.rows) { self.weights[$1, $0] }
  }

  private func product(_ matrix: Matrix, _ inner: Int, _ columns: Int, factor: (Int, Int) -> Double) -> Matrix {
    var result = Matrix.zeros(rows: matrix.rows, columns: columns)
    guard matrix.columns == inner else { return result }
    for row in 0..<matrix.rows {
      for column in 0..<columns {
        for index in 0..<inner { result[row, column] += matrix[row, index] * factor(index, column) }
      }
    }
    return result
  }

  /// Forgets what it was given, before a call.
  public func forget() {
    given = []
    isTraining = []
  }

  /// What is known of the layer after a call: how often it was asked, what it was given first, and what it was told then.
  public func facts(_ name: String, isForward: Bool) -> [LayerFact] {
    [
      LayerFact("\(name).\(isForward ? "input" : "outputGradient")", given.first),
      LayerFact("\(name) calls", number: Double(given.count)),
      LayerFact("\(name).parameters", isLeftAlone: weights == sketch.weights && biases == sketch.biases),
    ]
      + (isForward ? [LayerFact("\(name).isTraining", number: isTraining.first.map { $0 ? 1 : 0 })] : [])
  }
}

/// A layer of the host's own with parameters and gradients that are what they are: with it 10.7 is called.
public final class RecordingModel: Layer {
  private var matrices: [Matrix]
  private let slopes: [Matrix]

  /// Creates a layer.
  public init(parameters: [Matrix], gradients: [Matrix]) {
    matrices = parameters
    slopes = gradients
    super.init()
  }

  /// The parameters; whatever is put in is kept, for the judge to see.
  public override var parameters: [Matrix] {
    get { matrices }
    set { matrices = newValue }
  }

  /// The gradients, each in its parameter's shape.
  public override var gradients: [Matrix] { slopes }

  /// The parameters as they are now.
  public var trace: LayerTrace {
    LayerTrace([LayerStep("", matrices.enumerated().map { LayerFact("parameters[\($0)]", $1) })])
  }
}
