import Contract
import CourseKit
import Engine
import Testing
import Vocabulary
import Wire

@testable import Course

@Suite("An examiner") struct ExaminerTests {
  /// Wrong in 1.3, 3.3 and 4.1, which have nothing to do with each other.
  private let student: TestStudent = {
    let student = TestStudent.reference()
    student.answer(Lesson1.relu) { $0 }
    student.answer(Lesson3.binaryCrossEntropy) { _, _ in 0 }
    student.answer(Lesson4.outputDelta) { $1 - $0 }
    return student
  }()

  @Test("says only what was asked, if one exercise is asked about", arguments: ["4.1", "4.2", "4.3", "4.4"])
  func oneExercise(exercise: ExerciseID) {
    var examiner = Examiner(of: student, in: .neuralNetwork)
    let one = examiner.examine(Course.neuralNetwork.lessons[3], exercise: exercise)
    let all = examination(of: 4, by: student).verdicts.filter { $0.exercise == exercise }
    #expect(one.verdicts.map(\.line) == all.map(\.line))
  }

  @Test("does not run what comes after the exercise that is asked about")
  func nothingMore() {
    var examiner = Examiner(of: student, in: .neuralNetwork)
    _ = examiner.examine(Course.neuralNetwork.lessons[3], exercise: "4.1")
    #expect(!student.requests.contains { ["4.2", "4.3", "4.4"].contains($0.exercise) })
  }

  @Test("finds the same, lesson by lesson, as one that examines that lesson alone")
  func allLessons() {
    var examiner = Examiner(of: student, in: .neuralNetwork)
    for lesson in Course.neuralNetwork.lessons {
      let inARow = examiner.examine(lesson)
      let alone = examination(of: lesson.number, by: student)
      #expect(inARow.verdicts.map(\.line) == alone.verdicts.map(\.line))
      #expect(inARow.prerequisites.map(\.problem) == alone.prerequisites.map(\.problem))
    }
  }

  @Test("asks about a lesson below only once")
  func lowerLessonsOnce() {
    var examiner = Examiner(of: student, in: .neuralNetwork)
    _ = examiner.examine(Course.neuralNetwork.lessons[2])
    // Nothing builds on 1.1 and finds it wrong, so only its own checks ask for it.
    let before = student.requests.count { $0.exercise == "1.1" }
    _ = examiner.examine(Course.neuralNetwork.lessons[3])
    #expect(before > 0)
    #expect(student.requests.count { $0.exercise == "1.1" } == before)
  }

  @Test("does not take a lesson for known of which it has seen one exercise")
  func partlyKnown() {
    var examiner = Examiner(of: student, in: .neuralNetwork)
    _ = examiner.examine(Course.neuralNetwork.lessons[2], exercise: "3.1")
    let above = examiner.examine(Course.neuralNetwork.lessons[3])
    #expect(above.prerequisites.map(\.problem) == examination(of: 4, by: student).prerequisites.map(\.problem))
  }
}
