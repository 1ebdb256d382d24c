import Engine
import StudentCode
import Testing
import Vocabulary

@testable import Course

@Suite("A student with one known mistake") struct DiagnosisTests {
  @Test("is told just that mistake, and never another one", arguments: Version.all(.mistake))
  func diagnosis(mistake: Version) throws {
    let sentence = try #require(mistake.sentence)
    let verdicts = mistake.student().verdicts(on: mistake.exercise, in: Lesson.allChecks)
    #expect(verdicts.contains { !$0.outcome.isPass }, "no check notices it")
    let diagnoses = verdicts.compactMap(\.diagnosis)
    #expect(diagnoses.first == sentence, "\(verdicts.map(\.line).joined(separator: "\n"))")
    #expect(Set(diagnoses).subtracting(mistake.trueSentences + [sentence]) == [])
  }
}
