import Activations
import Adam
import Backward
import CourseKit
import Dropout
import EarlyStopping
import Exchange
import Forward
import HeInit
import L2
import Layers
import MiniBatches
import Momentum
import Softmax
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
  let classes = data.training.classes
  let (z, labels) = (data.training.features, Matrix(labels: classes))
  let logits = Matrix.zeros(rows: z.rows, columns: data.training.classCount)
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
  case (3, 2): keep(forwardPass(z).probabilities)
  case (3, 3): keep(students.loss(0.5 * labels, labels))
  case (3, 4): keep(students.accuracy(labels, labels))
  case (3, 5): keep(predict(z, parameters: parameters, hidden: hidden))
  case (4, 1): keep(outputDelta(probabilities: labels, labels: labels))
  case (4, 2):
    let last = parameters.weights.count - 1
    let cache = forwardPass(z)
    if last > 0 {
      keep(
        hiddenDelta(
          nextDelta: cache.probabilities, nextWeights: parameters.weights[last],
          preActivation: cache.preActivations[last - 1], hidden: hidden))
    }
  case (4, 3): keep(layerGradients(delta: labels, input: z).weights)
  case (4, 4): keep(students.backward(forwardPass(z), labels, parameters, setup.hidden))
  case (5, 1):
    var generator = epochStart.generator
    keep(Double(miniBatches(count: z.rows, batchSize: setup.batchSize, using: &generator).count))
  case (5, 2):
    var moved = parameters
    gradientDescentStep(&moved, gradients: gradients(like: parameters), learningRate: setup.learningRate)
    keep(moved)
  case (6, 1): keep(weightNorm(parameters))
  case (6, 2): keep(l2Penalty(parameters, lambda: setup.lambda, sampleCount: z.rows))
  case (6, 3):
    var changed = gradients(like: parameters)
    addL2Gradient(to: &changed, parameters: parameters, lambda: setup.lambda, sampleCount: z.rows)
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
      &moved, on: Dataset(data.training), batchSize: setup.batchSize, hidden: hidden, using: &generator
    ) { _, _, _ in }
    keep(moved)
  case (5, 4):
    var (moved, generator) = (parameters, epochStart.generator)
    output = students.train(&moved, data.ofLabels, setup, &generator, { _, _, _ in }) { _, _, _ in false }.trainingLoss
  case (9, 1): keep(students.softmax(logits))
  case (9, 2): keep(students.crossEntropy(logits, classes))
  case (9, 3): keep(students.logitsGradient(logits, classes))
  case (9, 4): keep(students.classAccuracy(logits, classes))
  case (10, 1): keep(Dense(weights: parameters.weights[0], biases: parameters.biases[0]).forward(z, isTraining: true))
  case (10, 2):
    let layer = Dense(weights: parameters.weights[0], biases: parameters.biases[0])
    layer.input = z
    keep(layer.backward(Matrix.zeros(rows: z.rows, columns: parameters.biases[0].columns)))
  case (10, 3): keep(ReLULayer().forward(z, isTraining: true))
  case (10, 4):
    let layer = ReLULayer()
    layer.mask = z
    keep(layer.backward(z))
  case (10, 5): keep(Sequential([Passing(), Passing()]).forward(z, isTraining: true))
  case (10, 6): keep(Sequential([Passing(), Passing()]).backward(z))
  case (10, 7):
    let layer = Passing()
    layer.parameters = parameters.matrices
    sgdStep(layer, learningRate: setup.learningRate, weightDecay: setup.weightDecay)
    keep(Parameters(matrices: layer.parameters))
  case (11, 1): keep(AdamOptimizer().firstMoment(z, gradient: z))
  case (11, 2): keep(AdamOptimizer().secondMoment(z, gradient: z))
  case (11, 3):
    var optimizer = AdamOptimizer()
    optimizer.stepCount = 1
    keep(optimizer.corrected(z, decay: 0.9))
  case (11, 4):
    var optimizer = AdamOptimizer()
    var moved = parameters.matrices
    optimizer.step(&moved, gradients: parameters.matrices, learningRate: setup.learningRate)
    keep(Parameters(matrices: moved))
  case (12, 1):
    var generator = epochStart.generator
    keep(dropoutMask(rows: z.rows, columns: z.columns, keepProbability: 0.5, using: &generator))
  case (12, 2): keep(DropoutLayer(keepProbability: 0.5, generator: epochStart.generator).forward(z, isTraining: true))
  case (12, 3):
    let layer = DropoutLayer(keepProbability: 0.5, generator: epochStart.generator)
    layer.mask = z
    keep(layer.backward(z))
  default: break
  }
}

/// A layer that lets everything through, so that 10.5 to 10.7 can be called without the others.
private final class Passing: Layer {
  private var held: [Matrix] = []

  override func forward(_ input: Matrix, isTraining: Bool) -> Matrix { input }
  override func backward(_ outputGradient: Matrix) -> Matrix { outputGradient }
  override var parameters: [Matrix] {
    get { held }
    set { held = newValue }
  }
  override var gradients: [Matrix] { held }
}

/// Lesson 3's forward pass, whatever kind of network is trained.
@inline(never)
private func forwardPass(_ features: Matrix) -> ForwardCache {
  students.forward(features, state.parameters, setup.hidden)
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
