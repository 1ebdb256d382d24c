/// Where the nodes, wires and labels of a graph stand in its picture, in pixels from its upper left corner.
struct GraphLayout {
  let structure: GraphStructure

  /// The radius of all circles.
  let radius: Double

  /// The middle of each column.
  private(set) var middles: [Double] = []

  /// Half the width of what stands in each column.
  let halfWidths: [Double]

  /// Where the label of each link has its middle.
  private(set) var labelPlaces: [Double] = []

  private(set) var width = 0.0
  private(set) var height = 0.0
  private var pitch = 0.0
  private var top = 0.0

  static let widest = SVGPage.widest - 2 * SVGDiagram.margin

  init(_ structure: GraphStructure) {
    self.structure = structure
    let nodes = structure.columns.flatMap(\.nodes)
    let radius =
      nodes.filter { $0.shape == .circle }.map { DiagramText.width($0.text, isBold: true) / 2 + 4 }.max() ?? 0
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

  /// The width of the widest label behind a column.
  func labelWidth(behind column: Int) -> Double {
    structure.links.filter { $0.start.column == column }.map(\.label.width).max() ?? 0
  }

  /// Columns as far apart as their labels need, and further where the page has room: first those between which wires cross.
  private mutating func placeColumns() {
    let gaps = structure.columns.indices.dropLast().map { column in
      let widest = labelWidth(behind: column)
      guard widest > 0 else { return (least: 30.0, most: 50.0) }
      let bends = structure.links.contains { $0.start.column == column && isLevelFirst($0) && !isLevel($0) }
      return (least: widest + (bends ? 30 : 9), most: max(widest + 90, 130))
    }
    let isCrossed = gaps.indices.map { column in
      structure.links.contains { $0.start.column == column && structure.isCrossed($0) }
    }
    var distances = gaps.map(\.least)
    var room = max(Self.widest - 2 * halfWidths.reduce(0, +) - distances.reduce(0, +), 0)
    for areCrossed in [true, false] {
      let chosen = gaps.indices.filter { isCrossed[$0] == areCrossed }
      let wanted = chosen.map { gaps[$0].most - gaps[$0].least }.reduce(0, +)
      let given = min(room, wanted)
      for column in chosen where wanted > 0 {
        distances[column] += given / wanted * (gaps[column].most - gaps[column].least)
      }
      room -= given
    }
    var x = 0.0
    for (column, halfWidth) in halfWidths.enumerated() {
      middles.append(x + halfWidth)
      x += 2 * halfWidth
      if column < distances.count { x += distances[column] }
    }
    width = x
  }

  /// Rows as far apart as nodes and labels need.
  private mutating func placeRows() {
    let nodes = structure.columns.flatMap(\.nodes)
    let above = nodes.map { $0.above(radius: radius) }.max() ?? 0
    let below = nodes.map { $0.below(radius: radius) }.max() ?? 0
    let labels = LabelPlaces(of: self, pitch: above + below + 16)
    (pitch, labelPlaces) = (labels.pitch, labels.places)
    let hasTitles = structure.columns.contains { !$0.title.isEmpty }
    let rows = structure.rows.flatMap(\.self)
    let labelAbove = structure.links.isEmpty ? 0 : DiagramText.lineHeight + 3
    top = (hasTitles ? DiagramText.lineHeight + 8 : 0) + max(above, labelAbove)
    height = y(row: rows.max() ?? 0) + max(below, labelAbove + 4)
  }

  /// Where the label of a wire that stays level has its middle, if it is so wide.
  func levelLabelPlace(behind column: Int, width: Double) -> Double {
    middles[column] + halfWidths[column] + width / 2 + 4
  }

  /// Whether a wire stays in its row until it has passed its label: what flows along it is then read in one line.
  func isLevelFirst(_ link: GraphStructure.Link) -> Bool {
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
    guard isLevelFirst(link) else { return (middles[before] + halfWidth(link.start), right) }
    let widest = labelWidth(behind: before)
    return (min(levelLabelPlace(behind: before, width: widest) + link.label.width / 2, right - 26), right)
  }

  /// How much of its width a wire's curve takes to leave its level, and to reach the other.
  static let softness = 0.2

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
