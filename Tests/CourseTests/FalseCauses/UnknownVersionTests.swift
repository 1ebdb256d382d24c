import Engine
import StudentCode
import Testing
import Vocabulary

@testable import Course

@Suite("A version that the judge has no sentence for") struct UnknownVersionTests {
  @Test("is noticed, and no cause is named that is not true: two mistakes at once", arguments: Version.all(.double))
  func double(version: Version) { expectNoFalseCause(version) }

  @Test("is noticed, and no cause is named that is not true: an unknown mistake", arguments: Version.all(.other))
  func unknown(version: Version) { expectNoFalseCause(version) }

  private func expectNoFalseCause(_ version: Version) {
    let verdicts = version.student().verdicts(on: version.exercise, in: Lesson.allChecks)
    #expect(verdicts.contains { !$0.outcome.isPass }, "no check notices it")
    let diagnoses = Set(verdicts.compactMap(\.diagnosis))
    #expect(diagnoses.subtracting(version.trueSentences) == [])
    // Where a known mistake is true as well, one of them is named.
    #expect(diagnoses.isEmpty == version.trueSentences.isEmpty, "\(diagnoses)")
  }
}
