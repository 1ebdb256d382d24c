import Foundation

/// How much is tried: `Scripts/verify` asks for all, by the same variable as for the long batteries of other tests.
enum Battery {
  /// Whether the long batteries run.
  static let isLong = ProcessInfo.processInfo.environment["COURSE_BATTERIES"] == "all"

  /// Returns some of the elements, others for each number; all of them in the long batteries.
  static func some<Element>(_ count: Int, of elements: [Element], turn: Int) -> [Element] {
    if isLong { return elements }
    return (0..<min(count, elements.count)).map { elements[(turn * count + $0) % elements.count] }
  }
}
