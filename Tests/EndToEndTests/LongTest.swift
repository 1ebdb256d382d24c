import Batteries
import Testing

extension Trait where Self == ConditionTrait {
  /// A test that builds or trains for ten seconds and more.
  ///
  /// All of them are a battery of three parts, each about as long as the others; a sample tries the part that the seed draws.
  static func longTest(part: Int) -> Self {
    .enabled(
      if: Battery.choice(little: false, sample: Int(Battery.seed % 3) + 1 == part, all: true),
      "it takes long, and this run tries other long tests or none")
  }
}
