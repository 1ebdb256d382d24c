import Contract
import CourseKit
import Engine
import Testing
import Vocabulary

@testable import Course

/// Whoever builds on a broken part is not to blame: the part is.
@Suite("What stands on a broken part") struct WaitingTests {
  /// The sentences of waiting checks by exercise; a check that failed outside `exercises` is an issue.
  private func waits(
    _ examination: Examination, failing exercises: Set<ExerciseID> = [],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) -> [ExerciseID: Set<String>] {
    var waits: [ExerciseID: Set<String>] = [:]
    for verdict in examination.verdicts {
      switch verdict.outcome {
      case .passed: break
      case .waiting(let sentence): waits[verdict.exercise, default: []].insert(sentence)
      case .failed, .notStarted:
        #expect(exercises.contains(verdict.exercise), "\(verdict.line)", sourceLocation: sourceLocation)
      }
    }
    return waits
  }

  @Test("in lesson 4 waits for relu and its slope, when both of lesson 1 are wrong")
  func brokenReLU() {
    let student = TestStudent.reference()
    student.answer(Lesson1.relu) { $0.map { abs($0) } }
    student.answer(Lesson1.reluDerivative) { $0.map { $0 > 0 ? 1 : -1 } }
    let examination = examination(of: 4, by: student)
    let waits = waits(examination)
    #expect(Set(waits.keys) == ["4.2", "4.4"])
    for sentence in waits.values.joined() {
      #expect(sentence.contains("1.3 relu") || sentence.contains("1.6 reluDerivative"), "\(sentence)")
    }
    #expect(examination.prerequisites.map(\.lesson) == [1, 3])
    #expect(examination.prerequisites.map(\.problem) == ["1.3 relu fails", "1.3 relu fails"])
  }

  @Test("in lesson 3 waits for relu alone, and what uses tanh or sigmoid passes")
  func brokenReLUInForward() {
    let student = TestStudent.reference()
    student.answer(Lesson1.relu) { $0.map { abs($0) } }
    let examination = examination(of: 3, by: student)
    #expect(waits(examination) == ["3.2": ["1.3 relu fails"], "3.5": ["1.3 relu fails"]])
    for verdict in examination.verdicts where !verdict.outcome.isPass {
      #expect(verdict.summary.hasSuffix("relu") || verdict.summary.hasPrefix("right on "))
    }
  }

  @Test("in 3.5 waits for a forward pass that gives NaN, of which each right comparison makes another class")
  func notANumber() {
    let student = TestStudent.reference()
    student.revise(Lesson3.forward) { cache in
      cache.activations[cache.activations.count - 1] = cache.probabilities.map { _ in .nan }
    }
    student.answer(Lesson3.predict) { [unowned student] input, parameters, hidden in
      try student.call(Lesson3.forward, input, parameters, hidden).probabilities.map { $0 < 0.5 ? 0 : 1 }
    }
    #expect(waits(examination(of: 3, by: student), failing: ["3.2"])["3.5"] == ["3.2 forward fails"])
  }

  /// The parts of 4.4 in its own lesson.
  private static let parts = Suspect.all.filter { suspect in
    let backward = Course.neuralNetwork.exercise(Lesson4.backward.exercise)
    return suspect.exercise.lesson == 4 && backward?.calls.all.contains(suspect.exercise) == true
  }

  @Test("in 4.4 waits for a part of lesson 4 whose numbers or whose shapes are wrong", arguments: parts, [true, false])
  func backward(part: Suspect, isShape: Bool) {
    let student = TestStudent.reference()
    part.spoil(student) { matrices in
      let last = matrices.count - 1
      matrices[last] = isShape ? matrices[last].transposed : 2 * matrices[last]
    }
    let waits = waits(examination(of: 4, by: student), failing: [part.exercise])
    #expect(Array(waits.keys) == [Lesson4.backward.exercise])
    for sentence in waits.values.joined() { #expect(sentence.hasPrefix("\(part.testDescription) fails")) }
  }
}
