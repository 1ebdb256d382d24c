/// Nodes and wires by their places, and the height at which each node stands.
struct GraphStructure {
  /// The place of a node: its column, and its index there.
  struct Place: Hashable {
    var column: Int
    var index: Int
  }

  /// A wire between two places.
  struct Link {
    var start: Place
    var end: Place
    var wire: Diagram.Wire
  }

  let columns: [Diagram.Column]

  /// The wires that run to the right between two nodes there are; others are left out.
  let links: [Link]

  /// How far down each node stands, in rows: `rows[column][index]`, the highest one at 0.
  let rows: [[Double]]

  init(columns: [Diagram.Column], wires: [Diagram.Wire]) {
    var places: [String: Place] = [:]
    for (column, nodes) in columns.map(\.nodes).enumerated() {
      for (index, node) in nodes.enumerated() { places[node.name] = Place(column: column, index: index) }
    }
    let links = wires.compactMap { wire -> Link? in
      guard let start = places[wire.start], let end = places[wire.end], start.column < end.column else { return nil }
      return Link(start: start, end: end, wire: wire)
    }
    self.columns = columns
    self.links = links
    rows = Self.rows(columns, links)
  }

  func node(_ place: Place) -> Diagram.Node { columns[place.column].nodes[place.index] }

  func row(_ place: Place) -> Double { rows[place.column][place.index] }

  /// Whether another wire between the same columns runs across a wire.
  func isCrossed(_ link: Link) -> Bool {
    links.contains { other in
      other.start.column == link.start.column && other.end.column == link.end.column
        && (row(other.start) - row(link.start)) * (row(other.end) - row(link.end)) < 0
    }
  }

  var hasSlopes: Bool {
    links.contains { $0.wire.label.slope != nil }
      || columns.flatMap(\.nodes).contains { $0.slope != nil || $0.bias?.slope != nil }
  }

  /// Each node as near as possible to the middle of the nodes it is fed by; one that is fed by none follows the one above.
  private static func rows(_ columns: [Diagram.Column], _ links: [Link]) -> [[Double]] {
    var rows: [[Double]] = []
    for (column, nodes) in columns.map(\.nodes).enumerated() {
      var wishes: [Double?] = nodes.indices.map { index in
        let sources = links.filter { $0.end == Place(column: column, index: index) }.map(\.start)
        guard !sources.isEmpty else { return nil }
        return sources.map { rows[$0.column][$0.index] }.reduce(0, +) / Double(sources.count)
      }
      let first = wishes.firstIndex { $0 != nil }
      let start = first.flatMap { index in wishes[index].map { $0 - Double(index) } } ?? 0
      for index in wishes.indices where wishes[index] == nil {
        wishes[index] = index == 0 ? start : wishes[index - 1].map { $0 + 1 }
      }
      rows.append(spread(wishes.compactMap(\.self)))
    }
    let highest = rows.flatMap(\.self).min() ?? 0
    return rows.map { $0.map { $0 - highest } }
  }

  /// The places nearest to those wished for, in this order and at least 1 apart: the sum of squares is least.
  static func spread(_ wishes: [Double]) -> [Double] {
    // Less its index, a place must be no smaller than the one before it; blocks that would be are put at their mean.
    var blocks: [(sum: Double, count: Int)] = []
    for (index, wish) in wishes.enumerated() {
      var block = (sum: wish - Double(index), count: 1)
      while let last = blocks.last, last.sum * Double(block.count) > block.sum * Double(last.count) {
        block = (last.sum + block.sum, last.count + block.count)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    let places = blocks.flatMap { [Double](repeating: $0.sum / Double($0.count), count: $0.count) }
    return places.enumerated().map { $0.element + Double($0.offset) }
  }
}
