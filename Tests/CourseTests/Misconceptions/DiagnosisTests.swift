import Engine
import Testing
import Vocabulary

@testable import Course

@Suite("A student with one known mistake") struct DiagnosisTests {
  @Test("is told just that mistake, and never another one", arguments: Catalogue.all)
  func diagnosis(mistake: PlantedMistake) throws {
    let verdicts = mistake.student().verdicts(on: mistake.exercise)
    #expect(verdicts.contains { !$0.outcome.isPass }, "no check notices it")
    let diagnoses = verdicts.compactMap(\.diagnosis)
    #expect(diagnoses.first == mistake.sentence, "\(verdicts.map(\.line).joined(separator: "\n"))")
    #expect(diagnoses.allSatisfy { $0 == mistake.sentence }, "\(diagnoses)")
  }
}
