import Batteries
import Engine
import StudentCode
import Testing
import Vocabulary

@testable import Course

@Suite("A version that no list has") struct UnknownVersionTests {
  @Test(
    "is noticed, and what is said is true of other inputs: two mistakes at once",
    arguments: Battery.some(of: Version.all(.double), little: Array(Version.all(.double).prefix(4)), sampleCount: 8))
  func double(version: Version) throws { try expectTruth(version) }

  @Test(
    "is noticed, and what is said is true of other inputs: a mistake of which nobody thought",
    arguments: Battery.some(of: Version.all(.other), little: Array(Version.all(.other).prefix(8)), sampleCount: 40))
  func unknown(version: Version) throws { try expectTruth(version) }

  private func expectTruth(_ version: Version) throws {
    let student = version.student()
    let verdicts = student.verdicts(on: version.exercise, in: Lesson.allChecks)
    #expect(verdicts.contains { !$0.outcome.isPass }, "no check notices it")
    for suspect in Suspect.all where suspect.exercise == version.exercise {
      // Of two mistakes each for itself is true.
      #expect(try suspect.falseDiagnoses(verdicts, student).subtracting(version.trueSentences) == [])
    }
  }
}
