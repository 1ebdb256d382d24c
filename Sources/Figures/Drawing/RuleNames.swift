/// Where the names of vertical lines stand above a plot.
///
/// A name stands over its line, or beside it; names that would touch stand in rows above each other, and a line goes
/// up to its own name without crossing another one.
struct RuleNames {
  /// A name with its line; places count from the plot's left edge.
  struct Name {
    let text: String
    /// Counts through the patterns of lines.
    let look: Int
    /// Where the line is.
    let line: Double
    let start: Double
    let width: Double
    /// The row, from 0 for the lowest.
    let row: Int

    fileprivate func touches(_ other: Name, gap: Double) -> Bool {
      row == other.row && start < other.start + other.width + gap && other.start < start + width + gap
    }

    fileprivate func isCrossed(by other: Name, gap: Double) -> Bool {
      other.row > row && spans(other.line, gap: gap)
    }

    fileprivate func spans(_ line: Double, gap: Double) -> Bool {
      start - gap / 2 < line && line < start + width + gap / 2
    }
  }

  private(set) var names: [Name] = []

  /// Places the names of a panel's lines; lines beyond the axis's ends have none.
  ///
  /// - Parameters:
  ///   - panel: whose lines are named.
  ///   - legend: what each line looks like.
  ///   - scale: the horizontal axis.
  ///   - width: the plot's width.
  ///   - gap: what is left free between two names.
  ///   - text: a name as it is written, shortened to the plot's width.
  ///   - measure: the width of a written name.
  init(
    of panel: Panel, legend: Legend, scale: Scale, width: Double, gap: Double, text: (String) -> String,
    measure: (String) -> Double
  ) {
    guard !panel.isEmpty else { return }
    var lines: [Line] = []
    for mark in panel.marks {
      guard case .rule(let name, let x) = mark, scale.contains(x), let place = scale.fraction(x) else { continue }
      let written = text(name)
      if !written.isEmpty { lines.append((written, legend.look(of: mark), min(max(place, 0), 1) * width)) }
    }
    lines.sort { $0.place < $1.place }
    let forwards = Self.placed(lines, width: width, gap: gap, measure: measure)
    names =
      forwards.isClear
      ? forwards.names
      : {
        // From the other side there may be room.
        let backwards = Self.placed(lines.reversed(), width: width, gap: gap, measure: measure)
        return backwards.isClear ? backwards.names.reversed() : forwards.names
      }()
  }

  private typealias Line = (text: String, look: Int, place: Double)

  /// Places one name after the other; it is clear if no line crosses a name.
  private static func placed(
    _ lines: [Line], width: Double, gap: Double, measure: (String) -> Double
  ) -> (names: [Name], isClear: Bool) {
    var (names, isClear) = ([Name](), true)
    for line in lines {
      let ownWidth = measure(line.text)
      let starts = [line.place - ownWidth / 2, line.place - ownWidth - gap / 2, line.place + gap / 2]
      func name(start: Double, row: Int) -> Name {
        Name(
          text: line.text, look: line.look, line: line.place, start: min(max(start, 0), max(width - ownWidth, 0)),
          width: ownWidth, row: row)
      }
      let rowCount = (names.map(\.row).max() ?? -1) + 1
      let candidates = (0...rowCount).flatMap { row in starts.map { name(start: $0, row: row) } }
      let free = candidates.filter { candidate in
        names.allSatisfy { other in
          !candidate.touches(other, gap: gap) && !candidate.isCrossed(by: other, gap: gap)
            && !other.isCrossed(by: candidate, gap: gap)
        }
      }
      // The lines to come may have to go up beside this name.
      let lonely = free.first { candidate in
        lines.allSatisfy { $0.place == line.place || !candidate.spans($0.place, gap: gap) }
      }
      isClear = isClear && !free.isEmpty
      // Of lines in one place only one is free of the others' names.
      names.append(lonely ?? free.first ?? name(start: starts[0], row: rowCount))
    }
    return (names, isClear)
  }

  /// How many rows the names have.
  var rowCount: Int { (names.map(\.row).max() ?? -1) + 1 }
}
