import Batteries
import CourseKit
import Engine
import StudentCode
import Testing
import Vocabulary

@testable import Course

@Suite("A lesson with mistakes in two of its exercises") struct PairTests {
  /// Two exercises of one lesson.
  struct Pair: CustomTestStringConvertible {
    let lesson: Lesson
    let first: Exercise
    let second: Exercise

    var testDescription: String { "\(first.title) and \(second.title)" }

    static let all = Course.neuralNetwork.lessons.flatMap { lesson in
      lesson.exercises.indices.flatMap { index in
        lesson.exercises[(index + 1)...].map { Pair(lesson: lesson, first: lesson.exercises[index], second: $0) }
      }
    }
  }

  private static let mistakes = Version.all(.mistake).map { PlantedMistake($0) } + ComputedMistakes.all

  @Test("accuses no third one, and each of the two is named or waits", arguments: Pair.all)
  func pair(_ pair: Pair) throws {
    var generator = SeededGenerator(
      seed: Battery.seed &* 100 &+ UInt64(pair.first.id.number * 10 + pair.second.id.number))
    for _ in 0..<Battery.choice(little: 1, sample: 2, all: 20) {
      let planted = try [pair.first, pair.second].map { exercise in
        let candidates = Self.mistakes.filter { $0.exercise == exercise.id }
        return try #require(candidates.randomElement(using: &generator))
      }
      let student = TestStudent.reference()
      for mistake in planted { mistake.plant(student) }
      let verdicts = student.verdicts(on: pair.lesson)
      for verdict in verdicts where ![pair.first.id, pair.second.id].contains(verdict.exercise) {
        if case .failed = verdict.outcome { Issue.record("\(planted): \(verdict.line)") }
      }
      for exercise in [pair.first, pair.second] {
        #expect(verdicts.contains { $0.exercise == exercise.id && !$0.outcome.isPass }, "\(planted): \(exercise.title)")
      }
    }
  }
}
