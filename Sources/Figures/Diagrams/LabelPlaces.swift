/// Finds places for the labels of a graph's wires: each lies on its own wire, clear of the others and of their labels.
struct LabelPlaces {
  /// Where the label of each link has its middle.
  private(set) var places: [Double]

  /// How far apart rows stand: as far as labels need.
  private(set) var pitch: Double

  private let wires: [Wire]

  /// What nodes and their words take, by column.
  private let nodes: [[NodeBox]]

  /// How many places of a wire are tried.
  private static let count = 20

  /// How much further apart rows may be for the sake of labels.
  private static let furthest = 1.8

  /// Places labels so that rows need not be further apart than they are, or as little as possible.
  init(of layout: GraphLayout, pitch: Double) {
    wires = layout.structure.links.map { Wire($0, in: layout) }
    nodes = layout.structure.columns.indices.map { NodeBox.all(inColumn: $0, of: layout) }
    places = wires.map(\.wish)
    self.pitch = pitch
    let labelled = wires.indices.filter { wires[$0].isLabelled }
    var best = (cost: Double.infinity, places: places, pitch: pitch)
    for step in stride(from: 1, through: Self.furthest, by: 0.08) {
      self.pitch = pitch * step
      let cost = place(labelled)
      if cost < best.cost { best = (cost, places, self.pitch) }
      if best.cost == 0 { break }
    }
    (places, self.pitch) = (best.places, best.pitch)
  }

  /// Places labels with the pitch there is, and returns how much they lie in each other's way.
  private mutating func place(_ labelled: [Int]) -> Double {
    for index in labelled { places[index] = wires[index].wish }
    // Each goes where the others leave most room, until none does any more.
    for _ in 0..<4 {
      let before = places
      for index in labelled where wires[index].isMovable && trouble(index, at: places[index]) > 0 {
        places[index] = bestPlace(index)
      }
      if places == before { break }
    }
    return labelled.map { trouble($0, at: places[$0]) }.reduce(0, +)
  }

  private func bestPlace(_ index: Int) -> Double {
    let (left, right) = wires[index].room
    let wish = wires[index].wish
    let candidates = [wish] + (0...Self.count).map { left + Double($0) / Double(Self.count) * (right - left) }
    let costs = candidates.map { 10 * trouble(index, at: $0) + abs($0 - wish) / max(right - left, 1) }
    let best = costs.indices.min { costs[$0] < costs[$1] } ?? 0
    return candidates[best]
  }

  /// How much a label at a place lies on nodes, on wires that are not its own, and on their labels.
  private func trouble(_ index: Int, at x: Double) -> Double {
    let wire = wires[index]
    let box = wire.box(at: x, pitch: pitch)
    var trouble = 0.0
    for column in [wire.column, wire.column + 1] where nodes.indices.contains(column) {
      for node in nodes[column] where box.x.overlap(node.x) > 0 {
        let y = pitch * node.row
        if box.y.overlap(y + node.y.lowerBound...y + node.y.upperBound) > 0 { trouble += 2 }
      }
    }
    for (other, neighbour) in wires.enumerated() where other != index && neighbour.column == wire.column {
      let hidden = (0...8).count { step in
        let x = box.x.lowerBound + Double(step) / 8 * (box.x.upperBound - box.x.lowerBound)
        return box.y.contains(pitch * neighbour.row(at: x))
      }
      trouble += Double(hidden) / 9
      guard neighbour.isLabelled else { continue }
      let label = neighbour.box(at: places[other], pitch: pitch)
      let (across, down) = (box.x.overlap(label.x), box.y.overlap(label.y))
      if across > 0, down > 0 { trouble += 1 + down / 10 }
    }
    return trouble
  }
}

/// A wire as its label sees it.
private struct Wire {
  let column: Int
  let isLabelled: Bool

  /// Whether its label has no place of its own.
  let isMovable: Bool

  /// Where its label may have its middle.
  let room: (left: Double, right: Double)

  /// Where its label would stand by itself: in the middle, or where the wire begins if others cross it.
  let wish: Double

  /// The label with a little room around it, seen from its place on the wire.
  private let label: (x: ClosedRange<Double>, y: ClosedRange<Double>)

  private let start: Double
  private static let step = 2.0

  /// How far down it runs at each step from its start, in rows.
  private let rows: [Double]

