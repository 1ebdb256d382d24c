import Activations
import CourseKit
import EarlyStopping
import Exchange
import HeInit
import Momentum

/// All that a training changes, so that a copy of it is a place to come back to.
struct TrainingState {
  var parameters = Parameters(weights: [], biases: [])
  var optimizer: MomentumOptimizer?
  var monitor: EarlyStoppingMonitor?
  /// Shuffles the batches.
  var generator = SeededGenerator(seed: 0)
  /// The epochs that are complete.
  var epoch = 0
  /// The updates since the beginning.
  var step = 0
}

/// How the network learns.
struct TrainingPlan {
  var hidden = Activation.relu
  var learningRate = 0.03
  /// The rows of a batch; 0 for all at once.
  var batchSize = 64
  /// λ of the L2 penalty; 0 does without lesson 6.
  var lambda = 0.0
}

/// The activation function that the page names by a number: 0 ReLU, 1 tanh, 2 sigmoid.
func activation(_ number: Int) -> Activation { [.relu, .tanh, .sigmoid][number] }

nonisolated(unsafe) var training = Dataset(features: Matrix([[0, 0]]), labels: Matrix([[0]]))
nonisolated(unsafe) var validation = training
nonisolated(unsafe) var plan = TrainingPlan()

/// The state at the beginning of the running epoch.
nonisolated(unsafe) var epochStart = TrainingState()

/// The state now.
nonisolated(unsafe) var state = TrainingState()

/// The updates of the running epoch that have been made.
nonisolated(unsafe) var position = 0

/// Draws the first weights.
///
/// Input: 0 for He's or 1 for Xavier's, the seed, the units of all layers. Output: the parameters.
@_expose(wasm, "initialize") @_cdecl("initialize")
public func initialize() {
  var reader = InputReader()
  let isXavier = reader.integer() == 1
  let generator = RunRandomness.weights(seed: UInt64(reader.number()))
  output = initialParameters(isXavier: isXavier, reader.rest(), generator).numbers
}

/// Lesson 2's parameters in one of its two ways.
@inline(never)
func initialParameters(isXavier: Bool, _ sizes: [Int], _ generator: SeededGenerator) -> Parameters {
  var generator = generator
  return isXavier
    ? xavierInitialized(layerSizes: sizes, using: &generator) : heInitialized(layerSizes: sizes, using: &generator)
}

/// Begins a training with parameters, or goes on with others.
///
/// Input: 1 to begin, or 0 to keep epochs, velocity and the monitor; the number of layers and the units of each; the parameters.
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
/// Input: the activation's number, η, rows of a batch, λ, β or −1 for no momentum, patience or −1 for no early stopping, the
/// seed of the batches or −1 to go on with those that there are.
@_expose(wasm, "setPlan") @_cdecl("setPlan")
public func setPlan() {
  var reader = InputReader()
  plan.hidden = activation(reader.integer())
  plan.learningRate = reader.number()
  plan.batchSize = reader.integer()
  plan.lambda = reader.number()
  let (momentum, patience, seed) = (reader.number(), reader.integer(), reader.number())
  if momentum < 0 {
    state.optimizer = nil
  } else if state.optimizer?.coefficient != momentum {
    let velocity = state.optimizer?.velocity
    state.optimizer = MomentumOptimizer(coefficient: momentum)
    state.optimizer?.velocity = velocity
  }
  if patience < 0 {
    state.monitor = nil
  } else if state.monitor != nil {
    state.monitor?.patience = patience
  } else {
    state.monitor = EarlyStoppingMonitor(patience: patience)
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
  if let best = state.monitor?.bestParameters { state.parameters = best }
  output = state.parameters.numbers
  beginEpoch()
}

/// Makes the present state the beginning of an epoch.
func beginEpoch() {
  epochStart = state
  position = 0
}
