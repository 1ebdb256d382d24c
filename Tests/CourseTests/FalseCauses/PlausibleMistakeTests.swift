import Engine
import Testing
import Vocabulary

@testable import Course

@Suite("A mistake that no list knows") struct PlausibleMistakeTests {
  static let all =
    PlausibleMistake.activations + PlausibleMistake.measures + PlausibleMistake.networks
    + PlausibleMistake.trainings + PlausibleMistake.regularisation

  /// A sentence with "If" offers a cause for what many mistakes have in common, for example a result of 0.
  @Test("is noticed by a check of its exercise and gets no cause, because any would be false", arguments: all)
  func noticed(mistake: PlausibleMistake) {
    let student = TestStudent.reference()
    mistake.plant(student)
    let verdicts = student.verdicts(on: mistake.exercise)
    #expect(verdicts.contains { !$0.outcome.isPass }, "no check notices it")
    for verdict in verdicts {
      #expect(verdict.diagnosis == nil || verdict.diagnosis?.contains("If ") == true, "\(verdict.summary)")
    }
  }
}
