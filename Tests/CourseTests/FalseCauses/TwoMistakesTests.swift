import CourseKit
import Engine
import Testing
import Vocabulary

@testable import Course

@Suite("A student with mistakes in two exercises") struct TwoMistakesTests {
  /// Two known mistakes in different exercises of the lessons that build on each other.
  private struct Pair: CustomTestStringConvertible {
    let first: PlantedMistake
    let second: PlantedMistake

    var testDescription: String { "\(first.testDescription) + \(second.testDescription)" }

    static let some: [Pair] = {
      var generator = SeededGenerator(seed: 99)
      let mistakes = Catalogue.all.filter { $0.exercise.lesson != 2 }
      return (0..<150).compactMap { _ in
        guard let first = mistakes.randomElement(using: &generator),
          let second = mistakes.randomElement(using: &generator), first.exercise < second.exercise
        else { return nil }
        return Pair(first: first, second: second)
      }
    }()
  }

  @Test("is told nothing that is not true, and right exercises are not said to fail", arguments: Pair.some)
  private func pair(_ pair: Pair) throws {
    let student = TestStudent.reference()
    pair.first.plant(student)
    pair.second.plant(student)
    let lesson = try #require(Course.neuralNetwork.lesson(of: pair.second.exercise))
    let verdicts = student.verdicts(on: lesson)
    for suspect in Suspect.all {
      let untrue = try suspect.falseDiagnoses(verdicts, student)
      // Where a part is wrong, too, the function differs from the one the sentence names; the sentence is true.
      #expect(untrue.subtracting([pair.first.sentence, pair.second.sentence]) == [])
    }
    for verdict in verdicts where ![pair.first.exercise, pair.second.exercise].contains(verdict.exercise) {
      if case .failed = verdict.outcome { Issue.record("\(verdict.line)") }
    }
  }
}
