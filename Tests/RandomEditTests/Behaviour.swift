import CourseKit
import Engine
import Wire

/// Whether a version of an exercise does what the solution does.
struct Behaviour {
  /// How many calls are made before two versions count as the same.
  static let callCount = 2000
  /// The largest size: a few rows and units more than any check has.
  private static let largestSize = 20

  /// The first call on which a version of an exercise differs from the solution, and how; nil if it never does.
  ///
  /// The arguments are none that a check uses: every size down to one row, both sides of every edge, and extremes.
  static func difference(
    of version: EditedCode, from solution: EditedCode, on exercise: Exercise, seed: UInt64
  ) throws -> String? {
    if let drawn = DrawnBehaviour(exercise) { return try drawn.difference(of: version, from: solution) }
    return try difference(exercise.content, version, solution, seed)
  }

  private static func difference<Content: ExerciseContent>(
    _ content: Content, _ version: EditedCode, _ solution: EditedCode, _ seed: UInt64
  ) throws -> String? {
    let specification = content.specification
    let function = specification.function
    // Checks draw with small seeds.
    let inputs = specification.inputsOfEverySize(count: callCount, upTo: largestSize, seed: seed &+ 1_000_000)
    for input in inputs {
      let request = function.request(for: input)
      let yours = try? version.reply(to: request, exercise: function.exercise)
      let right = try? solution.reply(to: request, exercise: function.exercise)
      if yours == right { continue }
      guard let yours, let right else {
        return "\(yours == nil ? "stops" : "does not stop, as the solution does,") for \(input)"
      }
      guard let result = try? function.result(from: yours) else { return "returns no \(Content.Result.self)" }
      let expected = try function.result(from: right)
      if !Comparison(result, to: expected, tolerance: specification.tolerance(input)).isEqual {
        return "returns \(result) instead of \(expected) for \(input)"
      }
    }
    return nil
  }
}
