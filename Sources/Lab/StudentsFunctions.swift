import Vocabulary
import CourseKit
import LabKit

// course-check defines LESSON_1 … LESSON_8 for the lessons that are linked.
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

/// Returns the functions of the selected tree's lessons, as far as they are linked.
func studentsFunctions() -> LessonFunctions {
  var functions = LessonFunctions()
  #if LESSON_1
    functions.activation = { $1.named(in: Activation.self)($0) }
    functions.slope = { $1.named(in: Activation.self).derivative($0) }
  #endif
  #if LESSON_2
    functions.heInitialized = { heInitialized(layerSizes: $0, using: &$1) }
    functions.xavierInitialized = { xavierInitialized(layerSizes: $0, using: &$1) }
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
    functions.gradientDescentStep = { gradientDescentStep(&$0, gradients: $1, learningRate: $2) }
    functions.train = { parameters, task, generator, update, afterEpoch in
      train(
        &parameters, on: task.training, validation: task.validation, epochs: task.epochs, batchSize: task.batchSize,
        hidden: task.hidden.named(), using: &generator, update: update, afterEpoch: afterEpoch)
    }
  #endif
  #if LESSON_6
    functions.weightNorm = { weightNorm($0) }
    functions.addL2Gradient = { addL2Gradient(to: &$0, parameters: $1, lambda: $2, sampleCount: $3) }
  #endif
  #if LESSON_7
    functions.makeMonitor = { patience in
      var monitor = EarlyStoppingMonitor(patience: patience)
      return LessonFunctions.Monitor(
        shouldStop: { monitor.shouldStop(epoch: $0, validationLoss: $1, parameters: $2) },
        best: {
          guard let epoch = monitor.bestEpoch, let parameters = monitor.bestParameters else { return nil }
          return (epoch, parameters)
        })
    }
  #endif
  #if LESSON_8
    functions.makeMomentumStep = { coefficient in
      var optimizer = MomentumOptimizer(coefficient: coefficient)
      return { optimizer.step(&$0, gradients: $1, learningRate: $2) }
    }
  #endif
  return functions
}
