import CourseKit
import Vocabulary

extension Diagram {
  /// Draws a network: layers of units from left to right, and a weight on each line between two of them.
  ///
  /// `weights[l][i][j]` belongs to unit i of layer l and unit j of the next one, as in a matrix [fanIn, fanOut]. Columns
  /// beyond those with weights are joined one to one, so that a loss can stand behind the output. If slopes come back, dashed
  /// arrows along all lines say so.
  ///
  /// Stops the program if two units have one name.
  public static func network(
    _ title: String, layers: [Column], weights: [[[Quantity]]], slopesComeBack: Bool = false, legend: Quantity? = nil,
    notes: [String] = []
  ) -> Diagram {
    var wires: [Wire] = []
    for (layer, (left, right)) in zip(layers, layers.dropFirst()).enumerated() {
      if layer < weights.count {
        for (unit, row) in zip(left.nodes, weights[layer]) {
          wires += zip(right.nodes, row).map { Wire(unit.name, $0.name, $1, carriesSlope: slopesComeBack) }
        }
      } else {
        let label = Quantity("", slope: slopesComeBack ? "" : nil)
        wires += zip(left.nodes, right.nodes).map { Wire($0.name, $1.name, label, carriesSlope: slopesComeBack) }
      }
    }
    let usual = Quantity("value, going forwards", slope: "slope of the loss, coming back")
    return graph(title, columns: layers, wires: wires, legend: legend, usualLegend: usual, notes: notes)
  }

  /// Draws a computational graph: operations in columns, and on each wire what goes along it, with its slope below.
  ///
  /// Stops the program if two nodes have one name, or if a wire does not run to the right between two nodes.
  public static func graph(
    _ title: String, columns: [Column], wires: [Wire], legend: Quantity? = nil, notes: [String] = []
  ) -> Diagram {
    let usual = Quantity("value, going forwards", slope: "slope of the loss, coming back")
    return graph(title, columns: columns, wires: wires, legend: legend, usualLegend: usual, notes: notes)
  }

  private static func graph(
    _ title: String, columns: [Column], wires: [Wire], legend: Quantity?, usualLegend: Quantity, notes: [String]
  ) -> Diagram {
    let graph = GraphStructure(columns: columns, wires: wires)
    let names = columns.flatMap(\.nodes).map(\.name)
    guard Set(names).count == names.count else { fatalError("Diagram: two nodes have one name, of \(names)") }
    guard graph.links.count == wires.count else { fatalError("Diagram: a wire does not run to the right, of \(wires)") }
    return Diagram(
      title, drawing: .graph(columns: columns, wires: wires),
      legend: legend ?? (graph.hasSlopes ? usualLegend : nil), notes: notes)
  }

  /// Draws layers one after the other; the arrows before, between and behind them carry shapes.
  ///
  /// There is one arrow more than boxes.
  public static func chain(
    _ title: String, boxes: [Node], arrows: [Quantity], legend: Quantity? = nil, notes: [String] = []
  ) -> Diagram {
    guard arrows.count == boxes.count + 1 else {
      fatalError("Diagram: \(boxes.count) boxes need \(boxes.count + 1) arrows, got \(arrows.count)")
    }
    let usual = Quantity("what goes forwards", slope: "slope of the loss, coming back")
    let hasSlopes = arrows.contains { $0.slope != nil }
    return Diagram(
      title, drawing: .chain(boxes: boxes, arrows: arrows), legend: legend ?? (hasSlopes ? usual : nil), notes: notes)
  }

  /// Draws matrices as rectangles, with signs between them; the legend says what the colours of sides mean.
  public static func products(
    _ title: String, _ equations: [Equation], legend: Quantity? = nil, notes: [String] = []
  ) -> Diagram {
    let hasSlopes = equations.flatMap(\.blocks).contains(where: \.isSlope)
    let usual = Quantity("goes forwards", slope: "slopes of the loss, coming back")
    return Diagram(
      title, drawing: .products(equations), legend: legend ?? (hasSlopes ? usual : nil), notes: notes)
  }

  /// Draws matrices side by side: masks, for example.
  public static func matrices(
    _ title: String, _ blocks: [Block], legend: Quantity? = nil, notes: [String] = []
  ) -> Diagram {
    products(title, [Equation(blocks.map { .matrix($0) })], legend: legend, notes: notes)
  }

  /// A number as diagrams write it: whole ones without decimals, all others with so many.
  public static func text(_ number: Double, decimals: Int = 4) -> String {
    let isWhole = number == number.rounded()
    return NumberText.fixed(number, isWhole ? 0 : decimals).replacingMinus
  }
}

extension Diagram.Block {
  /// Creates a matrix with its entries from numbers.
  public init(
    _ name: String, _ matrix: Matrix, rows: String = "", columns: String = "", decimals: Int = 2,
    isSlope: Bool = false, isMask: Bool = false, framedRow: Int? = nil, framedColumn: Int? = nil
  ) {
    let entries = (0..<matrix.rows).map { row in
      (0..<matrix.columns).map { Diagram.text(matrix[row, $0], decimals: decimals) }
    }
    self.init(
      name, Diagram.Side(rows, matrix.rows), Diagram.Side(columns, matrix.columns), entries: entries,
      isSlope: isSlope, isMask: isMask, framedRow: framedRow, framedColumn: framedColumn)
  }
}

extension String {
  /// The text with a minus sign for a hyphen.
  fileprivate var replacingMinus: String { String(map { $0 == "-" ? "−" : $0 }) }
}
