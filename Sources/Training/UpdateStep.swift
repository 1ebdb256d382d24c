import CourseKit

extension TrainingSetup {
  /// What becomes of the parameters after each batch: the lessons that the setup asks for, one after the other.
  ///
  /// - Parameters:
  ///   - parameters: what is learned.
  ///   - gradients: those of the batch's mean loss; regularizers join them.
  ///   - rows: the rows of the batch.
  ///   - optimizer: makes the step, but for that of lesson 10.
  ///   - functions: what else it calls; lesson 6's may be nil only where there is no penalty.
  @inline(never)
  public func update(
    _ parameters: inout Parameters, _ gradients: inout Gradients, rows: Int, by optimizer: RunningOptimizer,
    with functions: LessonFunctions
  ) {
    if network.kind == .layers, self.optimizer == .gradientDescent {
      let layer = HeldLayer(parameters.matrices, gradients.matrices)
      functions.sgdStep(layer, learningRate, weightDecay)
      parameters.matrices = layer.parameters
      return
    }
    for regularizer in regularizers {
      switch regularizer {
      case .l2(let lambda): functions.addL2Gradient?(&gradients, parameters, lambda, rows)
      case .weightDecay(let decay): gradients.add(decay, of: parameters)
      }
    }
    optimizer.step(&parameters, gradients, learningRate)
  }
}

extension Gradients {
  /// Adds decay · parameter to the gradient of every parameter, biases included.
  fileprivate mutating func add(_ decay: Double, of parameters: Parameters) {
    for layer in weights.indices {
      weights[layer] += decay * parameters.weights[layer]
      biases[layer] += decay * parameters.biases[layer]
    }
  }
}

/// A student's optimizer in the middle of a training, reached through closures because its type is the student's own.
public struct RunningOptimizer {
  /// Moves parameters against gradients at a learning rate.
  public let step: (inout Parameters, Gradients, Double) -> Void
  /// What it carries from step to step; nil before the first step, or if it carries nothing.
  public let memory: () -> OptimizerMemory?
  /// Another optimizer that goes on from here by itself.
  public let copy: () -> RunningOptimizer

  /// Creates an optimizer that carries nothing.
  public init(step: @escaping (inout Parameters, Gradients, Double) -> Void) {
    self.step = step
    memory = { nil }
    copy = { RunningOptimizer(step: step) }
  }

  /// Creates an optimizer from a value that changes with each step.
  public init<Value>(
    _ value: Value, step: @escaping (inout Value, inout Parameters, Gradients, Double) -> Void,
    memory: @escaping (Value) -> OptimizerMemory?
  ) {
    var value = value
    self.step = { step(&value, &$0, $1, $2) }
    self.memory = { memory(value) }
    copy = { RunningOptimizer(value, step: step, memory: memory) }
  }
}

/// What an optimizer carries from step to step: lesson 8's its velocity, lesson 11's two moments and how many steps there were.
public struct OptimizerMemory: Equatable, Sendable {
  /// The steps so far; 0 where they do not count.
  public var stepCount: Int
  /// Lists in the order of all parameters, each [fanIn, fanOut] for weights and [1, fanOut] for biases: one in lesson 8, two in
  /// lesson 11.
  public var lists: [[Matrix]]

  /// Creates a memory.
  public init(stepCount: Int = 0, lists: [[Matrix]]) {
    (self.stepCount, self.lists) = (stepCount, lists)
  }
}

/// A student's monitor in the middle of a training, reached through closures like the optimizer.
public struct RunningMonitor {
  /// Takes notice of an epoch, its validation loss and its parameters; true asks for a stop.
  public let shouldStop: (Int, Double, Parameters) -> Bool
  /// The epoch with the best loss and the parameters after it, each as far as the monitor has one.
  public let best: () -> (epoch: Int?, parameters: Parameters?)
  /// Asks for another patience from here on.
  public let setPatience: (Int) -> Void
  /// Another monitor that goes on from here by itself.
  public let copy: () -> RunningMonitor

  /// Creates a monitor from a value that changes with each epoch.
  public init<Value>(
    _ value: Value, shouldStop: @escaping (inout Value, Int, Double, Parameters) -> Bool,
    best: @escaping (Value) -> (epoch: Int?, parameters: Parameters?),
    setPatience: @escaping (inout Value, Int) -> Void
  ) {
    var value = value
    self.shouldStop = { shouldStop(&value, $0, $1, $2) }
    self.best = { best(value) }
    self.setPatience = { setPatience(&value, $0) }
    copy = { RunningMonitor(value, shouldStop: shouldStop, best: best, setPatience: setPatience) }
  }
}
