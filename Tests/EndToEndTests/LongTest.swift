import Batteries
import Testing

/// The last part builds the kit anew, as a student builds a clone.
private let longTestParts: UInt64 = 4

extension Trait where Self == ConditionTrait {
  /// A test that builds or trains for ten seconds and more.
  ///
  /// All of them are a battery of parts, each about as long as the others; a sample tries the part that the seed draws.
  static func longTest(part: Int) -> Self {
    .enabled(
      if: Battery.choice(little: false, sample: Int(Battery.seed % longTestParts) + 1 == part, all: true),
      "it takes long, and this run tries other long tests or none")
  }
}
