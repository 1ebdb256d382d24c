import Engine
import StudentCode
import Testing
import Vocabulary
import Wire

@testable import Course

/// A mistake in one exercise, ready to be planted in a student who may have others.
struct PlantedMistake: Sendable, CustomTestStringConvertible {
  let exercise: ExerciseID
  let name: String
  /// What the judge says to a student with this mistake; nil if it does not know it.
  let sentence: String?
  let plant: @Sendable (TestStudent) -> Void

  var testDescription: String { "\(exercise) \(name)" }

  /// A student who has everything right but this.
  func student() -> TestStudent {
    let student = TestStudent.reference()
    plant(student)
    return student
  }
}

extension PlantedMistake {
  /// A version as a student might write it, built on right functions.
  init(_ version: Version) {
    self.init(exercise: version.exercise, name: version.name, sentence: version.sentence) { version.plant(in: $0) }
  }
}

/// The wrong versions that the judge computes itself, one for each slip.
///
/// A student who has them is told just what the judge looks for, so they say nothing about its diagnosis of one mistake;
/// they are for mistakes in several functions, and for what else happens to a wrong result.
enum ComputedMistakes {
  static let all = Course.neuralNetwork.exercises.flatMap { mistakes(in: $0.content) }

  private static func mistakes(in content: some ExerciseContent) -> [PlantedMistake] {
    let function = content.specification.function
    let slips = content.specification.slips
    if slips.readsReplies { return [] }
    return slips.entries.enumerated().map { index, slip in
      PlantedMistake(exercise: function.exercise, name: slip.mistake.name, sentence: slip.mistake.sentence) { student in
        student.answer(function) { input in
          do {
            guard let wrong = try slips.answer(with: [index], .right, input) else {
              throw PredictedStop()
            }
            return wrong
          } catch is PredictedStop {
            throw CallFailure.shapesDoNotFit(in: function.exercise)
          }
        }
      }
    }
  }
}
