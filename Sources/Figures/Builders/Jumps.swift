extension Mark {
  /// Returns a curve that is interrupted where it jumps, and the ends that it has there.
  ///
  /// A step is a jump if it is ten times as high as both its neighbours, and a twentieth of the curve's whole height. Of
  /// its two points the one nearer to x = 0 is taken for the place where the curve jumps, and that belongs to the curve.
  public static func curveWithJumps(name: String, points: [Point]) -> [Mark] {
    let finite = points.map(\.y).filter(\.isFinite)
    let height = (finite.max() ?? 0) - (finite.min() ?? 0)
    let rises = zip(points, points.dropFirst()).map { abs($1.y - $0.y) }
    let jumps = rises.indices.dropFirst().dropLast().filter { index in
      rises[index] > 10 * max(rises[index - 1], rises[index + 1]) && rises[index] > height / 20
    }
    guard !jumps.isEmpty else { return [.line(name: name, points: points)] }
    var line: [Point] = []
    var (closed, open) = ([Point](), [Point]())
    for (index, point) in points.enumerated() {
      line.append(point)
      guard jumps.contains(index) else { continue }
      let next = points[index + 1]
      let (end, other) = abs(point.x) <= abs(next.x) ? (point, next) : (next, point)
      closed.append(end)
      open.append(Point(end.x, other.y))
      // The side without the end goes on up to it.
      line += end == point ? [Point(end.x, .nan), Point(end.x, other.y)] : [Point(end.x, other.y), Point(end.x, .nan)]
    }
    return [.line(name: name, points: line), .ends(name: name, closed: closed, open: open)]
  }
}
