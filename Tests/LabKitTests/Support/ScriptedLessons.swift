import CourseKit
import Synchronization
import Training

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
    functions.initialParameters = { initialization, _, _ in Self.parameters(after: initialization == .he ? 0 : 100) }
    functions.train = { [training, validation] parameters, data, setup, _, update, afterEpoch in
      var history = History()
      for epoch in 1...min(setup.epochs, training.count) {
        var gradients = Gradients(weights: [Matrix([[1]])], biases: [Matrix([[1]])])
        update(&parameters, &gradients, data.training.count)
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
    functions.makeMonitor = { [self] stopping in
      note("patience \(stopping.patience)")
      return RunningMonitor(Monitor(patience: stopping.patience)) {
        $0.shouldStop(epoch: $1, loss: $2, parameters: $3)
      } best: {
        ($0.best?.epoch, $0.best?.parameters)
      } setPatience: {
        $0.patience = $1
      }
    }
    functions.makeOptimizer = { [self] optimizer, _ in
      guard case .momentum(let coefficient) = optimizer else {
        return RunningOptimizer { Self.step(&$0, $1, $2) }
      }
      note("momentum \(coefficient)")
      return RunningOptimizer { Self.step(&$0, $1, 2 * $2) }
    }
    return functions
  }

  private func note(_ use: String) { uses.withLock { _ = $0.insert(use) } }

  private static func step(_ parameters: inout Parameters, _ gradients: Gradients, _ rate: Double) {
    parameters.weights[0] = parameters.weights[0] - rate * gradients.weights[0]
    parameters.biases[0] = parameters.biases[0] - rate * gradients.biases[0]
  }

  private struct Monitor {
    var patience: Int
    var lowest = Double.infinity
    var best: (epoch: Int, parameters: Parameters)?

    mutating func shouldStop(epoch: Int, loss: Double, parameters: Parameters) -> Bool {
      if loss < lowest {
        lowest = loss
        best = (epoch, parameters)
      }
      return epoch - (best?.epoch ?? 0) >= patience
    }
  }
}
