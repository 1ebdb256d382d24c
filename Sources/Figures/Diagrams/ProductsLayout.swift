/// Where matrices and signs stand: equations below one another, each on as many lines as it needs.
struct ProductsLayout {
  /// A term with its size.
  struct Part {
    var term: Diagram.Term
    var inner: (rows: Bool, columns: Bool)
    var metrics: BlockMetrics?
    var width: Double
  }

  /// A caption, on as many lines as it needs, or a row of terms.
  enum Line {
    case caption([String], isFirst: Bool)
    case parts([Part], width: Double)

    var height: Double {
      switch self {
      case .caption(let texts, let isFirst): DiagramText.lineHeight * Double(texts.count) + (isFirst ? 0 : 14)
      case .parts(let parts, _): middle + (parts.map { $0.metrics?.below ?? 15 }.max() ?? 0)
      }
    }

    /// Where the rectangles and signs have their middle, or the last line of a caption.
    var middle: Double {
      switch self {
      case .caption: height - DiagramText.lineHeight / 2
      case .parts(let parts, _): parts.map { $0.metrics?.above ?? 15 }.max() ?? 0
      }
    }
  }

  /// The sides' names in the order in which they come, which gives each a colour.
  let sideNames: [String]
  let lines: [Line]
  let width: Double
  let height: Double

  /// What is left free between two terms, and between two lines.
  static let gap = 7.0
  static let lineGap = 14.0

  init(_ equations: [Diagram.Equation]) {
    sideNames = Self.sideNames(equations)
    let largest = equations.flatMap(\.blocks).filter(\.entries.isEmpty).map { max($0.rows.length, $0.columns.length) }
      .max()
    // Large rectangles if each equation then fits on one line, else smaller ones, else more lines.
    let longest = [130.0, 110, 90, 70].first { length in
      equations.allSatisfy {
        Self.width(Self.parts($0, scale: length / Double(max(largest ?? 1, 1)))) <= GraphLayout.widest
      }
    }
    let scale = (longest ?? 110) / Double(max(largest ?? 1, 1))
    lines = equations.enumerated().flatMap { index, equation in
      let rows = Self.broken(Self.parts(equation, scale: scale)).map { Line.parts($0, width: Self.width($0)) }
      let caption = DiagramText.wrapped(equation.caption, width: GraphLayout.widest / 1.2)
      return (caption.isEmpty ? [] : [.caption(caption, isFirst: index == 0)]) + rows
    }
    width =
      lines.map { line in
        switch line {
        case .caption(let texts, _): texts.map { DiagramText.width($0, isBold: true) }.max() ?? 0
        case .parts(_, let width): width
        }
      }.max() ?? 0
    height = lines.map { $0.height + Self.lineGap }.reduce(-Self.lineGap, +)
  }

  /// The look of a side: not blue and not orange, which say values and slopes.
  func look(_ side: Diagram.Side) -> Int {
    guard let index = sideNames.firstIndex(of: side.key) else { return 2 }
    return [3, 4, 6, 5, 2][index % 5]
  }

  private static func sideNames(_ equations: [Diagram.Equation]) -> [String] {
    var names: [String] = []
    for block in equations.flatMap(\.blocks) {
      for side in [block.rows, block.columns] where !names.contains(side.key) { names.append(side.key) }
    }
    return names
  }

  private static func parts(_ equation: Diagram.Equation, scale: Double) -> [Part] {
    equation.terms.enumerated().map { index, term in
      switch term {
      case .sign(let sign):
        return Part(term: term, inner: (false, false), width: SVGText.width(sign, size: SVGText.titleSize))
      case .matrix(let block):
        let metrics = BlockMetrics(block, scale: scale)
        return Part(term: term, inner: equation.innerSides(at: index), metrics: metrics, width: metrics.width)
      }
    }
  }

  private static func width(_ parts: [Part]) -> Double {
    parts.isEmpty ? 0 : parts.map { $0.width + gap }.reduce(-gap, +)
  }

  /// The parts on lines that fit the page: a new one begins with a sign, best with `=`, or else between two matrices.
  private static func broken(_ parts: [Part]) -> [[Part]] {
    guard width(parts) > GraphLayout.widest else { return [parts] }
    let fitting = parts.indices.dropFirst().filter { width(Array(parts[..<$0])) <= GraphLayout.widest }
    let signs = fitting.filter { parts[$0].metrics == nil }
    let equals = signs.filter { parts[$0].term == .sign("=") }
    let hasSigns = parts.contains { $0.metrics == nil }
    guard let place = equals.last ?? signs.last ?? (hasSigns ? nil : fitting.last) else { return [parts] }
    return [Array(parts[..<place])] + broken(Array(parts[place...]))
  }
}

extension Diagram.Equation {
  /// The matrices, from left to right.
  var blocks: [Diagram.Block] {
    terms.compactMap { if case .matrix(let block) = $0 { block } else { nil } }
  }
}

extension Diagram.Block {
  /// How many entries the longest row has.
  var entryColumns: Int { entries.map(\.count).max() ?? 0 }
}

extension Diagram.Side {
  /// What gives the side its colour.
  var key: String { name.isEmpty ? "\(size)" : name }
}

/// The size of a matrix and of the words around it.
struct BlockMetrics {
  let block: Diagram.Block

  /// The rectangle.
  let rectangle: (width: Double, height: Double)

  /// What stands beside the rectangle, on the left and on the right.
  let margins: (left: Double, right: Double)

  /// Whether the name stands in the rectangle, and not below.
  let isNameInside: Bool

  static let lineHeight = DiagramText.lineHeight + 4

  init(_ block: Diagram.Block, scale: Double) {
    self.block = block
    let name = DiagramText.width(block.name, isBold: true)
    let hasEntries = !block.entries.isEmpty
    if hasEntries {
      let widest = block.entries.flatMap(\.self).map { DiagramText.width($0) }.max() ?? 0
      rectangle = (max(widest + 14, 30) * Double(block.entryColumns), 30 * Double(block.entries.count))
    } else {
      rectangle = (max(scale * Double(block.columns.length), 30), max(scale * Double(block.rows.length), 30))
    }
    isNameInside = !hasEntries && name + 14 <= rectangle.width
    let overhang = (max(DiagramText.width(block.columns.text), isNameInside ? 0 : name) - rectangle.width) / 2
    margins = (max(DiagramText.width(block.rows.text) + 10, overhang), max(overhang, 0))
  }

  var width: Double { margins.left + rectangle.width + margins.right }

  /// How high the rectangle reaches above its middle, with the columns' name.
  var above: Double { rectangle.height / 2 + Self.lineHeight }

  /// How low the rectangle reaches below its middle, with its own name.
  var below: Double { rectangle.height / 2 + (isNameInside ? 2 : Self.lineHeight) }
}
