/// Finds places for the labels of a graph's wires: each lies on its own wire, clear of the others and of their labels.
struct LabelPlaces {
  /// Where the label of each link has its middle.
  private(set) var places: [Double]

  /// How far apart rows stand: as far as labels need.
  private(set) var pitch: Double

  private let layout: GraphLayout
  private var links: [GraphStructure.Link] { layout.structure.links }

  /// How many places of a wire are tried.
  private static let count = 24

  /// How much further apart rows may be for the sake of labels.
  private static let furthest = 1.8

  /// Places labels so that rows need not be further apart than they are, or as little as possible.
  init(of layout: GraphLayout, pitch: Double) {
    self.layout = layout
    self.pitch = pitch
    places = layout.structure.links.map { link in
      let (left, right) = layout.room(for: link)
      return (left + right) / 2
    }
    let free = links.indices.filter { !links[$0].wire.label.isEmpty }
    var best = (cost: Double.infinity, places: places, pitch: pitch)
    for step in stride(from: 1, through: Self.furthest, by: 0.05) {
      self.pitch = pitch * step
      let cost = place(free)
      if cost < best.cost { best = (cost, places, self.pitch) }
      if best.cost == 0 { break }
    }
    (places, self.pitch) = (best.places, best.pitch)
  }

  /// Places labels with the pitch there is, and returns how much they lie in each other's way.
  private mutating func place(_ free: [Int]) -> Double {
    for index in free { places[index] = wish(index) }
    // Each goes where the others leave most room, until none does any more.
    for _ in 0..<8 {
      let before = places
      for index in free where !layout.isLevelFirst(links[index]) { places[index] = bestPlace(index) }
      if places == before { break }
    }
    return free.map { trouble($0, at: places[$0]) }.reduce(0, +)
  }

  /// Where a label would stand by itself: in the middle, or where its wire begins if others cross it.
  private func wish(_ index: Int) -> Double {
    let link = links[index]
    if layout.isLevelFirst(link) {
      return layout.levelLabelPlace(
        behind: link.start.column, width: layout.labelWidth(behind: link.start.column))
    }
    let (left, right) = layout.room(for: link)
    return layout.structure.isCrossed(link) ? left + 0.25 * (right - left) : (left + right) / 2
  }

  private func bestPlace(_ index: Int) -> Double {
    let (left, right) = layout.room(for: links[index])
    let wish = wish(index)
    let candidates = [wish] + (0...Self.count).map { left + Double($0) / Double(Self.count) * (right - left) }
    let costs = candidates.map { 10 * trouble(index, at: $0) + abs($0 - wish) / max(right - left, 1) }
    let best = costs.indices.min { costs[$0] < costs[$1] } ?? 0
    return candidates[best]
  }

  /// How much a label at a place lies on others and on wires that are not its own.
  private func trouble(_ index: Int, at x: Double) -> Double {
    let link = links[index]
    let box = box(index, at: x)
    let columns = layout.structure.columns
    let words = [link.start.column, link.start.column + 1].filter(columns.indices.contains).flatMap { column in
      columns[column].nodes.indices.flatMap { self.words(of: GraphStructure.Place(column: column, index: $0)) }
    }
    let onWords = Double(words.count { overlap($0.x, box.x) > 0 && overlap($0.y, box.y) > 0 })
    return links.indices.filter { $0 != index && links[$0].start.column == link.start.column }.map { other in
      let hidden = (0...8).count { step in
        let x = box.x.lowerBound + Double(step) / 8 * (box.x.upperBound - box.x.lowerBound)
        return box.y.contains(pitch * layout.row(of: links[other], x: x))
      }
      // Wires of one node begin together: there none can be clear of the others.
      let hides = Double(hidden) / 9
      guard !links[other].wire.label.isEmpty else { return hides }
      let neighbour = self.box(other, at: places[other])
      let (across, down) = (overlap(box.x, neighbour.x), overlap(box.y, neighbour.y))
      return hides + (across > 0 && down > 0 ? 1 + down / 10 : 0)
    }.reduce(2 * onWords, +)
  }

  private typealias Box = (x: ClosedRange<Double>, y: ClosedRange<Double>)

  /// What a node takes: itself, the words below it, and its bias above.
  private func words(of place: GraphStructure.Place) -> [Box] {
    let (x, y, node) = (layout.middles[place.column], pitch * layout.structure.row(place), layout.structure.node(place))
    let (half, height) = (node.halfWidth(radius: layout.radius), node.halfHeight(radius: layout.radius))
    let words = node.wordsWidth / 2
    return [
      (x - half...x + half, y - height...y + height),
      (x - words...x + words, y + height...y + node.below(radius: layout.radius)),
      (x - node.biasWidth / 2...x + node.biasWidth / 2, y - node.above(radius: layout.radius)...y - height),
    ]
  }

  /// What a label takes, with a little room around it.
  private func box(_ index: Int, at x: Double) -> Box {
    let link = links[index]
    let half = link.label.width / 2 + 4
    let y = pitch * layout.row(of: link, x: x)
    let middles = layout.labelMiddles(of: link)
    let (above, below) = (y + (middles.value ?? middles.slope ?? 0), y + (middles.slope ?? middles.value ?? 0))
    let reach = DiagramText.lineHeight / 2 + 2
    return (x - half...x + half, above - reach...max(below, above) + reach)
  }

  private func overlap(_ first: ClosedRange<Double>, _ second: ClosedRange<Double>) -> Double {
    min(first.upperBound, second.upperBound) - max(first.lowerBound, second.lowerBound)
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
  /// Where the label of a wire may have its middle: between the nodes, and clear of arrows' heads.
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
