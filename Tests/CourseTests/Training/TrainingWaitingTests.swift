import Contract
import CourseKit
import Engine
import StudentCode
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

  @Test("waits for 5.1, whatever is wrong with it", arguments: Version.all(.mistake).filter { $0.exercise == "5.1" })
  func batches(mistake: Version) {
    let waits = waits(mistake.student(), failing: ["5.1"])
    #expect(waits["5.2"] == nil)
    for exercise in ["5.3", "5.4"] as [ExerciseID] {
      for sentence in waits[exercise] ?? [] {
        #expect(sentence.hasPrefix("5.1 miniBatches fails"), "\(exercise): \(sentence)")
      }
    }
  }

  @Test("waits for 5.1 if it is not started; 5.2 does not")
  func notStarted() {
    let student = TestStudent.reference()
    student.answer(Lesson5.miniBatches) { _, _, _, _ in throw CallFailure(.notStarted(exercise: "5.1"), "TODO") }
    let waits = waits(student, failing: ["5.1"])
    #expect(waits == ["5.3": ["5.1 miniBatches is not started"], "5.4": ["5.1 miniBatches is not started"]])
  }

  @Test("waits in 5.4 for 5.3", arguments: Version.all(.mistake).filter { $0.exercise == "5.3" })
  func epochs(mistake: Version) {
    for sentence in waits(mistake.student(), failing: ["5.3"])["5.4"] ?? [] {
      #expect(sentence == "5.3 trainEpoch fails")
    }
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

  /// Only `afterEpoch` tells where one epoch ends and the next one begins.
  @Test(
    "says nothing of the order of epochs after which `afterEpoch` is not called",
    arguments: ["5.4 afterEpoch never called", "5.4 afterEpoch once, even without epochs"])
  func epochsWithoutEnd(title: String) throws {
    let student = try #require(Version.mistake(title)).student()
    let order = student.verdicts(on: "5.4").first { $0.summary == "the batches are others in every epoch" }
    guard case .waiting("the checks above must pass first") = order?.outcome else {
      Issue.record("\(order?.line ?? "no such check")")
      return
    }
  }

  @Test("lets who counts from 0 train to the end if nothing is to stop the training")
  func countedFromZero() throws {
    let student = try #require(Version.mistake("5.4 counted from 0")).student()
    let plan = TrainingPlan(epochs: 3, batchSize: 2, hidden: .relu, seed: 1, learningRate: 0.1)
    let trace = try student.call(Lesson5.train, PageExample.parameters, PageExample.data, PageExample.data, plan)
    #expect(trace.epochs == [0, 1, 2])
  }

  @Test("waits for lesson 4 where the gradients are wrong, and 5.1 and 5.2 pass")
  func gradients() throws {
    let mistake = try #require(Version.mistake("4.3 mean missing"))
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

  @Test("is innocent until the part is fixed, whatever it does")
  func ownMistake() {
    let student = TestStudent.reference()
    student.answer(Lesson3.binaryCrossEntropy) { 2 * Oracle.binaryCrossEntropy($0, $1) }
    student.revise(Lesson5.train) { $0.updateRows.append(1) }
    #expect(waits(student, failing: []) == ["5.4": ["3.3 binaryCrossEntropy fails"]])
    student.answer(Lesson3.binaryCrossEntropy) { Oracle.binaryCrossEntropy($0, $1) }
    #expect(
      student.verdicts(on: Course.neuralNetwork.lessons[4]).contains { $0.exercise == "5.4" && $0.finding != nil })
  }

  @Test("names the one step as a whole: nothing waits for 5.2, because the host takes its own")
  func step() {
    let student = TestStudent.reference()
    student.answer(Lesson5.gradientDescentStep) { parameters, _, _ in parameters }
    #expect(waits(student, failing: ["5.2"]) == [:])
  }
}
