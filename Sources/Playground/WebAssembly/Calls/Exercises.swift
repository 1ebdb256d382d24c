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
import Training
import Vocabulary

/// Calls one exercise by itself with the present examples and parameters.
///
/// A trap in WebAssembly carries no text. When a training traps or hangs, the page calls its parts one after the other, those that
/// others build on first: the first that traps or hangs is the one to name.
///
/// Input: the exercise's lesson and its number in it, 4 and 3 for 4.3. Output: something of the result, because the compiler may
/// leave out what nobody needs.
@_expose(wasm, "callExercise") @_cdecl("callExercise")
public func callExercise() {
  var reader = InputReader()
  let (parameters, hidden) = (state.parameters, setup.hidden.named())
  let training = data.training
  let z = training.features
  switch (reader.integer(), reader.integer()) {
  case (1, 1): keep(Activations.sigmoid(z))
  case (1, 2): keep(Activations.tanh(z))
  case (1, 3): keep(Activations.relu(z))
  case (1, 4): keep(sigmoidDerivative(z))
  case (1, 5): keep(tanhDerivative(z))
  case (1, 6): keep(reluDerivative(z))
  case (2, 1): keep(Double(parameterCount(layerSizes: sizes(of: parameters))))
  case (2, 2): keep(initial(.he, like: parameters))
  case (2, 3): keep(initial(.xavier, like: parameters))
  case (3, 1): keep(linear(z, weights: parameters.weights[0], biases: parameters.biases[0]))
  case (3, 2): keep(pass(z).probabilities)
  case (3, 3): keep(loss(0.5 * training.labels, training.labels))
  case (3, 4): keep(accuracy(probabilities: training.labels, labels: training.labels))
  case (3, 5): keep(predict(z, parameters: parameters, hidden: hidden))
  case (4, 1): keep(outputDelta(probabilities: training.labels, labels: training.labels))
  case (4, 2):
    let last = parameters.weights.count - 1
    let cache = pass(z)
    if last > 0 {
      keep(
        hiddenDelta(
          nextDelta: cache.probabilities, nextWeights: parameters.weights[last],
          preActivation: cache.preActivations[last - 1], hidden: hidden))
    }
  case (4, 3): keep(layerGradients(delta: training.labels, input: z).weights)
  case (4, 4): keep(slopes(pass(z), training.labels))
  case (5, 1):
    var generator = epochStart.generator
    keep(Double(miniBatches(count: training.count, batchSize: setup.batchSize, using: &generator).count))
  case (5, 2):
    var moved = parameters
    gradientDescentStep(&moved, gradients: gradients(like: parameters), learningRate: setup.learningRate)
    keep(moved)
  case (6, 1): keep(weightNorm(parameters))
  case (6, 2): keep(l2Penalty(parameters, lambda: setup.lambda, sampleCount: training.count))
  case (6, 3):
    var changed = gradients(like: parameters)
    addL2Gradient(to: &changed, parameters: parameters, lambda: setup.lambda, sampleCount: training.count)
    keep(changed)
  case (7, 1): keep(EarlyStoppingMonitor(patience: 1).isImprovement(1) ? 1 : 0)
  case (7, 2):
    var monitor = EarlyStoppingMonitor(patience: 1)
    keep(monitor.shouldStop(epoch: 1, validationLoss: 1, parameters: parameters) ? 1 : 0)
  case (8, 1): keep(MomentumOptimizer(coefficient: 0.9).zeroVelocity(like: gradients(like: parameters)))
  case (8, 2):
    var optimizer = MomentumOptimizer(coefficient: 0.9)
    var moved = parameters
    optimizer.step(&moved, gradients: gradients(like: parameters), learningRate: setup.learningRate)
    keep(moved)
  case (5, 3):
    var (moved, generator) = (parameters, epochStart.generator)
    MiniBatches.trainEpoch(
      &moved, on: training, batchSize: setup.batchSize, hidden: hidden, using: &generator
    ) { _, _, _ in }
    keep(moved)
  case (5, 4):
    var (moved, generator) = (parameters, epochStart.generator)
    output = epoch(&moved, &generator) { _, _, _ in }.trainingLoss
  default: break
  }
}

@inline(never)
private func keep(_ matrix: Matrix) { output = matrix.elements }

@inline(never)
private func keep(_ number: Double) { output = [number] }

@inline(never)
private func keep(_ parameters: Parameters) { output = parameters.numbers }

@inline(never)
private func keep(_ gradients: Gradients) { output = gradients.numbers }

private func initial(_ initialization: TrainingSetup.Initialization, like parameters: Parameters) -> Parameters {
  var generator = SeededGenerator(seed: 1)
  return students.initialParameters(initialization, sizes(of: parameters), &generator)
}

private func sizes(of parameters: Parameters) -> [Int] {
  var sizes = [data.training.features.columns]
  for weights in parameters.weights { sizes.append(weights.columns) }
  return sizes
}

/// Gradients in the shapes of the parameters.
private func gradients(like parameters: Parameters) -> Gradients {
  Gradients(weights: parameters.weights, biases: parameters.biases)
}
