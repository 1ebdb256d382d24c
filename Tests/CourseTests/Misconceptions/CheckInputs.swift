import Engine
import Vocabulary
import Wire

@testable import Course

/// What one check of an exercise asks: its own input and the independent one on which a diagnosis must hold, too.
struct CheckInputs<Input> {
  let check: Check
  let input: Input
  let independent: Input
}

extension Callable {
  /// Returns the inputs of every check that compares results of this function.
  ///
  /// The judge asks for the independent input only after an answer that looks like a known mistake, so students make
  /// one mistake after the other until it does.
  func checkInputs() throws -> [CheckInputs<Input>] {
    let mistakes = ComputedMistakes.all.filter { $0.exercise == exercise }
    let checks = Course.neuralNetwork.lessons.flatMap(\.quickChecks).filter { $0.exercise == exercise }
    return try checks.compactMap { check in
      for mistake in mistakes {
        let student = mistake.student()
        _ = try? check.outcome(Bench(course: .neuralNetwork, student: student))
        // The checks of a whole network ask for other exercises as well; they compare no results of this one.
        guard student.requests.allSatisfy({ $0.exercise == exercise }) else { return nil }
        // What tries dozens of inputs gives a diagnosis only if it holds on all of them; a diagnosis itself tries 24 more.
        guard student.requests.count <= 30 else { return nil }
        guard student.requests.count >= 2 else { continue }
        let inputs = try student.requests.map { try arguments(of: $0.bytes) }
        return CheckInputs(check: check, input: inputs[0], independent: inputs[1])
      }
      return nil
    }
  }
}
