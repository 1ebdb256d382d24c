import Batteries
import StudentCode
import Testing

extension ClassroomTests {
  /// Wrong versions that no list has: two mistakes at once, and mistakes of which nobody thought.
  ///
  /// Whether what is said of them is true is found out where the judge runs in the tests' own process; here the real
  /// command must not let them pass, and must say something that helps.
  @Suite(.serialized, .enabled(if: Battery.isLong))
  struct DoubleMistakeTests {
    @Test(
      "two mistakes at once fail, with an explanation or an example that can be followed",
      arguments: Battery.some(of: Version.all(.double), little: [], sampleCount: 4))
    func twoAtOnce(mistake: Version) throws { try expectHelp(mistake) }

    @Test(
      "a mistake that no list has fails, with an explanation or an example that can be followed",
      arguments: Battery.some(of: Version.all(.other), little: [], sampleCount: 6))
    func unknown(mistake: Version) throws { try expectHelp(mistake) }

    private func expectHelp(_ mistake: Version) throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant(mistake.body, in: mistake.exercise)
        let result = try classroom.check(mistake.exercise.description)
        #expect(result.status == 1, "\(result.text)")
        // Below the line of that check which says most there is what is wrong.
        let failures = result.output.split(separator: "✗").dropFirst()
        #expect(failures.contains { $0.split(separator: "\n").count > 2 }, "\(result.text)")
      }
    }
  }
}
