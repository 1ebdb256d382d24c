/// The legend below the panels: samples with names, as many in a line as it holds.
struct TerminalLegend {
  private let rows: [[(entry: Legend.Entry, sample: String, name: String)]]
  private let width: Int
  private static let gap = 3

  init(_ legend: Legend, width: Int, style: TerminalStyle) {
    self.width = width
    var rows: [[(entry: Legend.Entry, sample: String, name: String)]] = []
    var used = Int.max / 2
    let hasBars = legend.entries.contains { $0.kind == .bars }
    // A confusion matrix says itself what is in its cells, vertical lines have their names, and noise is left out.
    for entry in legend.entriesInOrder where ![.confusion, .rule, .noise].contains(entry.kind) {
      let sample = Self.sample(entry, style: style, isAlone: !hasBars && !entry.hasSymbols)
      let name = style.shortened(style.text(entry.name), to: width - sample.count - 1)
      let needed = sample.count + 1 + name.count
      if used + Self.gap + needed > width {
        rows.append([])
        used = -Self.gap
      }
      rows[rows.count - 1].append((entry, sample, name))
      used += Self.gap + needed
    }
    self.rows = rows
  }

  var canvas: TerminalCanvas {
    var canvas = TerminalCanvas(width: width, height: rows.count)
    for (index, row) in rows.enumerated() {
      var column = 0
      for (entry, sample, name) in row {
        let hasLook = entry.kind != .rule && !entry.kind.isBackground
        canvas.write(sample, column: column, row: index, hasLook ? .look(entry.look) : .plain)
        canvas.write(name, column: column + sample.count + 1, row: index)
        column += sample.count + 1 + name.count + Self.gap
      }
    }
    return canvas
  }

  /// - Parameter isAlone: whether this is a curve without symbols.
  private static func sample(_ entry: Legend.Entry, style: TerminalStyle, isAlone: Bool) -> String {
    let symbol = String(style.symbol(entry.look))
    switch entry.kind {
    case .points where entry.hasRegion: return symbol + String(style.background(entry.look))
    case .line where style.isASCII, .points: return symbol
    case .line where isAlone: return String(repeating: style.frame.across, count: 2)
    case .line, .intervals: return "\(style.frame.across)\(symbol)\(style.frame.across)"
    case .bars: return String(style.block)
    case .confusion, .rule, .noise: return ""
    case .field: return "[\(String(style.shades))]"
    case .regions: return "[\(String((0..<3).map(style.background)))]"
    }
  }
}
