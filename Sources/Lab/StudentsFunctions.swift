import CourseKit
import Training
import Vocabulary

// course-check defines LESSON_1 … LESSON_12 for the lessons that are linked.
#if LESSON_1
  import Activations
#endif
#if LESSON_2
  import HeInit
#endif
#if LESSON_3
  import Forward
#endif
#if LESSON_4
  import Backward
#endif
#if LESSON_5
  import MiniBatches
#endif
#if LESSON_6
  import L2
#endif
#if LESSON_7
  import EarlyStopping
#endif
#if LESSON_8
  import Momentum
#endif
#if LESSON_9
  import Softmax
#endif
#if LESSON_10
  import Layers
#endif
#if LESSON_11
  import Adam
#endif
#if LESSON_12
  import Dropout
#endif

/// Returns the functions of the selected tree's lessons, as far as they are linked.
func studentsFunctions() -> LessonFunctions {
  var functions = LessonFunctions()
  #if LESSON_1
    functions.activation = { $1.named(in: Activation.self)($0) }
    functions.slope = { $1.named(in: Activation.self).derivative($0) }
  #endif
  #if LESSON_2
    functions.initialParameters = { initialization, layerSizes, generator in
      switch initialization {
      case .he: heInitialized(layerSizes: layerSizes, using: &generator)
      case .xavier: xavierInitialized(layerSizes: layerSizes, using: &generator)
      case .scaled: fatalError("Lesson 2 draws He's and Xavier's weights: one deviation for all is for layers")
      }
    }
  #endif
  #if LESSON_3
    functions.forward = { forward($0, parameters: $1, hidden: $2.named()) }
    functions.loss = { binaryCrossEntropy(probabilities: $0, labels: $1) }
    functions.accuracy = { accuracy(probabilities: $0, labels: $1) }
  #endif
  #if LESSON_4
    functions.backward = { backward(cache: $0, labels: $1, parameters: $2, hidden: $3.named()) }
  #endif
  #if LESSON_5
    functions.train = { parameters, data, setup, generator, update, afterEpoch in
      train(
        &parameters, on: data.training, validation: data.validation, epochs: setup.epochs, batchSize: setup.batchSize,
        hidden: setup.hidden.named(), using: &generator, update: update, afterEpoch: afterEpoch)
    }
    functions.miniBatches = { miniBatches(count: $0, batchSize: $1, using: &$2) }
    functions.makeOptimizer = { optimizer, memory in
      switch optimizer {
      case .gradientDescent:
        return RunningOptimizer { gradientDescentStep(&$0, gradients: $1, learningRate: $2) }
      case .momentum(let coefficient):
        #if LESSON_8
          var optimizer = MomentumOptimizer(coefficient: coefficient)
          if let memory, memory.lists.count == 1 { optimizer.velocity = Gradients(matrices: memory.lists[0]) }
          return RunningOptimizer(optimizer) {
            $0.step(&$1, gradients: $2, learningRate: $3)
          } memory: {
            $0.velocity.map { OptimizerMemory(lists: [$0.matrices]) }
          }
        #else
          fatalError("The program was built without lesson 8, which it needs for β = \(coefficient)")
        #endif
      case .adam(let firstDecay, let secondDecay, let epsilon):
        #if LESSON_11
          var optimizer = AdamOptimizer(firstDecay: firstDecay, secondDecay: secondDecay, epsilon: epsilon)
          if let memory, memory.lists.count == 2 {
            optimizer.stepCount = memory.stepCount
            (optimizer.firstMoments, optimizer.secondMoments) = (memory.lists[0], memory.lists[1])
          }
          return RunningOptimizer(optimizer) {
            $0.step(&$1.matrices, gradients: $2.matrices, learningRate: $3)
          } memory: {
            OptimizerMemory(stepCount: $0.stepCount, lists: [$0.firstMoments, $0.secondMoments])
          }
        #else
          fatalError("The program was built without lesson 11, which it needs for β₁ = \(firstDecay)")
        #endif
      }
    }
  #endif
  #if LESSON_6
    functions.weightNorm = { weightNorm($0) }
    functions.l2Penalty = { l2Penalty($0, lambda: $1, sampleCount: $2) }
    functions.addL2Gradient = { addL2Gradient(to: &$0, parameters: $1, lambda: $2, sampleCount: $3) }
  #endif
  #if LESSON_7
    functions.makeMonitor = { stopping in
      RunningMonitor(
        EarlyStoppingMonitor(patience: stopping.patience, minimumImprovement: stopping.minimumImprovement)
      ) {
        $0.shouldStop(epoch: $1, validationLoss: $2, parameters: $3)
      } best: {
        ($0.bestEpoch, $0.bestParameters)
      } setPatience: {
        $0.patience = $1
      }
    }
  #endif
  #if LESSON_9
    functions.softmax = { softmax($0) }
    functions.crossEntropy = { crossEntropy(logits: $0, classes: $1) }
    functions.logitsGradient = { logitsGradient(logits: $0, classes: $1) }
    functions.classAccuracy = { classAccuracy(logits: $0, classes: $1) }
  #endif
  #if LESSON_10
    functions.denseLayer = { Dense(weights: $0, biases: $1) }
    functions.drawnDenseLayer = { Dense(fanIn: $0, fanOut: $1, weightScale: $2, using: &$3) }
    functions.reluLayer = { ReLULayer() }
    functions.sequential = { Sequential($0) }
    functions.sgdStep = { sgdStep($0, learningRate: $1, weightDecay: $2) }
  #endif
  #if LESSON_11 && !hasFeature(Embedded)
    functions.firstMoment = { AdamOptimizer().firstMoment($0, gradient: $1) }
    functions.secondMoment = { AdamOptimizer().secondMoment($0, gradient: $1) }
    functions.correctedMoment = { moment, decay, stepCount in
      var optimizer = AdamOptimizer()
      optimizer.stepCount = stepCount
      return optimizer.corrected(moment, decay: decay)
    }
  #endif
  #if LESSON_12 && !hasFeature(Embedded)
    functions.dropoutMask = { dropoutMask(rows: $0, columns: $1, keepProbability: $2, using: &$3) }
  #endif
  #if LESSON_12
    functions.dropoutLayer = { DropoutLayer(keepProbability: $0, generator: $1) }
  #endif
  return functions
}
