/// A curve as it is drawn: pieces without gaps, in shares of both axes, and what is left of them without noise.
struct CurvePieces {
  /// The curve as it is, interrupted where a point cannot be drawn.
  let points: [[Point]]

  /// The curve without its noise; nil if it is shown as it is.
  let smoothed: [[Point]]?

  /// What is drawn as the curve.
  var course: [[Point]] { smoothed ?? points }

  /// Takes the points of a curve, in the units of the axes.
  ///
  /// - Parameters:
  ///   - curve: the points.
  ///   - x: the horizontal axis.
  ///   - y: the vertical axis.
  ///   - isSmoothed: whether the curve is drawn without its noise, if it has many points.
  init(_ curve: [Point], x: Scale, y: Scale, isSmoothed: Bool = false) {
    let places = curve.map { point in
      x.fraction(point.x).flatMap { x in y.fraction(point.y).map { Point(x, $0) } }
    }
    points = places.split(separator: nil).map { $0.compactMap(\.self) }
    guard isSmoothed, curve.count >= Noise.leastCount else {
      smoothed = nil
      return
    }
    smoothed = points.map { piece in zip(piece, Noise.smoothed(piece.map(\.y))).map { Point($0.x, $1) } }
  }

  /// Whether a piece of the curve is noisy.
  var isNoisy: Bool { points.contains { Noise.isNoisy($0.map(\.y)) } }
}

extension Figure {
  /// Whether curves are drawn without their noise: all that have many points are, if one of them is noisy, since a smoothed
  /// one would look calm beside those that are as they are.
  var isSmoothed: Bool {
    panels.contains { panel in
      panel.marks.contains { mark in
        guard case .line(_, let points) = mark else { return false }
        return CurvePieces(points, x: panel.xScale, y: panel.yScale).isNoisy
      }
    }
  }
}
