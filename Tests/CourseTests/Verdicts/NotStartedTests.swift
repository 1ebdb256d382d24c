import Engine
import Testing
import Vocabulary

@testable import Course

@Suite("A student who has not started") struct NotStartedTests {
  private static let todo = SourceLocation(file: "Lessons/Lesson1-Topic/Topic.swift", line: 71)

  @Test(
    "a lesson is told so by every check of every exercise, with the place of the TODO",
    arguments: Course.neuralNetwork.lessons.map(\.number), [true, false])
  func everywhere(lesson: Int, isIsolated: Bool) {
    let student = TestStudent.reference()
    for exercise in Course.neuralNetwork.lessons[lesson - 1].exercises.map(\.id) {
      student.stopAtTODO(of: exercise, at: Self.todo)
    }
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
}
