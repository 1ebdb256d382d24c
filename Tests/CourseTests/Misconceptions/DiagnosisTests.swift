import Batteries
import Engine
import StudentCode
import Testing
import Vocabulary

@testable import Course

@Suite("A student with one known mistake") struct DiagnosisTests {
  /// All known mistakes, some of them, or the first of each exercise.
  private static let mistakes = Battery.some(
    of: Version.all(.mistake),
    little: Course.neuralNetwork.exercises.compactMap { exercise in
      Version.all(.mistake).first { $0.exercise == exercise.id }
    }, sampleCount: 60)

  @Test("is told that mistake, and nothing that is not true", arguments: Self.mistakes)
  func diagnosis(mistake: Version) throws {
    let sentence = try #require(mistake.sentence)
    let student = mistake.student()
    let verdicts = student.verdicts(on: mistake.exercise, in: Lesson.allChecks)
    #expect(verdicts.contains { !$0.outcome.isPass }, "no check notices it")
    let first = verdicts.compactMap(\.diagnosis).first ?? ""
    #expect(
      ([sentence] + mistake.trueSentences).contains { first.contains($0) },
      "\(verdicts.map(\.line).joined(separator: "\n"))")
    for suspect in Suspect.all where suspect.exercise == mistake.exercise {
      #expect(try suspect.falseDiagnoses(verdicts, student) == [])
    }
  }
}
