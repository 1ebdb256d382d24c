import CourseKit
import Engine
import FixtureCourse
import Testing
import Vocabulary
import Wire

@Suite("A course") struct CourseTests {
  @Test("finds the lesson of an exercise and of a line, and the name of an exercise")
  func lookUp() {
    #expect(Course.fixture.lesson(of: "2.10")?.topic == "Averages")
    #expect(Course.fixture.lesson(of: "99.1") == nil)
    #expect(Course.fixture.lesson(1)?.number == 1 && Course.fixture.lesson(0) == nil && Course.fixture.lesson(3) == nil)
    let line = SourceLocation(file: "Lessons/Lesson1-Scaling/Scaling.swift", line: 1)
    #expect(Course.fixture.lesson(at: line)?.number == 1)
    #expect(Course.fixture.lesson(at: SourceLocation(file: "Sources/CourseKit/Matrix.swift", line: 1)) == nil)
    #expect(Course.fixture.exercise("2.1")?.name == "mean" && Course.fixture.exercise("2.10")?.name == "spread")
    #expect(Course.fixture.exercise("2.3") == nil && Course.fixture.exercise("99.1") == nil)
    #expect(Course.fixture.name(of: "2.10") == "2.10 spread")
    #expect(Course.fixture.name(of: "99.1") == "99.1")
  }

  @Test("names a lesson's folder, file and host for its number and topic")
  func files() {
    let lesson = Course.fixture.lessons[1]
    #expect(lesson.folder == "Lesson2-Averages" && lesson.file == "Lesson2-Averages/Averages.swift")
    #expect(lesson.host == "Lesson2Host")
  }

  @Test("has its exercises in the order of their numbers, of which 2.10 comes after 2.2")
  func order() {
    #expect(Course.fixture.exercises.map(\.id) == ["1.1", "1.2", "2.1", "2.2", "2.10", "2.11"])
    #expect(Course.fixture.exercises.map(\.id).sorted() == Course.fixture.exercises.map(\.id))
  }

  @Test("finds what exercises call, directly or not")
  func closure() {
    #expect(Course.fixture.closure(of: ["2.10"]) == ["1.2", "2.1", "2.2", "2.10"])
    #expect(Course.fixture.closure(of: ["2.2", "1.1"]) == ["1.1", "2.1", "2.2"])
    #expect(Course.fixture.closure(of: ["2.11"]) == ["2.11"])
    #expect(Course.fixture.closure(of: []) == [])
  }

  /// A course of five lessons with an exercise each, which call what is given.
  private func course(calling calls: [ExerciseCalls], isCheckedWith: [Int] = []) -> Course {
    Course(
      lessons: calls.enumerated().map { index, calls in
        let function = LessonFunction<Matrix, Matrix>(
          ExerciseID(lesson: index + 1, number: 1), "f\(index + 1)(_ x: Matrix) -> Matrix")
        return Lesson(
          index + 1, "Topic\(index + 1)", "A topic", summary: "a function",
          isCheckedWith: index == calls.always.count + 3 ? isCheckedWith : [],
          exercises: [
            Exercise(Specification<Matrix, Matrix>(function, calls: calls, right: { _, x in x }), demonstration: nil) {
              _ in [Check(function.exercise, .value, "an example") { _ in .passed }]
            }
          ])
      })
  }

  @Test("finds out on which lessons each builds, directly or not, and never names a lesson itself")
  func buildsOn() {
    #expect(Course.fixture.lessons.map(\.buildsOn) == [[], [1]])
    let course = course(calling: [
      [], ["1.1"], ExerciseCalls(ofActivation: [.tanh: "1.1"]), ["3.1", "2.1"], ["4.1"],
    ])
    #expect(course.lessons.map(\.buildsOn) == [[], [1], [1], [1, 2, 3], [1, 2, 3, 4]])
  }

  @Test("judges before a lesson what it builds on and what it is checked with, in order")
  func prerequisites() {
    let parts = course(calling: [[], [], [], []], isCheckedWith: [2, 1])
    #expect(parts.lessons[3].prerequisites == [2, 1])
    #expect(parts.prerequisites(of: parts.lessons[3]).map(\.number) == [1, 2])
    #expect(Course.fixture.prerequisites(of: Course.fixture.lessons[1]).map(\.number) == [1])
  }

  @Test("has an exercise's calls once each and in order, whatever the activation function")
  func calls() {
    let calls = ExerciseCalls(["2.10", "1.2"], ofActivation: [.relu: "2.2", .tanh: "1.2", .sigmoid: "2.10"])
    #expect(calls.all == ["1.2", "2.2", "2.10"])
  }
}
