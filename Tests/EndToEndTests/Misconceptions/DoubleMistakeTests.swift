import Batteries
import Course
import Engine
import StudentCode
import Testing

extension ClassroomTests {
  /// Wrong versions for which the judge has no sentence: two mistakes at once, and mistakes unknown to it.
  ///
  /// To name no cause is no fault here. To name one that is not there is: the student would look for it in vain.
  @Suite(.serialized, .enabled(if: Battery.isLong))
  struct DoubleMistakeTests {
    @Test(
      "two mistakes at once: the report shows the numbers and names neither alone",
      arguments: Battery.some(of: Version.all(.double), little: [], sampleCount: 4))
    func twoAtOnce(mistake: Version) throws {
      try expectEvidenceAlone(mistake)
    }

    @Test(
      "a mistake that the judge does not know: the report shows the numbers and no false cause",
      arguments: Battery.some(of: Version.all(.other), little: [], sampleCount: 6))
    func unknown(mistake: Version) throws {
      try expectEvidenceAlone(mistake)
    }

    private func expectEvidenceAlone(_ mistake: Version) throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant(mistake.body, in: mistake.exercise)
        let result = try classroom.check(mistake.exercise.description)
        #expect(result.status == 1, "\(result.text)")
        #expect(result.output.contains(mistake.evidence), "\(result.text)")
        let given = KnownMisconception.of(mistake.exercise).filter { result.output.contains($0.sentence) }
        #expect(given.map(\.name).filter { !mistake.trueNames.contains($0) } == [], "\(result.text)")
        if !mistake.trueNames.isEmpty {
          #expect(!given.isEmpty, "one of \(mistake.trueNames) should be named\n\(result.text)")
        }
      }
    }
  }
}
