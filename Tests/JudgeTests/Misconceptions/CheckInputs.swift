import Contract
import CourseKit

@testable import Judge

/// What one check of a specification asks: its own input and the independent one on which a diagnosis must hold, too.
struct CheckInputs<Input> {
  let check: Check
  let input: Input
  let independent: Input
}

extension Specification {
  /// Returns the inputs of every check of this specification.
  ///
  /// The judge asks for the independent input only after an answer that looks like a known mistake, so students make
  /// one mistake after the other until it does.
  func checkInputs<each Argument: Transferable>(
    of function: LessonFunction<Result, repeat each Argument>
  ) throws -> [CheckInputs<Input>] where Input == (repeat each Argument) {
    let mistakes = Catalogue.all.filter { $0.exercise == exercise }
    let checks = Course.lessons.flatMap(\.quickChecks).filter { $0.exercise == exercise }
    return try checks.compactMap { check in
      for mistake in mistakes {
        let student = mistake.student()
        _ = try? check.outcome(Bench(student: student))
        // The checks of a whole network ask for other exercises as well; they belong to no specification.
        guard student.requests.allSatisfy({ $0.exercise == exercise }) else { return nil }
        guard student.requests.count >= 2 else { continue }
        let inputs = try student.requests.map { try function.arguments(of: $0.bytes) }
        return CheckInputs(check: check, input: inputs[0], independent: inputs[1])
      }
      return nil
    }
  }
}
