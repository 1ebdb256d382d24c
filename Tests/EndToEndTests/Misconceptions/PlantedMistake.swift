import Judge
import Testing

/// A wrong version of one exercise, as a student would write it into the lesson file.
struct PlantedMistake: Sendable {
  /// The exercise's number, for example `4.3`.
  let exercise: String
  /// The judge's own name of the mistake.
  let name: String
  /// The lines that stand in place of the solution's body, indented as in the file.
  let body: String

  init(_ exercise: String, _ name: String, _ body: String) {
    self.exercise = exercise
    self.name = name
    self.body = body
  }

  /// Every mistake, in the order of the course.
  static let all = lesson1 + lesson2 + lesson3 + lesson4 + lesson5 + lesson6 + lesson7 + lesson8

  /// The first mistake of each exercise of lesson 4: what the short battery plants.
  static let few = Course.lessons[3].exercises.compactMap { exercise in
    all.first { $0.exercise == exercise.number }
  }

  /// Returns the mistake of an exercise and a name, for example `4.3 mean missing`; nil if there is none.
  static func find(_ exerciseAndName: String) -> PlantedMistake? {
    all.first { $0.title == exerciseAndName }
  }

  /// The exercise and the name: what `find` takes.
  var title: String { "\(exercise) \(name)" }
}

extension PlantedMistake: CustomTestStringConvertible {
  var testDescription: String { title }
}
