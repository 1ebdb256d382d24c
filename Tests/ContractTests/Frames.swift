import Contract
import Wire
import CourseKit

/// The bytes of a value.
func frame(of value: some Transferable) -> [UInt8] {
  var writer = FrameWriter()
  writer.write(value)
  return writer.bytes
}

/// The one value that the bytes hold.
///
/// - Throws: `FrameError` if they are not one whole value.
func value<Value: Transferable>(
  _ type: Value.Type = Value.self, in bytes: [UInt8]
) throws(FrameError) -> Value {
  var reader = FrameReader(bytes)
  let value = try Value(from: &reader)
  try reader.expectEnd()
  return value
}

/// One value of every type that travels, with numbers that a careless format would lose.
enum Samples {
  static let oddNumbers = [
    0, -0.0, 1.0 / 3, -.pi, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity, .nan,
    -.nan, Double(nan: 0x1234, signaling: false), Double(bitPattern: 0x7ff0_0000_0000_0001),
  ]
  static let matrix = Matrix([[1.5, -2, 1e-300], [0.1, 4, 1e300]])
  static let parameters = Parameters(
    weights: [matrix, Matrix([[0.5], [-1], [7]])], biases: [Matrix([[1, 2, 3]]), Matrix([[-4]])])
  static let gradients = Gradients(weights: parameters.weights.reversed(), biases: [Matrix([[9]])])
  static let cache = ForwardCache(
    activations: [matrix, Matrix([[0.25], [0.75]])], preActivations: [Matrix([[-1.5], [2.5]])])
  static let layer = LayerGradients((weights: matrix, biases: Matrix([[3, 2, 1]])))
  static let improvementTrace: ImprovementTrace = {
    var trace = ImprovementTrace()
    trace.losses = [0.5, -.infinity, 1.0 / 3]
    trace.answers = [true, true, false]
    return trace
  }()
  static let monitorTrace: MonitorTrace = {
    var trace = MonitorTrace()
    trace.epochs = [
      MonitorEpoch(
        patience: 3, epoch: 1, loss: 0.1, bestEpoch: 0, bestLoss: .infinity, bestParametersEpoch: -1, hasStopped: false),
      MonitorEpoch(
        patience: 0, epoch: 7, loss: -2, bestEpoch: 5, bestLoss: 1.0 / 3, bestParametersEpoch: 4, hasStopped: true),
    ]
    return trace
  }()
  static let momentumTrace: MomentumTrace = {
    var trace = MomentumTrace()
    trace.parameters = [parameters, Parameters(weights: [], biases: [])]
    return trace
  }()
  static let adamTrace = AdamTrace(
    parameters: [[matrix, Matrix([[2]])], []], stepCounts: [1, -2], firstMoments: [[], [matrix]],
    secondMoments: [[Matrix([])], []])
  static let adamSettings = AdamSettings(firstDecay: 0.9, secondDecay: 0.999, epsilon: 1e-8)
  static let layerTrace = LayerTrace([
    LayerStep("training", [LayerFact("returned", matrix), LayerFact("input", nil)]),
    LayerStep("", [LayerFact("layers[0] calls", number: 2), LayerFact("", Matrix([]))]),
  ])
  static let layerCalls = [
    LayerCall(.training, matrix), LayerCall(.keeping, Matrix([[2]])), LayerCall(.backward, matrix),
  ]
  static let layerSketches = [LayerSketch(.dense, weights: matrix, biases: Matrix([[1, 2, 3]])), .reLU]
  static let texts = ["", "relu", "σ(z) ≤ 1 · 🧮", "a\0b", "line\nline"]
}
