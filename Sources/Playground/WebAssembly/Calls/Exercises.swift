import Activations
import Backward
import CourseKit
import EarlyStopping
import Exchange
import Forward
import HeInit
import L2
import MiniBatches
import Momentum

/// Calls one exercise by itself with the present examples and parameters.
///
/// A trap in WebAssembly carries no text. When a training traps or hangs, the page calls its parts one after the other, those that
/// others build on first: the first that traps or hangs is the one to name.
///
/// Input: the exercise as a number, 43 for 4.3. Output: something of the result, because the compiler may leave out what nobody needs.
@_expose(wasm, "callExercise") @_cdecl("callExercise")
public func callExercise() {
  var reader = InputReader()
  let (parameters, hidden) = (state.parameters, plan.hidden)
  let z = training.features
  switch reader.integer() {
  case 11: keep(Activations.sigmoid(z))
  case 12: keep(Activations.tanh(z))
  case 13: keep(Activations.relu(z))
  case 14: keep(sigmoidDerivative(z))
  case 15: keep(tanhDerivative(z))
  case 16: keep(reluDerivative(z))
  case 21: output = [Double(parameterCount(layerSizes: sizes(of: parameters)))]
  case 22: output = initialParameters(isXavier: false, sizes(of: parameters), SeededGenerator(seed: 1)).numbers
  case 23: output = initialParameters(isXavier: true, sizes(of: parameters), SeededGenerator(seed: 1)).numbers
  case 31: keep(linear(z, weights: parameters.weights[0], biases: parameters.biases[0]))
  case 32: keep(pass(z).probabilities)
  case 33: output = [loss(0.5 * training.labels, training.labels)]
  case 34: output = [accuracy(probabilities: training.labels, labels: training.labels)]
  case 35: keep(predict(z, parameters: parameters, hidden: hidden))
  case 41: keep(outputDelta(probabilities: training.labels, labels: training.labels))
  case 42:
    let last = parameters.weights.count - 1
    let cache = pass(z)
    if last > 0 {
      keep(
        hiddenDelta(
          nextDelta: cache.probabilities, nextWeights: parameters.weights[last],
          preActivation: cache.preActivations[last - 1], hidden: hidden))
    }
  case 43: keep(layerGradients(delta: training.labels, input: z).weights)
  case 44: output = slopes(pass(z), training.labels).numbers
  case 51:
    var generator = epochStart.generator
    output = [Double(miniBatches(count: training.count, batchSize: plan.batchSize, using: &generator).count)]
  case 52:
    var moved = parameters
    gradientDescentStep(&moved, gradients: gradients(like: parameters), learningRate: plan.learningRate)
    output = moved.numbers
  case 61: output = [weightNorm(parameters)]
  case 62: output = [l2Penalty(parameters, lambda: plan.lambda, sampleCount: training.count)]
  case 63:
    var changed = gradients(like: parameters)
    addL2Gradient(to: &changed, parameters: parameters, lambda: plan.lambda, sampleCount: training.count)
    output = changed.numbers
  case 71: output = [EarlyStoppingMonitor(patience: 1).isImprovement(1) ? 1 : 0]
  case 72:
    var monitor = EarlyStoppingMonitor(patience: 1)
    output = [monitor.shouldStop(epoch: 1, validationLoss: 1, parameters: parameters) ? 1 : 0]
  case 81: output = MomentumOptimizer(coefficient: 0.9).zeroVelocity(like: gradients(like: parameters)).numbers
  case 82:
    var optimizer = MomentumOptimizer(coefficient: 0.9)
    var moved = parameters
    optimizer.step(&moved, gradients: gradients(like: parameters), learningRate: plan.learningRate)
    output = moved.numbers
  case 53:
    var (moved, generator) = (parameters, epochStart.generator)
    MiniBatches.trainEpoch(
      &moved, on: training, batchSize: plan.batchSize, hidden: hidden, using: &generator
    ) { _, _, _ in }
    output = moved.numbers
  case 54:
    var (moved, generator) = (parameters, epochStart.generator)
    output = epoch(&moved, &generator) { _, _, _ in }.trainingLoss
  default: break
  }
}

@inline(never)
private func keep(_ matrix: Matrix) { output = matrix.elements }

private func sizes(of parameters: Parameters) -> [Int] {
  var sizes = [training.features.columns]
  for weights in parameters.weights { sizes.append(weights.columns) }
  return sizes
}

/// Gradients in the shapes of the parameters.
private func gradients(like parameters: Parameters) -> Gradients {
  Gradients(weights: parameters.weights, biases: parameters.biases)
}
