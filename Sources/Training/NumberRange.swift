/// Which numbers something takes.
public struct NumberRange: Equatable, Sendable {
  /// The least one.
  public let least: Double
  /// The largest one; infinite for no bound.
  public let most: Double
  /// Whether the least one itself is left out.
  public let leavesOutLeast: Bool
  /// Whether the largest one itself is left out.
  public let leavesOutMost: Bool
  /// Whether only whole numbers will do.
  public let isWhole: Bool

  /// Whole numbers between two bounds, which belong to them.
  public static func whole(_ range: ClosedRange<Int>) -> NumberRange {
    NumberRange(
      least: Double(range.lowerBound), most: Double(range.upperBound), leavesOutLeast: false, leavesOutMost: false,
      isWhole: true)
  }

  /// Numbers from a bound up.
  public static func number(from least: Double) -> NumberRange {
    NumberRange(least: least, most: .infinity, leavesOutLeast: false, leavesOutMost: true, isWhole: false)
  }

  /// Numbers greater than a bound.
  public static func number(above least: Double) -> NumberRange {
    NumberRange(least: least, most: .infinity, leavesOutLeast: true, leavesOutMost: true, isWhole: false)
  }

  /// Numbers from a bound to below another.
  public static func number(from least: Double, below most: Double) -> NumberRange {
    NumberRange(least: least, most: most, leavesOutLeast: false, leavesOutMost: true, isWhole: false)
  }

  /// Whether a number is among them.
  public func contains(_ number: Double) -> Bool {
    let isInside =
      (leavesOutLeast ? number > least : number >= least) && (leavesOutMost ? number < most : number <= most)
    return isInside && (!isWhole || number == number.rounded())
  }
}

#if !hasFeature(Embedded)
  extension NumberRange: CustomStringConvertible {
    /// What is wanted, as the end of a sentence: `a number from 0 up`.
    public var description: String {
      let bounds = [least, most].map { $0 == $0.rounded() && $0.isFinite ? String(Int($0)) : "\($0)" }
      if isWhole { return "a whole number from \(bounds[0]) to \(bounds[1])" }
      if leavesOutLeast { return "a number greater than \(bounds[0])" }
      return most.isFinite ? "a number from \(bounds[0]) to below \(bounds[1])" : "a number from \(bounds[0]) up"
    }
  }
#endif
