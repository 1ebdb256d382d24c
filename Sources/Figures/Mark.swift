/// Something drawn in a panel.
///
/// Marks with the same name look alike in all panels of a figure and share one line of its legend.
public enum Mark: Codable, Sendable {
  /// A curve through points; a point that is NaN or infinite interrupts it.
  case line(name: String, points: [Point])

  /// Faint lines behind all curves, such as those of equal height on a map; a point that is NaN interrupts them.
  ///
  /// A legend says nothing of them, and the terminal leaves them out.
  case contours(points: [Point])

  /// A scatter of points: each name has a symbol and a colour of its own.
  case points(name: String, points: [Point])

  /// A histogram: `heights[i]` stands between `edges[i]` and `edges[i + 1]`, so there is one edge more than heights.
  case bars(name: String, edges: [Double], heights: [Double])

  /// Where a curve that jumps ends, in the look of the mark of this name: a closed end belongs to the curve, an open one
  /// does not.
  case ends(name: String, closed: [Point], open: [Point])

  /// Words beside points.
  case labels([PointLabel])

  /// Probabilities of a class over the plane, with the line on which they are 0.5; the class is class 1 if it has no
  /// name.
  case field(Field, of: String? = nil)

  /// The likeliest of several classes over the plane, with lines where it changes; class k looks like the mark that is
  /// called `names[k]`.
  case regions(ClassRegions, names: [String])

  /// A vertical line at `x`, for example at the best epoch, with its name at its top.
  case rule(name: String, x: Double)

  /// A mean with its spread for each label, one row a label.
  case intervals(name: String, entries: [Interval])

  /// How many examples of each class were taken for each class: `counts[i][j]` is how many of class i were taken for j.
  case confusion(counts: [[Int]], names: [String])
}

/// What a point is called.
public struct PointLabel: Codable, Sendable {
  /// The words.
  public var text: String
  /// The point that they stand beside.
  public var point: Point

  /// Creates a label.
  public init(_ text: String, at point: Point) {
    self.text = text
    self.point = point
  }
}

/// A mean with its spread.
public struct Interval: Codable, Sendable {
  /// What was measured.
  public var label: String
  /// The mean.
  public var mean: Double
  /// How far it reaches to both sides.
  public var spread: Double

  /// Creates an interval.
  public init(label: String, mean: Double, spread: Double) {
    self.label = label
    self.mean = mean
    self.spread = spread
  }
}
