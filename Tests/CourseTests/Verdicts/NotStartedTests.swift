import Contract
import Engine
import Testing
import Vocabulary
import Wire

@testable import Course

@Suite("A student who has not started") struct NotStartedTests {
  private static let todo = SourceLocation(file: "Lessons/Lesson4-Backward/Backward.swift", line: 71)

  /// Stops at the TODO of every function of some lessons; the others are the reference.
  private final class Beginner: Student {
    private let reference = TestStudent.reference()
    private let isStarted: (_ exercise: ExerciseID) -> Bool

    init(isStarted: @escaping (_ exercise: ExerciseID) -> Bool) { self.isStarted = isStarted }

    func reply(to request: [UInt8], exercise: ExerciseID) throws(CallFailure) -> [UInt8] {
      if isStarted(exercise) { return try reference.reply(to: request, exercise: exercise) }
      throw CallFailure(.notStarted(exercise: exercise), "TODO: \(exercise)", at: NotStartedTests.todo)
    }
  }

  @Test(
    "a lesson is told so by every check of every exercise, with the place of the TODO",
    arguments: Course.neuralNetwork.lessons.map(\.number), [true, false])
  func everywhere(lesson: Int, isIsolated: Bool) {
    let student = Beginner { $0.lesson != lesson }
    let examination = examination(of: lesson, by: student, isIsolated: isIsolated)
    #expect(!examination.isPass)
    for verdict in examination.verdicts {
      guard case .notStarted(NotStartedTests.todo) = verdict.outcome else {
        Issue.record("\(verdict.line)")
        continue
      }
    }
    #expect(
      Set(examination.verdicts.map(\.exercise)) == Set(Course.neuralNetwork.lessons[lesson - 1].exercises.map(\.id)))
  }

  @Test("anything is told which lessons below are not started either, and that nothing fails")
  func nothing() {
    let examination = examination(of: 4, by: Beginner { _ in false })
    #expect(examination.prerequisites.map(\.lesson) == [1, 3])
    #expect(
      examination.prerequisites.map(\.problem) == ["1.1 sigmoid is not started", "3.1 linear is not started"])
    var notStarted: Set<ExerciseID> = []
    for verdict in examination.verdicts {
      switch verdict.outcome {
      case .notStarted: notStarted.insert(verdict.exercise)
      case .waiting(let reason): #expect(reason.hasSuffix("is not started"))
      case .passed, .failed: Issue.record("\(verdict.line)")
      }
    }
    #expect(notStarted == ["4.1", "4.2", "4.3", "4.4"])
  }

  @Test("an exercise that the ones after it build on: they wait for it, and all else passes")
  func oneOnly() {
    let student = TestStudent.reference()
    student.answer(Lesson4.hiddenDelta) { _, _, _, _ in
      throw CallFailure(.notStarted(exercise: "4.2"), "TODO: 4.2 hiddenDelta", at: Self.todo)
    }
    for verdict in examination(of: 4, by: student).verdicts {
      switch (verdict.exercise, verdict.outcome) {
      case ("4.1", .passed), ("4.3", .passed), ("4.2", .notStarted(NotStartedTests.todo)): break
      case ("4.4", .waiting("4.2 hiddenDelta is not started")): break
      default: Issue.record("\(verdict.line)")
      }
    }
  }
}
