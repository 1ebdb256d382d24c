/// Leaves out what cannot be seen, so that a line of ten thousand points stays a small file.
enum Thinning {
  /// Returns the points of a curve that make a visible difference: of each run of points in one column of `width`
  /// the first, the lowest, the highest and the last.
  static func curve(_ points: [Point], columnWidth: Double) -> [Point] {
    var result: [Point] = []
    var start = 0
    while start < points.count {
      let column = (points[start].x / columnWidth).rounded(.down)
      var end = start + 1
      var lowest = start
      var highest = start
      while end < points.count, (points[end].x / columnWidth).rounded(.down) == column {
        if points[end].y < points[lowest].y { lowest = end }
        if points[end].y > points[highest].y { highest = end }
        end += 1
      }
      var kept = [start]
      for index in [min(lowest, highest), max(lowest, highest), end - 1] where index > kept[kept.count - 1] {
        kept.append(index)
      }
      result += kept.map { points[$0] }
      start = end
    }
    return result
  }

  /// Returns the points of a scatter without those that lie exactly over an earlier one, to within `distance`.
  static func scatter(_ points: [Point], distance: Double) -> [Point] {
    var seen: Set<[Int]> = []
    return points.filter { point in
      seen.insert([Int((point.x / distance).rounded()), Int((point.y / distance).rounded())]).inserted
    }
  }
}
