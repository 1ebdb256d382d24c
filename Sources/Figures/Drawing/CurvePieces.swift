/// A curve as it is drawn: pieces without gaps, in shares of both axes, and what is left of them without noise.
struct CurvePieces {
  /// The curve as it is, interrupted where a point cannot be drawn.
  let points: [[Point]]

  /// The curve without its noise; nil if it has none.
  let smoothed: [[Point]]?

  /// What is drawn as the curve.
  var course: [[Point]] { smoothed ?? points }

  /// Takes the points of a curve, in the units of the axes.
  init(_ curve: [Point], x: Scale, y: Scale) {
    let places = curve.map { point in
      x.fraction(point.x).flatMap { x in y.fraction(point.y).map { Point(x, $0) } }
    }
    points = places.split(separator: nil).map { $0.compactMap(\.self) }
    guard points.contains(where: { Noise.isNoisy($0.map(\.y)) }) else {
      smoothed = nil
      return
    }
    smoothed = points.map { piece in zip(piece, Noise.smoothed(piece.map(\.y))).map { Point($0.x, $1) } }
  }
}
