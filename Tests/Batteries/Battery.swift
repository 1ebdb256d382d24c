import CourseKit
import Foundation

/// How much of the long batteries a test run tries.
///
/// `swift test` alone tries a little of each, always the same; `Scripts/verify` sets `COURSE_BATTERIES` to `all`, or to
/// `sample` for what `COURSE_SEED` draws.
package enum Battery {
  /// The ways to run a battery.
  package enum Extent: String {
    case little, sample, all
  }

  /// How much this run tries.
  package static let extent = Extent(rawValue: environment["COURSE_BATTERIES"] ?? "") ?? .little

  /// Whether the long batteries run, whole or in samples.
  package static var isLong: Bool { extent != .little }

  /// Whether nothing else runs on this computer, so that times say something: `Scripts/verify` sees to that at its end.
  package static let isQuiet = environment["COURSE_QUIET"] != nil

  /// The number that decides what is drawn; the scripts print it.
  package static let seed = environment["COURSE_SEED"].flatMap(UInt64.init) ?? 1

  /// Returns one of three values.
  package static func choice<Value>(little: Value, sample: Value, all: Value) -> Value {
    switch extent {
    case .little: little
    case .sample: sample
    case .all: all
    }
  }

  /// Returns what of a battery is tried, in the order of its elements.
  ///
  /// - Parameters:
  ///   - elements: the whole battery.
  ///   - little: what is tried in each `swift test`.
  ///   - sampleCount: how many of all elements a sample holds.
  package static func some<Element>(
    of elements: [Element], little: [Element], sampleCount: Int
  ) -> [Element] {
    choice(little: little, sample: sample(sampleCount, of: elements), all: elements)
  }

  /// Returns some of the elements, others for each turn; all of them where all is tried.
  package static func some<Element>(_ count: Int, of elements: [Element], turn: Int) -> [Element] {
    if extent == .all { return elements }
    let start = turn + Int(truncatingIfNeeded: seed % 1000)
    return (0..<min(count, elements.count)).map { elements[(start * count + $0) % elements.count] }
  }

  /// Returns elements that the seed draws, in their order.
  private static func sample<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    var generator = SeededGenerator(seed: seed)
    return elements.indices.shuffled(using: &generator).prefix(count).sorted().map { elements[$0] }
  }

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }
}
