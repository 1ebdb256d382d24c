import Contract
import Engine
import Testing
import Vocabulary
import Wire

@testable import Course

/// One wrong version that the judge knows, ready to be planted in a student.
struct PlantedMistake: Sendable, CustomTestStringConvertible {
  let exercise: ExerciseID
  let name: String
  let sentence: String
  /// Lets the student answer with the wrong version, built on the student's own other functions.
  let plant: @Sendable (TestStudent) -> Void

  var testDescription: String { "\(exercise) \(name)" }

  /// A student who has everything right but this.
  func student() -> TestStudent {
    let student = TestStudent.reference()
    plant(student)
    return student
  }
}

/// Everything that the judge's lists of misconceptions hold, but for what shows only in runs of many calls.
enum Catalogue {
  static let all: [PlantedMistake] = Course.neuralNetwork.exercises.flatMap { exercise in
    computed(exercise.content) + observed.filter { $0.exercise == exercise.id }
  }

  /// The wrong versions that the judge computes itself.
  private static func computed(_ content: some ExerciseContent) -> [PlantedMistake] {
    let function = content.specification.function
    let others = Set(Course.neuralNetwork.exercises.map(\.id)).subtracting([function.exercise])
    return content.specification.misconceptions.map { misconception in
      PlantedMistake(exercise: function.exercise, name: misconception.name, sentence: misconception.sentence) {
        student in
        student.answer(function) { [unowned student] input in
          let bench = Bench(course: .neuralNetwork, student: student)
          guard let wrong = try misconception.wrong(bench.answers(withStudents: others), input) else {
            throw CallFailure.shapesDoNotFit(in: function.exercise)
          }
          return wrong
        }
      }
    }
  }

  private static let observed = batches + epochs + trainings + variances(.he) + variances(.xavier)

  private static let batches = WrongBatches.all.map { mistake in
    planted("5.1", mistake.name) { WrongBatches.plant(mistake.epoch, in: $0) }
  }

  private static let epochs = WrongEpochs.all.map { mistake in
    planted("5.3", mistake.name) { WrongEpochs.plant(mistake.way, in: $0) }
  }

  private static let trainings = WrongTrainings.all.map { wrong in
    planted("5.4", wrong.mistake.rawValue) {
      WrongTrainings.plant(in: $0, batchSize: wrong.batchSize, seed: wrong.seed)
    }
  }

  private static func variances(_ initializer: Initializer) -> [PlantedMistake] {
    initializer.misconceptions.map { misconception in
      planted(initializer.function.exercise, misconception.name) { student in
        student.answer(initializer.function) { randomParameters($0, seed: $1, variance: misconception.variance) }
      }
    }
  }

  /// A wrong version whose sentence the exercise has under that name.
  private static func planted(
    _ exercise: ExerciseID, _ name: String, _ plant: @escaping @Sendable (TestStudent) -> Void
  ) -> PlantedMistake {
    let known = Course.neuralNetwork.exercise(exercise)?.knownMistakes.first { $0.name == name }
    return PlantedMistake(exercise: exercise, name: name, sentence: known?.sentence ?? "", plant: plant)
  }
}
