import Contract
import CourseKit
import Synchronization
import Training
import Vocabulary

@testable import LabKit

/// Lessons that compute next to nothing, in the right shapes, and write down which exercises were called.
final class RecordedLessons: Sendable {
  private let uses = Mutex<Set<ExerciseID>>([])

  /// The exercises that were called.
  var called: Set<ExerciseID> { uses.withLock { $0 } }

  var functions: LessonFunctions {
    var functions = LessonFunctions()
    functions.activation = { [self] in note(Lesson1.function(of: $1).exercise, $0) }
    functions.slope = { [self] in note(Lesson1.derivative(of: $1).exercise, $0) }
    functions.initialParameters = { [self] initialization, sizes, _ in
      let function = initialization == .he ? Lesson2.heInitialized : Lesson2.xavierInitialized
      return note(function.exercise, Self.parameters(sizes))
    }
    functions.forward = { [self] inputs, parameters, _ in
      note(Lesson3.forward.exercise, Self.cache(of: inputs, parameters))
    }
    functions.loss = { [self] _, _ in note(Lesson3.binaryCrossEntropy.exercise, 1) }
    functions.accuracy = { [self] _, _ in note(Lesson3.accuracy.exercise, 1) }
    functions.backward = { [self] _, _, parameters, _ in
      note(Lesson4.backward.exercise, Gradients(weights: parameters.weights, biases: parameters.biases))
    }
    functions.train = { [self] parameters, data, _, _, update, afterEpoch in
      var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
      update(&parameters, &gradients, data.training.count)
      var history = History()
      history.trainingLoss = [1]
      history.validationLoss = [1]
      history.trainingAccuracy = [1]
      history.validationAccuracy = [1]
      _ = afterEpoch(1, parameters, history)
      return note(Lesson5.train.exercise, history)
    }
    functions.miniBatches = { [self] count, _, _ in note(Lesson5.miniBatches.exercise, [Array(0..<count)]) }
    functions.softmax = { [self] in note(Lesson9.softmax.exercise, $0) }
    functions.crossEntropy = { [self] _, _ in note(Lesson9.crossEntropy.exercise, 1) }
    functions.logitsGradient = { [self] logits, _ in note(Lesson9.logitsGradient.exercise, logits) }
    functions.classAccuracy = { [self] _, _ in note(Lesson9.classAccuracy.exercise, 1) }
    functions.denseLayer = { [self] in dense(weights: $0, biases: $1) }
    functions.drawnDenseLayer = { [self] fanIn, fanOut, _, _ in
      let parameters = Self.parameters([fanIn, fanOut])
      return dense(weights: parameters.weights[0], biases: parameters.biases[0])
    }
    functions.reluLayer = { [self] in
      RecordedLayer(forward: { self.note("10.3", $0) }, backward: { self.note("10.4", $0) })
    }
    functions.dropoutLayer = { [self] _, _ in
      RecordedLayer(forward: { self.note("12.2", $0) }, backward: { self.note("12.3", $0) })
    }
    functions.firstMoment = { [self] moment, _ in note(Lesson11.firstMoment.exercise, moment) }
    functions.secondMoment = { [self] moment, _ in note(Lesson11.secondMoment.exercise, moment) }
    functions.correctedMoment = { [self] moment, _, _ in note(Lesson11.corrected.exercise, moment) }
    functions.dropoutMask = { [self] rows, columns, _, _ in
      note(Lesson12.dropoutMask.exercise, .zeros(rows: rows, columns: columns))
    }
    functions.sequential = { [self] layers in
      RecordedLayer(
        layers.flatMap(\.parameters),
        forward: { input in
          self.note("10.5", layers.reduce(input) { $1.forward($0, isTraining: true) })
        },
        backward: { gradient in
          self.note("10.6", layers.reversed().reduce(gradient) { $1.backward($0) })
        })
    }
    functions.sgdStep = { [self] _, _, _ in note(Lesson10.sgdStep.exercise, ()) }
    functions.weightNorm = { [self] _ in note(Lesson6.weightNorm.exercise, 1) }
    functions.l2Penalty = { [self] _, _, _ in note(Lesson6.l2Penalty.exercise, 1) }
    functions.addL2Gradient = { [self] _, _, _, _ in note(Lesson6.addL2Gradient.exercise, ()) }
    functions.makeMonitor = { [self] _ in
      RunningMonitor(()) { _, _, _, _ in
        self.note(Lesson7.shouldStop.exercise, false)
      } best: { _ in
        (nil, nil)
      } setPatience: { _, _ in
      }
    }
    functions.makeOptimizer = { [self] optimizer, _ in
      let exercise = optimizer.exercise(of: .binary(hidden: .relu))
      return RunningOptimizer { _, _, _ in self.note(exercise, ()) }
    }
    return functions
  }

  /// The functions as the Lab binds them with only those lessons that some exercises need: lesson 6 is nil without them.
  func functions(for exercises: Set<ExerciseID>) -> LessonFunctions {
    var functions = functions
    if !exercises.contains(Lesson6.weightNorm.exercise) { functions.weightNorm = nil }
    return functions
  }

  private func dense(weights: Matrix, biases: Matrix) -> Layer {
    RecordedLayer(
      [weights, biases],
      forward: {
        self.note(Lesson10.denseForward.exercise, .zeros(rows: $0.rows, columns: weights.columns))
      },
      backward: {
        self.note(Lesson10.denseBackward.exercise, .zeros(rows: $0.rows, columns: weights.rows))
      })
  }

  fileprivate func note<Result>(_ exercise: ExerciseID, _ result: Result) -> Result {
    uses.withLock { _ = $0.insert(exercise) }
    return result
  }

  private static func parameters(_ sizes: [Int]) -> Parameters {
    Parameters(
      weights: zip(sizes, sizes.dropFirst()).map { .zeros(rows: $0, columns: $1) },
      biases: sizes.dropFirst().map { .zeros(rows: 1, columns: $0) })
  }

  private static func cache(of inputs: Matrix, _ parameters: Parameters) -> ForwardCache {
    let layers = parameters.weights.map { Matrix.zeros(rows: inputs.rows, columns: $0.columns) }
    return ForwardCache(activations: [inputs] + layers, preActivations: layers)
  }
}

/// A layer that does what two closures do.
private final class RecordedLayer: Layer {
  private var held: [Matrix]
  private let forwards: (Matrix) -> Matrix
  private let backwards: (Matrix) -> Matrix

  init(_ parameters: [Matrix] = [], forward: @escaping (Matrix) -> Matrix, backward: @escaping (Matrix) -> Matrix) {
    (held, forwards, backwards) = (parameters, forward, backward)
    super.init()
  }

  override func forward(_ input: Matrix, isTraining: Bool) -> Matrix { forwards(input) }
  override func backward(_ outputGradient: Matrix) -> Matrix { backwards(outputGradient) }

  override var parameters: [Matrix] {
    get { held }
    set { held = newValue }
  }

  override var gradients: [Matrix] { held }
}
