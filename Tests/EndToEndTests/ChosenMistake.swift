import Course
import Engine
import Vocabulary

/// The mistake that tests plant where any will do: the mean of lesson 4 is missing, which is told from all others.
enum ChosenMistake {
  /// The mistake's name among the versions of students' code.
  static var version: String { "\(id) mean missing" }
  static let body = "  (matmul(input.transposed, delta), delta.columnSums())"
  /// What the student reads of it.
  static let diagnosis = "The mean over the batch is missing"

  /// The exercise in which it stands.
  static let id: ExerciseID = "4.3"
  /// The name of the exercise's function.
  static var function: String { Course.neuralNetwork.exercise(id)?.name ?? "" }
  /// The exercise's number and name.
  static var title: String { Course.neuralNetwork.name(of: id) }
}
