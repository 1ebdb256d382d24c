import Engine
import StudentCode
import Testing
import Vocabulary

@testable import Course

/// A battery may grow; one that lost a case would go on being green.
@Suite("No battery of the judge") struct BatteryCountTests {
  private static let batteries: [(now: Int, before: Int, what: String)] = [
    (Version.all(.mistake).count, 313, "versions with one known mistake"),
    (Version.all(.double).count, 16, "versions with two mistakes"),
    (Version.all(.other).count, 275, "versions with an unknown mistake"),
    (StyleTests.Style.all.count, 85, "styles of a lesson's right versions"),
    (ComputedMistakes.all.count, 237, "known mistakes that the judge computes"),
    (TwoMistakesTests.Pair.some.count, 80, "pairs of known mistakes"),
    (EpochWay.all.count, 15, "ways of an epoch that are joined"),
    (Suspect.all.count, 25, "exercises that are spoiled at random"),
    (PlausibleMistakeTests.all.count, 197, "mistakes that no list knows"),
  ]

  @Test("is smaller than it was", arguments: batteries)
  func count(now: Int, before: Int, battery: String) { #expect(now >= before, "\(battery)") }
}
