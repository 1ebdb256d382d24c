import Course
import Engine
import StudentCode
import Vocabulary

/// One entry of the judge's lists, with the exercise that it belongs to.
struct KnownMisconception: Sendable {
  let exercise: ExerciseID
  let name: String
  /// What the student reads.
  let sentence: String

  /// All that the judge knows, in the order of the course.
  static let all = Course.neuralNetwork.exercises.flatMap { exercise in
    exercise.knownMistakes.map { KnownMisconception(exercise: exercise.id, name: $0.name, sentence: $0.sentence) }
  }

  /// Those of one exercise.
  static func of(_ exercise: ExerciseID) -> [KnownMisconception] {
    all.filter { $0.exercise == exercise }
  }

  /// The sentence of a planted mistake; nil if the judge does not know it.
  static func sentence(for mistake: Version) -> String? {
    of(mistake.exercise).first { $0.name == mistake.name }?.sentence
  }

  /// The exercise and the name, as the label of a version has them.
  var title: String { "\(exercise) \(name)" }
}
