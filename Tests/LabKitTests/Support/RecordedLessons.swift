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
    functions.weightNorm = { [self] _ in note(Lesson6.weightNorm.exercise, 1) }
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
      let exercise = optimizer == .gradientDescent ? Lesson5.gradientDescentStep.exercise : Lesson8.step.exercise
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

  private func note<Result>(_ exercise: ExerciseID, _ result: Result) -> Result {
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
