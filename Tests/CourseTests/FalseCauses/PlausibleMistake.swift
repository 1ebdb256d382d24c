import CourseKit
import Engine
import Testing
import Vocabulary
import Wire

@testable import Course

/// A wrong version that a student might write and that is not in the judge's lists.
struct PlausibleMistake: Sendable, CustomTestStringConvertible {
  let exercise: ExerciseID
  let name: String
  let plant: @Sendable (TestStudent) -> Void

  var testDescription: String { "\(exercise) \(name)" }

  /// A wrong version of any function.
  init<Result, each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>, _ name: String,
    _ body: @escaping @Sendable (repeat each Argument) -> Result
  ) {
    exercise = function.exercise
    self.name = name
    plant = { $0.answer(function, with: body) }
  }

  /// A wrong version that is planted in its own way.
  init(exercise: ExerciseID, name: String, plant: @escaping @Sendable (TestStudent) -> Void) {
    self.exercise = exercise
    self.name = name
    self.plant = plant
  }

  /// A wrong version that does the same to every entry of z.
  static func entrywise(
    _ function: LessonFunction<Matrix, Matrix>, _ name: String, _ body: @escaping @Sendable (Double) -> Double
  ) -> PlausibleMistake {
    PlausibleMistake(function, name) { z in z.map(body) }
  }

  /// A wrong version of a mean over the rows.
  static func mean(
    _ function: LessonFunction<Double, Matrix, Matrix>, _ name: String,
    _ term: @escaping @Sendable (_ p: Double, _ y: Double) -> Double
  ) -> PlausibleMistake {
    PlausibleMistake(function, name) { probabilities, labels in
      zip(probabilities.elements, labels.elements).reduce(0) { $0 + term($1.0, $1.1) } / Double(labels.rows)
    }
  }
}
