import Engine
import Testing
import Vocabulary

@testable import Course

@Suite("The course") struct CourseTests {
  @Test("numbers its exercises lesson.1, lesson.2 … without gaps, and names each function once")
  func numbers() {
    for (index, lesson) in Course.neuralNetwork.lessons.enumerated() {
      #expect(lesson.number == index + 1)
      #expect(
        lesson.exercises.map(\.id) == (1...lesson.exercises.count).map { ExerciseID(lesson: lesson.number, number: $0) }
      )
    }
    let names = Course.neuralNetwork.exercises.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test("checks every exercise, each lesson its own, in the order of the exercises")
  func checks() {
    for lesson in Course.neuralNetwork.lessons {
      var order: [ExerciseID] = []
      for check in lesson.checks where order.last != check.exercise { order.append(check.exercise) }
      #expect(order == lesson.exercises.map(\.id))
    }
  }

  @Test("builds only on lessons that come before")
  func prerequisites() {
    for lesson in Course.neuralNetwork.lessons {
      #expect(lesson.prerequisites.allSatisfy { $0 < lesson.number })
      #expect(Set(lesson.prerequisites).count == lesson.prerequisites.count)
    }
  }
}
