import Engine
import FixtureCourse
import Testing
import Vocabulary

@Suite("A student who has not started") struct NotStartedTests {
  private static let todo = SourceLocation(file: "Lessons/Lesson2-Averages/Averages.swift", line: 71)

  /// Stops at the TODO of every exercise of some lessons.
  private func beginner(in lessons: Int...) -> TestStudent {
    let student = TestStudent.fixture()
    for exercise in Course.fixture.exercises.map(\.id) where lessons.contains(exercise.lesson) {
      student.stopAtTODO(of: exercise, at: Self.todo)
    }
    return student
  }

  @Test("a lesson is told so by every check of every exercise, with the place of the TODO", arguments: [true, false])
  func everywhere(isIsolated: Bool) {
    let examination = beginner(in: 2).examination(of: 2, isIsolated: isIsolated)
    #expect(!examination.isPass)
    #expect(examination.verdicts.count == Course.fixture.lessons[1].checks.count)
    for verdict in examination.verdicts {
      guard case .notStarted(NotStartedTests.todo) = verdict.outcome else {
        Issue.record("\(verdict.line)")
        continue
      }
    }
  }

  @Test("anything is told which lessons below are not started either, and that nothing fails")
  func nothing() {
    let examination = beginner(in: 1, 2).examination(of: 2)
    #expect(examination.prerequisites.map(\.lesson) == [1])
    #expect(examination.prerequisites.map(\.problem) == ["1.1 doubled is not started"])
    var notStarted: Set<ExerciseID> = []
    for verdict in examination.verdicts {
      switch verdict.outcome {
      case .notStarted: notStarted.insert(verdict.exercise)
      case .waiting(let reason): #expect(reason.hasSuffix("is not started"))
      case .passed, .failed: Issue.record("\(verdict.line)")
      }
    }
    #expect(notStarted == ["2.1", "2.2", "2.10", "2.11"])
  }

  @Test("an exercise that the ones after it build on: they wait for it, and all else passes")
  func oneOnly() {
    let student = TestStudent.fixture()
    student.stopAtTODO(of: "2.2", at: Self.todo)
    for verdict in student.examination(of: 2).verdicts {
      switch (verdict.exercise, verdict.outcome) {
      case ("2.1", .passed), ("2.11", .passed), ("2.2", .notStarted(NotStartedTests.todo)): break
      case ("2.10", .waiting("2.2 centred is not started")): break
      default: Issue.record("\(verdict.line)")
      }
    }
  }
}
