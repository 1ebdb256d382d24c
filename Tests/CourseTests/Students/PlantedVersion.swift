import Engine
import StudentCode
import Vocabulary
import Wire

@testable import Course

extension Version {
  /// What the judge says to a student with this mistake; nil if it knows none of this name.
  var sentence: String? { Course.neuralNetwork.exercise(exercise)?.knownMistakes.first { $0.name == name }?.sentence }

  /// The sentences that are literally true of this version besides.
  var trueSentences: [String] {
    let known = Course.neuralNetwork.exercise(exercise)?.knownMistakes ?? []
    return known.filter { trueNames.contains($0.name) }.map(\.sentence)
  }

  /// A student who has everything right but this.
  func student() -> TestStudent {
    let student = TestStudent.reference()
    plant(in: student)
    return student
  }

  /// Lets a student answer with this version.
  func plant(in student: TestStudent) { install(in: StoppingAnswers(student: student)) }
}

/// A student's answers, which stop where the operations of `Matrix` would.
private struct StoppingAnswers: Answering {
  let student: TestStudent

  func answer<Result, each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>,
    with body: @escaping (repeat each Argument) throws -> Result
  ) {
    student.answer(function as any Callable<(repeat each Argument), Result>) { input in
      do {
        return try body(repeat each input)
      } catch is ShapesDoNotFit {
        throw CallFailure.shapesDoNotFit(in: function.exercise)
      }
    }
  }
}
