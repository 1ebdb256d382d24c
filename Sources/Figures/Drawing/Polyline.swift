/// Lines made of straight pieces.
enum Polyline {
  /// Returns the pieces joined end to end; a piece that is given twice, in either direction, is drawn once.
  static func joined(_ pieces: [(from: Point, to: Point)]) -> [[Point]] {
    var pieces = pieces.map { [$0.from, $0.to] }
    var seen: Set<[Place]> = []
    pieces.removeAll { piece in
      let ends = piece.map(Place.init)
      return ends[0] == ends[1] || !seen.insert(ends[0] < ends[1] ? ends : ends.reversed()).inserted
    }
    var atPlace: [Place: [Int]] = [:]
    for (index, piece) in pieces.enumerated() {
      for end in piece { atPlace[Place(end), default: []].append(index) }
    }
    var isTaken = [Bool](repeating: false, count: pieces.count)
    /// The other end of a piece that begins at a place and is not taken yet, where no third piece meets them.
    func next(after end: Point) -> Point? {
      let here = Place(end)
      guard let meeting = atPlace[here], meeting.count == 2, let index = meeting.first(where: { !isTaken[$0] })
      else { return nil }
      isTaken[index] = true
      return Place(pieces[index][0]) == here ? pieces[index][1] : pieces[index][0]
    }
    return pieces.indices.compactMap { index in
      guard !isTaken[index] else { return nil }
      isTaken[index] = true
      var (forwards, backwards) = ([pieces[index][1]], [pieces[index][0]])
      while let point = next(after: forwards[forwards.count - 1]) { forwards.append(point) }
      while let point = next(after: backwards[backwards.count - 1]) { backwards.append(point) }
      return backwards.reversed() + forwards
    }
  }

  /// A place to a millionth.
  private struct Place: Hashable, Comparable {
    let x: Int
    let y: Int

    init(_ point: Point) {
      x = Int((point.x * 1e6).rounded())
      y = Int((point.y * 1e6).rounded())
    }

    static func < (first: Place, second: Place) -> Bool { (first.x, first.y) < (second.x, second.y) }
  }
}
