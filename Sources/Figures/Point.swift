/// A place in a panel, in the units of its axes.
public struct Point: Equatable, Sendable {
  /// The place on the horizontal axis.
  public var x: Double

  /// The place on the vertical axis.
  public var y: Double

  /// Creates a point from both places.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
