import Activations
import CourseKit
import Exchange
import HeInit
import Training
import Vocabulary

/// All that a training changes, so that a copy of it is a place to come back to.
///
/// Optimizer and monitor are shared between copies: who lets them learn takes a copy of their own first.
struct TrainingState {
  var parameters = Parameters(weights: [], biases: [])
  var optimizer = students.makeOptimizer(setup.optimizer, nil)
  var monitor: RunningMonitor?
  /// Shuffles the batches.
  var generator = SeededGenerator(seed: 0)
  /// The epochs that are complete.
  var epoch = 0
  /// The updates since the beginning.
  var step = 0
}

/// The student's functions.
nonisolated(unsafe) let students = studentsFunctions()

extension HiddenActivation {
  /// The activation function that the page names by a number: its place among all.
  init(number: Int) { self = Self.allCases[number] }

  /// The case of this name in lesson 1's enum.
  func named(in type: Activation.Type = Activation.self) -> Activation {
    switch self {
    case .relu: .relu
    case .tanh: .tanh
    case .sigmoid: .sigmoid
    }
  }
}

/// The examples.
nonisolated(unsafe) var data = SplitData(training: nothing, validation: nothing)

private let nothing = ClassDataset(features: .zeros(rows: 1, columns: 2), classes: [0], classCount: 2)

/// How the network learns, an epoch at a time; its data, its units and its seed are the page's.
nonisolated(unsafe) var setup = TrainingSetup(epochs: 1)

/// The state at the beginning of the running epoch.
nonisolated(unsafe) var epochStart = TrainingState()

/// The state now.
nonisolated(unsafe) var state = TrainingState()

/// The updates of the running epoch that have been made.
nonisolated(unsafe) var position = 0

/// Draws the first weights.
///
/// Input: the network's number, 0 for He's or 1 for Xavier's, the seed, the units of all layers. Output: the parameters.
@_expose(wasm, "initialize") @_cdecl("initialize")
public func initialize() {
  var reader = InputReader()
  var beginning = TrainingSetup(network: .init(number: reader.integer(), hidden: .relu))
  beginning.initialization = TrainingSetup.Initialization(number: reader.integer())
  var generator = RunRandomness.weights(seed: UInt64(reader.number()))
  output = students.initialParameters(of: beginning, sizes: reader.rest(), using: &generator).numbers
}

extension TrainingSetup.Network {
  /// The network that the page names by a number, the place of its kind among all; a binary one has an activation function, too.
  init(number: Int, hidden: HiddenActivation) {
    switch Kind.allCases[number] {
    case .binary: self = .binary(hidden: hidden)
    case .layers: self = .layers()
    }
  }
}

extension TrainingSetup.Initialization {
  /// The way that the page names by a number: 0 He's, 1 Xavier's.
  init(number: Int) { self = number == 1 ? .xavier : .he }
}

/// Begins a training with parameters, or goes on with others.
///
/// Input: 1 to begin, or 0 to keep epochs, what the optimizer carries and the monitor; the number of layers and the units of each; the parameters.
@_expose(wasm, "setParameters") @_cdecl("setParameters")
public func setParameters() {
  var reader = InputReader()
  let isBeginning = reader.integer() == 1
  var sizes: [Int] = []
  for _ in 0..<reader.integer() { sizes.append(reader.integer()) }
  var parameters = Parameters(weights: [], biases: [])
  for layer in 1..<sizes.count {
    parameters.weights.append(reader.matrix(sizes[layer - 1], sizes[layer]))
    parameters.biases.append(reader.matrix(1, sizes[layer]))
  }
  if isBeginning { state = TrainingState() }
  state.parameters = parameters
  beginEpoch()
}

/// Says how to learn from here on; what is in motion keeps moving.
///
/// Input: the network's number, the activation's number, η, rows of a batch, λ of the L2 penalty, the weight decay, the share that
/// dropout leaves out, patience or −1 for no early stopping, the seed of the batches or −1 to go on with those that there are, the
/// optimizer's number and its coefficient. λ is 0 for layers, and the weight decay and the share are 0 for a binary network.
@_expose(wasm, "setPlan") @_cdecl("setPlan")
public func setPlan() {
  var reader = InputReader()
  setup.network = .init(number: reader.integer(), hidden: HiddenActivation(number: reader.integer()))
  setup.learningRate = reader.number()
  setup.batchSize = reader.integer()
  setup.lambda = reader.number()
  setup.weightDecay = reader.number()
  setup.dropout = reader.number()
  let (patience, seed) = (reader.integer(), reader.number())
  let optimizer = TrainingSetup.Optimizer(number: reader.integer(), coefficient: reader.number())
  if optimizer != setup.optimizer {
    setup.optimizer = optimizer
    state.optimizer = students.makeOptimizer(optimizer, state.optimizer.memory())
  }
  if patience < 0 {
    state.monitor = nil
  } else if let monitor = state.monitor {
    monitor.setPatience(patience)
  } else {
    state.monitor = students.makeMonitor?(TrainingSetup.Stopping(patience: patience))
  }
  if seed >= 0 { state.generator = RunRandomness.batches(seed: UInt64(seed)) }
  beginEpoch()
}

/// The parameters now.
@_expose(wasm, "parameters") @_cdecl("parameters")
public func outputParameters() { output = state.parameters.numbers }

/// The parameters of the best epoch, which become the present ones: what early stopping is for.
@_expose(wasm, "restoreBest") @_cdecl("restoreBest")
public func restoreBest() {
  if let best = state.monitor?.best().parameters { state.parameters = best }
  output = state.parameters.numbers
  beginEpoch()
}

/// Makes the present state the beginning of an epoch.
func beginEpoch() {
  epochStart = state
  position = 0
}
