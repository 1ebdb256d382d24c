/// Where the nodes, wires and labels of a graph stand in its picture, in pixels from its upper left corner.
struct GraphLayout {
  let structure: GraphStructure

  /// The radius of all circles.
  let radius: Double

  /// The middle of each column.
  private(set) var middles: [Double] = []

  /// Half the width of what stands in each column.
  let halfWidths: [Double]

  /// Where the labels between a column and the next one stand.
  private(set) var labelPlaces: [Double] = []

  private(set) var width = 0.0
  private(set) var height = 0.0
  private var pitch = 0.0
  private var top = 0.0

  static let widest = 612.0
  private static let labelGap = 5.0

  init(_ structure: GraphStructure) {
    self.structure = structure
    let nodes = structure.columns.flatMap(\.nodes)
    let radius =
      nodes.filter { $0.shape == .circle }.map { DiagramText.width($0.text, isBold: true) / 2 + 6 }.max() ?? 0
    self.radius = max(radius, 22)
    halfWidths = structure.columns.map { [circle = self.radius] column in
      max(
        column.nodes.map { $0.extent(radius: circle) }.max() ?? 0, DiagramText.width(column.title, isBold: true) / 2)
    }
    placeColumns()
    placeRows()
  }

  func y(row: Double) -> Double { top + row * pitch }

  func y(_ place: GraphStructure.Place) -> Double { y(row: structure.row(place)) }

  /// Half the width of a node itself.
  func halfWidth(_ place: GraphStructure.Place) -> Double { structure.node(place).halfWidth(radius: radius) }

  /// Columns as far apart as their labels need, and further where the page has room.
  private mutating func placeColumns() {
    let gaps = structure.columns.indices.dropLast().map { column in
      let labels = structure.links.filter { $0.start.column == column }.map(\.wire.label)
      let widest = labels.flatMap { [$0.value, $0.slopeText ?? ""] }.map { DiagramText.width($0) }.max() ?? 0
      guard widest > 0 else { return (least: 30.0, most: 50.0) }
      let bends = structure.links.contains { $0.start.column == column && isLevelFirst($0) && !isLevel($0) }
      return (least: widest + (bends ? 38 : 14), most: max(widest + 90, 130))
    }
    let columns = 2 * halfWidths.reduce(0, +)
    let least = gaps.map(\.least).reduce(0, +)
    let room = max(gaps.map(\.most).reduce(0, +) - least, 1)
    let share = min(max((Self.widest - columns - least) / room, 0), 1)
    var x = 0.0
    for (column, halfWidth) in halfWidths.enumerated() {
      middles.append(x + halfWidth)
      x += 2 * halfWidth
      guard column < gaps.count else { break }
      x += gaps[column].least + share * (gaps[column].most - gaps[column].least)
    }
    width = x
  }

  /// Rows as far apart as nodes and labels need.
  private mutating func placeRows() {
    let nodes = structure.columns.flatMap(\.nodes)
    let above = nodes.map { $0.above(radius: radius) }.max() ?? 0
    let below = nodes.map { $0.below(radius: radius) }.max() ?? 0
    pitch = above + below + 16
    for column in structure.columns.indices.dropLast() {
      let (x, distance) = bestLabelPlace(from: column)
      labelPlaces.append(x)
      let needed = labelHeight(from: column) + labelGap(from: column)
      if distance > 0.02 { pitch = max(pitch, needed / distance) }
    }
    let hasTitles = structure.columns.contains { !$0.title.isEmpty }
    let rows = structure.rows.flatMap(\.self)
    let labelAbove = structure.links.isEmpty ? 0 : DiagramText.lineHeight + 3
    top = (hasTitles ? DiagramText.lineHeight + 8 : 0) + max(above, labelAbove)
    height = y(row: rows.max() ?? 0) + max(below, labelAbove + 4)
  }

  /// How far apart labels stand: further where wires with slopes cross, so that each value is seen with its own slope.
  private func labelGap(from column: Int) -> Double {
    let links = structure.links.filter {
      $0.start.column == column && $0.wire.carriesSlope && $0.wire.label.slope != nil
    }
    return Set(links.map(\.start)).count < links.count ? 3 * Self.labelGap : Self.labelGap
  }

