import CourseKit
import Engine
import FixtureCourse
import Testing
import Vocabulary

@Suite("An examiner") struct ExaminerTests {
  private let lessons = Course.fixture.lessons
  /// Wrong in 1.2 and 2.1, which have nothing to do with each other.
  private let student: TestStudent = {
    let student = TestStudent.fixture()
    student.answer(Fixture.squared) { $0 }
    student.answer(Fixture.mean) { $0.columnSums() }
    return student
  }()

  @Test("says only what was asked, if one exercise is asked about", arguments: Course.fixture.lessons[1].exercises)
  func oneExercise(exercise: Exercise) {
    var examiner = Examiner(of: student, in: .fixture)
    let one = examiner.examine(lessons[1], exercise: exercise.id)
    #expect(one.verdicts.count == exercise.checks.count)
    #expect(one.verdicts.map(\.line) == student.examination(of: 2).verdicts(on: exercise.id).map(\.line))
    #expect(one.prerequisites.map(\.problem) == ["1.2 squared fails"])
  }

  @Test("does not run what comes after the exercise that is asked about")
  func nothingMore() {
    var examiner = Examiner(of: student, in: .fixture)
    _ = examiner.examine(lessons[1], exercise: "2.1")
    #expect(!student.requests.contains { ["2.2", "2.10", "2.11"].contains($0.exercise) })
  }

  @Test("runs what comes before it, which may be to blame")
  func partsBefore() {
    var examiner = Examiner(of: student, in: .fixture)
    let verdicts = examiner.examine(lessons[1], exercise: "2.2").verdicts
    #expect(verdicts.contains { if case .waiting("2.1 mean fails") = $0.outcome { true } else { false } })
  }

  @Test("finds the same, lesson by lesson, as one that examines that lesson alone")
  func allLessons() {
    var examiner = Examiner(of: student, in: .fixture)
    for lesson in lessons {
      let inARow = examiner.examine(lesson)
      let alone = student.examination(of: lesson.number)
      #expect(inARow.verdicts.map(\.line) == alone.verdicts.map(\.line))
      #expect(inARow.prerequisites.map(\.problem) == alone.prerequisites.map(\.problem))
    }
  }

  @Test("asks about a lesson below only once")
  func lowerLessonsOnce() {
    var examiner = Examiner(of: student, in: .fixture)
    _ = examiner.examine(lessons[1])
    // Nothing builds on 1.1, so only its own checks ask for it.
    let before = student.requests.count { $0.exercise == "1.1" }
    _ = examiner.examine(lessons[1])
    #expect(before > 0)
    #expect(student.requests.count { $0.exercise == "1.1" } == before)
  }

  @Test("looks at each exercise below only until its first check that does not pass")
  func firstProblemBelow() {
    var examiner = Examiner(of: student, in: .fixture)
    _ = examiner.examine(lessons[1], exercise: "2.1")
    // The shape is right, then the values are not, and the diagnosis asks again; the large numbers are left out.
    let below = student.requests.count { $0.exercise == "1.2" }
    var alone = Examiner(of: student, in: .fixture)
    _ = alone.examine(lessons[0])
    #expect(student.requests.count { $0.exercise == "1.2" } - below > below)
  }

  @Test("does not take a lesson for known of which it has seen one exercise")
  func partlyKnown() {
    var examiner = Examiner(of: student, in: .fixture)
    _ = examiner.examine(lessons[0], exercise: "1.1")
    #expect(examiner.examine(lessons[1]).prerequisites.map(\.problem) == ["1.2 squared fails"])
  }

  @Test("says nothing of the reference solutions below an isolated lesson, unless one is wrong")
  func isolated() {
    #expect(student.examination(of: 2, isIsolated: true).prerequisites.map(\.problem) == ["1.2 squared fails"])
    student.answer(Fixture.squared) { $0 * $0 }
    #expect(student.examination(of: 2, isIsolated: true).prerequisites.isEmpty)
  }
}
