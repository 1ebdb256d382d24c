import Contract
import CourseKit
import Engine
import Testing
import Vocabulary
import Wire

@testable import Course

@Suite("What stands on a broken part in lesson 5") struct TrainingWaitingTests {
  /// The outcomes that are neither passed nor of one of the exercises, by exercise.
  private func waits(_ student: TestStudent, failing exercises: Set<ExerciseID>) -> [ExerciseID: Set<String>] {
    var waits: [ExerciseID: Set<String>] = [:]
    for verdict in student.verdicts(on: Course.neuralNetwork.lessons[4]) {
      switch verdict.outcome {
      case .passed: break
      case .waiting(let sentence): waits[verdict.exercise, default: []].insert(sentence)
      case .failed, .notStarted: #expect(exercises.contains(verdict.exercise), "\(verdict.line)")
      }
    }
    return waits
  }

  @Test("waits for 5.1, whatever is wrong with it", arguments: WrongBatches.all.map(\.name))
  func batches(name: String) throws {
    let student = TestStudent.reference()
    WrongBatches.plant(try #require(WrongBatches.all.first { $0.name == name }).epoch, in: student)
    let waits = waits(student, failing: ["5.1"])
    #expect(waits["5.2"] == nil)
    for exercise in ["5.3", "5.4"] as [ExerciseID] {
      for sentence in waits[exercise] ?? [] { #expect(sentence == "5.1 miniBatches fails", "\(exercise): \(sentence)") }
    }
  }

  @Test("waits for 5.1 if it is not started; 5.2 does not")
  func notStarted() {
    let student = TestStudent.reference()
    student.answer(Lesson5.miniBatches) { _, _, _, _ in throw CallFailure(.notStarted(exercise: "5.1"), "TODO") }
    let waits = waits(student, failing: ["5.1"])
    #expect(waits == ["5.3": ["5.1 miniBatches is not started"], "5.4": ["5.1 miniBatches is not started"]])
  }

  @Test("waits in 5.4 for 5.3", arguments: WrongEpochs.all.map(\.name))
  func epochs(name: String) throws {
    let student = TestStudent.reference()
    WrongEpochs.plant(try #require(WrongEpochs.all.first { $0.name == name }).way, in: student)
    for sentence in waits(student, failing: ["5.3"])["5.4"] ?? [] { #expect(sentence == "5.3 trainEpoch fails") }
  }

  @Test("waits in 5.4 for 5.3 that leaves NaN, of which each way to write the loss makes something else")
  func notANumber() {
    let student = TestStudent.reference()
    student.revise(Lesson5.trainEpoch) { traces in
      for epoch in traces.indices {
        traces[epoch].parameters.weights = traces[epoch].parameters.weights.map { $0.map { _ in .nan } }
      }
    }
    student.answer(Lesson3.binaryCrossEntropy) { probabilities, labels in
      let clipped = probabilities.map { max(1e-8, min(1 - 1e-8, $0)) }
      return Oracle.binaryCrossEntropy(clipped, labels)
    }
    #expect(waits(student, failing: ["5.3"])["5.4"] == ["5.3 trainEpoch fails"])
  }

  @Test("waits for lesson 4 where the gradients are wrong, and 5.1 and 5.2 pass")
  func gradients() throws {
    let mistake = try #require(Catalogue.all.first { $0.exercise.lesson == 4 && $0.name == "mean missing" })
    let waits = waits(mistake.student(), failing: [])
    #expect(Set(waits.keys) == ["5.3", "5.4"])
    let part = Course.neuralNetwork.name(of: mistake.exercise)
    for sentence in waits.values.joined() { #expect(sentence == "\(part) fails") }
  }

  @Test("waits in 5.4 alone for the loss of 3.3")
  func loss() {
    let student = TestStudent.reference()
    student.answer(Lesson3.binaryCrossEntropy) { 2 * Oracle.binaryCrossEntropy($0, $1) }
    #expect(waits(student, failing: []) == ["5.4": ["3.3 binaryCrossEntropy fails"]])
  }

  @Test("is to blame for a mistake of its own, even if a part is broken as well")
  func ownMistake() {
    let student = TestStudent.reference()
    student.answer(Lesson3.binaryCrossEntropy) { 2 * Oracle.binaryCrossEntropy($0, $1) }
    student.revise(Lesson5.train) { $0.updateCount += 1 }
    let failed = student.verdicts(on: Course.neuralNetwork.lessons[4]).filter { verdict in
      if case .failed = verdict.outcome { verdict.exercise == "5.4" } else { false }
    }
    #expect(!failed.isEmpty)
  }

  @Test("names the one step as a whole: nothing waits for 5.2, because the host takes its own")
  func step() {
    let student = TestStudent.reference()
    student.answer(Lesson5.gradientDescentStep) { parameters, _, _ in parameters }
    #expect(waits(student, failing: ["5.2"]) == [:])
  }
}