  private func labelHeight(from column: Int) -> Double {
    let hasSlopes = structure.links.contains { $0.start.column == column && $0.wire.label.slope != nil }
    return hasSlopes ? 2 * DiagramText.lineHeight + 6 : DiagramText.lineHeight
  }

  /// Where the labels behind a column lie far enough apart, as near to the middle as possible; else farthest apart.
  private func bestLabelPlace(from column: Int) -> (x: Double, distance: Double) {
    let links = structure.links.filter { $0.start.column == column && !$0.wire.label.isEmpty }
    let widest = links.flatMap { [$0.wire.label.value, $0.wire.label.slopeText ?? ""] }.map { DiagramText.width($0) }
    let half = (widest.max() ?? 0) / 2 + 4
    let (left, right) = (
      middles[column] + halfWidths[column] + half, middles[column + 1] - halfWidths[column + 1] - half - 6
    )
    if links.contains(where: { isLevelFirst($0) && !isLevel($0) }) { return (left + 2, 1) }
    let middle = (left + right) / 2
    // A little more than needed is welcome, as wires can then be told apart more easily.
    let needed = max(1.4 * (labelHeight(from: column) + labelGap(from: column)) / pitch, 0.32)
    // From the middle outwards, the left one first: there, wires are still near the node they come from.
    let steps = (0...20).flatMap { [-Double($0), Double($0)] }
    let candidates = steps.map { middle + $0 / 20 * max(right - middle, 0) }
    let distances = candidates.map { x in
      let rows = links.map { row(of: $0, x: x) }.sorted()
      return min(zip(rows, rows.dropFirst()).map { $1 - $0 }.min() ?? .infinity, needed)
    }
    let best = distances.max() ?? 0
    let first = candidates.indices.first { distances[$0] >= 0.9 * best } ?? 0
    return (candidates[first], distances[first])
  }

  /// Whether a wire stays in its row until it has passed its label: what flows along it is then read in one line.
  private func isLevelFirst(_ link: GraphStructure.Link) -> Bool {
    link.wire.carriesSlope && !structure.links.contains { $0.start == link.start && $0.end != link.end }
  }

  func isLevel(_ link: GraphStructure.Link) -> Bool { structure.row(link.start) == structure.row(link.end) }

  /// How far down a wire runs at the place of its label, in rows.
  func row(of link: GraphStructure.Link, x: Double) -> Double {
    let (start, end) = (structure.row(link.start), structure.row(link.end))
    guard !isLevelFirst(link) else { return start }
    let (left, right) = bend(of: link)
    guard x > left, right > left else { return start }
    return start + (end - start) * Self.share(x: min((x - left) / (right - left), 1))
  }

  /// Where a wire leaves its row and where it has reached its end: it bends in front of its last column.
  func bend(of link: GraphStructure.Link) -> (left: Double, right: Double) {
    let before = link.end.column - 1
    let right = middles[link.end.column] - halfWidth(link.end)
    if before > link.start.column { return (middles[before] + halfWidths[before], right) }
    guard isLevelFirst(link), before < labelPlaces.count else {
      return (middles[before] + halfWidth(link.start), right)
    }
    let label = link.wire.label
    let half = max(DiagramText.width(label.value), DiagramText.width(label.slopeText ?? "")) / 2
    return (min(labelPlaces[before] + half, right - 26), right)
  }

  /// How much of its width a wire's curve takes to leave its level, and to reach the other.
  static let softness = 0.3

  /// How far down a wire has come at a share of its width: it is a cubic Bézier curve with level ends.
  private static func share(x: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<40 {
      let time = (low + high) / 2
      let rest = 1 - time
      let reached = 3 * time * rest * (softness * rest + (1 - softness) * time) + time * time * time
      if reached < x { low = time } else { high = time }
    }
    return low * low * (3 - 2 * low)
  }
}
