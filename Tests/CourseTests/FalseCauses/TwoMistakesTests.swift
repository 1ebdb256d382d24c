import Batteries
import CourseKit
import Engine
import StudentCode
import Testing
import Vocabulary

@testable import Course

@Suite("A student with mistakes in two exercises") struct TwoMistakesTests {
  /// Two known mistakes in different exercises of the lessons that build on each other.
  struct Pair: CustomTestStringConvertible {
    let first: PlantedMistake
    let second: PlantedMistake

    var testDescription: String { "\(first.testDescription) + \(second.testDescription)" }

    static let some: [Pair] = {
      var generator = SeededGenerator(seed: 99)
      return (0..<95).compactMap { _ in
        guard let one = mistakes.randomElement(using: &generator),
          let other = mistakes.randomElement(using: &generator), one.exercise != other.exercise
        else { return nil }
        return one.exercise < other.exercise ? Pair(first: one, second: other) : Pair(first: other, second: one)
      }
    }()

    /// Those of the student's that are built on other functions of the student's, and versions of what is not computed.
    private static let mistakes = (computed + ways + versions).filter { $0.exercise.lesson != 2 }
    private static let computed = ComputedMistakes.all
    private static let ways = EpochWay.all.map { way in
      PlantedMistake(exercise: "5.3", name: way.name, sentence: nil) { way.plant(in: $0) }
    }
    private static let versions = Version.all(.mistake).map { PlantedMistake($0) }.filter { version in
      !computed.contains { $0.testDescription == version.testDescription }
    }
  }

  @Test(
    "is told nothing that is not true, and right exercises are not said to fail",
    arguments: Battery.some(of: Pair.some, little: Array(Pair.some.prefix(12)), sampleCount: 20))
  func pair(_ pair: Pair) throws {
    let student = TestStudent.reference()
    pair.first.plant(student)
    pair.second.plant(student)
    let lesson = try #require(Course.neuralNetwork.lesson(of: pair.second.exercise))
    let verdicts = student.verdicts(on: lesson, isExplaining: true)
    for suspect in Suspect.all {
      let untrue = try suspect.falseDiagnoses(verdicts, student)
      // Where a part is wrong, too, the function differs from the one the sentence names; the sentence is true.
      #expect(untrue.subtracting([pair.first.sentence, pair.second.sentence].compactMap { $0 }) == [])
    }
    for verdict in verdicts where ![pair.first.exercise, pair.second.exercise].contains(verdict.exercise) {
      if case .failed = verdict.outcome { Issue.record("\(verdict.line)") }
    }
  }
}
