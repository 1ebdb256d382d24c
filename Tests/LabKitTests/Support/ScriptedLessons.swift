import CourseKit
import Synchronization

@testable import LabKit

/// Lessons whose losses a test writes down beforehand.
///
/// The network is one weight and one bias. All gradients are 1, and a step at rate η takes η away, so after epoch e at
/// rate 1 both are −e: the parameters tell their epoch.
final class ScriptedLessons: Sendable {
  private let training: [Double]
  private let validation: [Double]
  private let uses = Mutex<Set<String>>([])

  /// Creates lessons with the losses after each epoch; without validation losses those are the training losses.
  init(training: [Double], validation: [Double]? = nil) {
    self.training = training
    self.validation = validation ?? training
  }

  /// The lessons beyond the fifth that were called.
  var used: Set<String> { uses.withLock { $0 } }

  /// The parameters after an epoch.
  static func parameters(after epoch: Int) -> Parameters {
    Parameters(weights: [Matrix([[-Double(epoch)]])], biases: [Matrix([[-Double(epoch)]])])
  }

  var functions: LessonFunctions {
    var functions = LessonFunctions()
    functions.heInitialized = { _, _ in Self.parameters(after: 0) }
    functions.xavierInitialized = { _, _ in Self.parameters(after: 100) }
    functions.gradientDescentStep = { Self.step(&$0, $1, $2) }
    functions.train = { [training, validation] parameters, task, _, update, afterEpoch in
      var history = History()
      for epoch in 1...min(task.epochs, training.count) {
        var gradients = Gradients(weights: [Matrix([[1]])], biases: [Matrix([[1]])])
        update(&parameters, &gradients, task.training.count)
        history.trainingLoss.append(training[epoch - 1])
        history.validationLoss.append(validation[epoch - 1])
        if afterEpoch(epoch, parameters, history) { break }
      }
      return history
    }
    functions.weightNorm = { [self] parameters in
      note("norm")
      return abs(parameters.weights[0][0, 0])
    }
    functions.addL2Gradient = { [self] gradients, _, lambda, rows in
      note("penalty \(lambda) of \(rows) rows")
      gradients.weights[0] = gradients.weights[0] + Matrix([[10]])
    }
    functions.makeMonitor = { [self] patience in
      note("patience \(patience)")
      let monitor = Monitor(patience: patience)
      return LessonFunctions.Monitor(shouldStop: monitor.shouldStop) { monitor.best }
    }
    functions.makeMomentumStep = { [self] coefficient in
      note("momentum \(coefficient)")
      return { Self.step(&$0, $1, 2 * $2) }
    }
    return functions
  }

  private func note(_ use: String) { uses.withLock { _ = $0.insert(use) } }

  private static func step(_ parameters: inout Parameters, _ gradients: Gradients, _ rate: Double) {
    parameters.weights[0] = parameters.weights[0] - rate * gradients.weights[0]
    parameters.biases[0] = parameters.biases[0] - rate * gradients.biases[0]
  }

  private final class Monitor {
    let patience: Int
    var lowest = Double.infinity
    var best: (epoch: Int, parameters: Parameters)?

    init(patience: Int) { self.patience = patience }

    func shouldStop(epoch: Int, loss: Double, parameters: Parameters) -> Bool {
      if loss < lowest {
        lowest = loss
        best = (epoch, parameters)
      }
      return epoch - (best?.epoch ?? 0) >= patience
    }
  }
}
