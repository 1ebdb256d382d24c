import StudentCode
import Testing

/// A battery may grow; one that lost a case would go on being green.
@Suite("No battery that Scripts/verify runs through the real command") struct BatteryCountTests {
  @Test(
    "is smaller than it was",
    arguments: [
      ("planted mistakes", Version.all(.mistake).count, 313), ("pairs of mistakes", Version.all(.double).count, 16),
      ("mistakes that no list knows", Version.all(.other).count, 275),
      ("right answers in other styles", RightAnswers.all.count, 94), ("faults", PlantedFault.long.count, 339),
    ])
  func count(battery: String, now: Int, before: Int) { #expect(now >= before, "\(battery)") }
}