  init(_ link: GraphStructure.Link, in layout: GraphLayout) {
    column = link.start.column
    isLabelled = !link.wire.label.isEmpty
    isMovable = !layout.isLevelFirst(link)
    let room = layout.room(for: link)
    self.room = room
    wish =
      layout.isLevelFirst(link)
      ? layout.levelLabelPlace(behind: column, width: layout.labelWidth(behind: column))
      : room.left + (layout.structure.isCrossed(link) ? 0.25 : 0.5) * (room.right - room.left)
    let middles = layout.labelMiddles(of: link)
    let (half, reach) = (link.label.width / 2 + 4, DiagramText.lineHeight / 2 + 2)
    let (above, below) = (middles.value ?? middles.slope ?? 0, middles.slope ?? middles.value ?? 0)
    label = (-half...half, above - reach...max(above, below) + reach)
    let start = layout.middles[column]
    self.start = start
    rows = stride(from: start, through: layout.middles[column + 1], by: Self.step).map { layout.row(of: link, x: $0) }
  }

  func row(at x: Double) -> Double {
    let index = Int(((x - start) / Self.step).rounded())
    return rows[min(max(index, 0), rows.count - 1)]
  }

  func box(at x: Double, pitch: Double) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    let y = pitch * row(at: x)
    return (
      x + label.x.lowerBound...x + label.x.upperBound, y + label.y.lowerBound...y + label.y.upperBound
    )
  }
}

/// What a node takes, or its words: from its row on.
private struct NodeBox {
  let row: Double
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  /// Each node itself, the words below it, and its bias above.
  static func all(inColumn column: Int, of layout: GraphLayout) -> [NodeBox] {
    let (x, radius) = (layout.middles[column], layout.radius)
    return layout.structure.columns[column].nodes.enumerated().flatMap { index, node -> [NodeBox] in
      let row = layout.structure.row(GraphStructure.Place(column: column, index: index))
      let (half, height) = (node.halfWidth(radius: radius), node.halfHeight(radius: radius))
      func box(_ half: Double, _ top: Double, _ bottom: Double) -> NodeBox {
        NodeBox(row: row, x: x - half...x + half, y: top...bottom)
      }
      return [
        box(half, -height, height), box(node.wordsWidth / 2, height, node.below(radius: radius)),
        box(node.biasWidth / 2, -node.above(radius: radius), -height),
      ]
    }
  }
}

extension ClosedRange<Double> {
  fileprivate func overlap(_ other: ClosedRange<Double>) -> Double {
    Swift.min(upperBound, other.upperBound) - Swift.max(lowerBound, other.lowerBound)
  }
}

extension GraphStructure.Link {
  /// The words of a wire.
  var label: (value: String, slope: String?, width: Double) {
    let label = wire.label
    let width = max(DiagramText.width(label.value), DiagramText.width(label.slopeText ?? ""))
    return (label.value, label.slopeText, width)
  }
}

extension GraphLayout {
  /// Where the label of a wire may have its middle: between the nodes.
  func room(for link: GraphStructure.Link) -> (left: Double, right: Double) {
    let half = link.label.width / 2 + 6
    let next = GraphStructure.Place(column: link.start.column + 1, index: 0)
    let ending = link.end.column == next.column ? halfWidth(link.end) : halfWidths[next.column]
    let left = middles[link.start.column] + halfWidth(link.start) + half
    let right = middles[next.column] - ending - half
    return (min(left, (left + right) / 2), max(right, (left + right) / 2))
  }

  /// How far below its wire the middle of a label's value and of its slope lie; nil for what is not written.
  ///
  /// A level wire runs between both. Another one ends above them and goes on below.
  func labelMiddles(of link: GraphStructure.Link) -> (value: Double?, slope: Double?) {
    let (value, slope, _) = link.label
    let staysLevel = isLevel(link) || isLevelFirst(link)
    let isDouble = link.wire.carriesSlope && link.wire.label.slope != nil
    let away = DiagramText.lineHeight / 2 + (!staysLevel ? -0.5 : isDouble ? 5.5 : 3)
    let isCentred = !staysLevel && (value.isEmpty || slope == nil)
    return (value.isEmpty ? nil : isCentred ? 0 : -away, slope == nil ? nil : isCentred ? 0 : away)
  }
}
