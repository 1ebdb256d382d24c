import Engine
import Testing
import Vocabulary

@testable import Course

/// A battery may grow; one that lost a case would go on being green.
@Suite("No battery of the judge") struct BatteryCountTests {
  @Test(
    "is smaller than it was",
    arguments: [
      ("known mistakes", Catalogue.all.count, 287), ("exercises that are spoiled at random", Suspect.all.count, 25),
      ("mistakes that no list knows", PlausibleMistakeTests.all.count, 197),
    ])
  func count(battery: String, now: Int, before: Int) { #expect(now >= before, "\(battery)") }
}
