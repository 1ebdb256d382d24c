import Engine
import Wire

@testable import Course

extension Callable {
  /// The arguments for which checks of this function have one right result each.
  func checkInputs() -> [Input] {
    let checks = Course.neuralNetwork.exercise(exercise)?.checks ?? []
    return checks.flatMap { $0.inputs?() ?? [] }.compactMap { $0 as? Input }
  }
}
