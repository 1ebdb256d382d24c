import Batteries
import Engine
import Testing
import Vocabulary

@testable import Course

@Suite("A mistake that no list knows") struct PlausibleMistakeTests {
  static let all =
    PlausibleMistake.activations + PlausibleMistake.measures + PlausibleMistake.networks
    + PlausibleMistake.trainings + PlausibleMistake.regularisation + PlausibleMistake.severalClasses
    + PlausibleMistake.averages

  @Test(
    "is noticed by a check of its exercise, and what is said of it is true of other inputs, too",
    arguments: Battery.some(of: all, little: Array(all.prefix(8)), sampleCount: 40))
  func noticed(mistake: PlausibleMistake) throws {
    let student = TestStudent.reference()
    mistake.plant(student)
    let verdicts = student.verdicts(on: mistake.exercise)
    #expect(verdicts.contains { !$0.outcome.isPass }, "no check notices it")
    for suspect in Suspect.all where suspect.exercise == mistake.exercise {
      #expect(try suspect.falseDiagnoses(verdicts, student) == [])
    }
  }
}
