import CourseKit
import Vocabulary
import Wire

/// What lesson 10 provides: layers that go forwards and backwards, a row of them, and a step for all that they learn.
public enum Lesson10 {
  /// Exercise 10.1, called on one layer of these weights and biases, forward after forward.
  public static let denseForward = LessonFunction<LayerTrace, Matrix, Matrix, [LayerCall]>(
    "10.1", "forward(_ input: Matrix, isTraining: Bool) -> Matrix", of: "Dense")
  /// Exercise 10.2, called on one layer of these weights and biases, whose `input` the host sets.
  public static let denseBackward = LessonFunction<LayerTrace, Matrix, Matrix, [LayerCall]>(
    "10.2", "backward(_ outputGradient: Matrix) -> Matrix", of: "Dense")
  /// Exercise 10.3, called on one layer, forward after forward.
  public static let reLULayerForward = LessonFunction<LayerTrace, [LayerCall]>(
    "10.3", "forward(_ input: Matrix, isTraining: Bool) -> Matrix", of: "ReLULayer")
  /// Exercise 10.4, called on one layer, whose `mask` the host sets.
  public static let reLULayerBackward = LessonFunction<LayerTrace, [LayerCall]>(
    "10.4", "backward(_ outputGradient: Matrix) -> Matrix", of: "ReLULayer")
  /// Exercise 10.5, called on a row of the host's own layers.
  public static let sequentialForward = LessonFunction<LayerTrace, [LayerSketch], [LayerCall]>(
    "10.5", "forward(_ input: Matrix, isTraining: Bool) -> Matrix", of: "Sequential")
  /// Exercise 10.6, called on a row of layers, through which the host itself goes forwards.
  public static let sequentialBackward = LessonFunction<LayerTrace, [LayerSketch], [LayerCall]>(
    "10.6", "backward(_ outputGradient: Matrix) -> Matrix", of: "Sequential")
  /// Exercise 10.7, called on a layer of the host's own; the arguments are its parameters, its gradients, the learning rate
  /// and the weight decay.
  public static let sgdStep = LessonFunction<LayerTrace, [Matrix], [Matrix], Double, Double>(
    "10.7", "sgdStep(_ model: Layer, learningRate: Double, weightDecay: Double)")
}

/// One call of a layer, or what the host does to it between two calls.
public struct LayerCall: Equatable, Record {
  /// What is done.
  public enum Action: String, Sendable {
    /// `forward` in training.
    case training
    /// `forward` in an evaluation.
    case evaluation
    /// `backward`.
    case backward
    /// The host sets what the layer keeps: no call.
    case keeping
  }

  /// What is done.
  public var action: Action
  /// The input, the gradient or what is kept.
  public var matrix: Matrix

  /// Both.
  public static let fields = Fields(LayerCall.init, \.action, \.matrix)

  /// Creates a call.
  public init(_ action: Action, _ matrix: Matrix) {
    self.action = action
    self.matrix = matrix
  }
}

extension LayerCall.Action: Transferable {
  /// Reads a name.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let name = try String(from: &reader)
    guard let action = LayerCall.Action(rawValue: name) else { throw .malformed("a call of a layer named '\(name)'") }
    self = action
  }

  /// Appends the name.
  public func write(to frame: inout FrameWriter) { frame.write(rawValue) }
}

/// A layer that a host makes.
public struct LayerSketch: Equatable, Record {
  /// Which layer it is.
  public enum Kind: String, Sendable {
    /// The host's own.
    case recording
    /// The student's `Dense`.
    case dense
    /// The student's `ReLULayer`, which has neither weights nor biases.
    case reLU
  }

  /// Which layer it is.
  public var kind: Kind
  /// Its weights [fanIn, fanOut].
  public var weights: Matrix
  /// Its biases [1, fanOut].
  public var biases: Matrix

  /// All of them, in the order of their declaration.
  public static let fields = Fields(LayerSketch.init, \.kind, \.weights, \.biases)

  /// Creates a sketch.
  public init(_ kind: Kind, weights: Matrix, biases: Matrix) {
    self.kind = kind
    self.weights = weights
    self.biases = biases
  }

  /// A layer without parameters.
  public static let reLU = LayerSketch(.reLU, weights: Matrix([]), biases: Matrix([]))
}

extension LayerSketch.Kind: Transferable {
  /// Reads a name.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let name = try String(from: &reader)
    guard let kind = LayerSketch.Kind(rawValue: name) else { throw .malformed("a layer named '\(name)'") }
    self = kind
  }

  /// Appends the name.
  public func write(to frame: inout FrameWriter) { frame.write(rawValue) }
}

/// A matrix that is looked at after a call, with its name.
public struct LayerFact: Equatable, Record {
  /// The name, for example `returned` or `mask`.
  public var name: String
  /// The matrix, in which a truth value is 1 or 0; none for nil.
  public var matrices: [Matrix]

  /// Both.
  public static let fields = Fields(LayerFact.init(_:matrices:), \.name, \.matrices)

  /// Creates a fact.
  public init(_ name: String, matrices: [Matrix]) {
    self.name = name
    self.matrices = matrices
  }

  /// Creates a fact of a matrix, or of nil.
  public init(_ name: String, _ matrix: Matrix?) { self.init(name, matrices: matrix.map { [$0] } ?? []) }

  /// Creates a fact of what a call must leave alone.
  public init(_ name: String, isLeftAlone: Bool) { self.init("\(name) as they were", number: isLeftAlone ? 1 : 0) }

  /// Creates a fact of a number, or of nil.
  public init(_ name: String, number: Double?) { self.init(name, number.map { Matrix([[$0]]) }) }
}

/// What is known after one call.
public struct LayerStep: Equatable, Record {
  /// What was called: `training`, `evaluation` or `backward`.
  public var call: String
  /// What is known, in the order in which it came about.
  public var facts: [LayerFact]

  /// Both.
  public static let fields = Fields(LayerStep.init, \.call, \.facts)

  /// Creates a step.
  public init(_ call: String, _ facts: [LayerFact]) {
    self.call = call
    self.facts = facts
  }
}

/// What is known of layers, call after call.
public struct LayerTrace: Equatable, Record {
  /// The calls.
  public var steps: [LayerStep]

  /// The calls.
  public static let fields = Fields(LayerTrace.init, \.steps)

  /// Creates a trace; of layers that have not been called if there are no steps.
  public init(_ steps: [LayerStep] = []) { self.steps = steps }
}
