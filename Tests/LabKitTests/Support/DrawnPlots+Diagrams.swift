import Figures
import Testing
import Training

@testable import LabKit

extension DrawnPlots {
  /// Draws a plot that is a diagram.
  static func diagram(_ name: String, with functions: LessonFunctions) throws -> Diagram {
    try #require(try picture(name, with: functions) as? Diagram)
  }
}

extension Diagram {
  /// The nodes of a graph by their names.
  var nodes: [String: Node] {
    guard case .graph(let columns, _) = drawing else { return [:] }
    return Dictionary(columns.flatMap(\.nodes).map { ($0.name, $0) }) { first, _ in first }
  }

  /// The wires of a graph.
  var wires: [Wire] {
    guard case .graph(_, let wires) = drawing else { return [] }
    return wires
  }

  /// The equations of products.
  var equations: [Equation] {
    guard case .products(let equations) = drawing else { return [] }
    return equations
  }

  /// A number as a diagram writes it, read again; NaN if it is none.
  static func number(_ text: some StringProtocol) -> Double {
    Double(String(text).replacing("−", with: "-")) ?? .nan
  }
}

extension Diagram.Equation {
  /// The matrices on both sides of each `·`.
  var factors: [(left: Diagram.Block, right: Diagram.Block)] {
    terms.indices.compactMap { index in
      guard terms[index] == .sign("·"), index > 0, index < terms.count - 1,
        case .matrix(let left) = terms[index - 1], case .matrix(let right) = terms[index + 1]
      else { return nil }
      return (left, right)
    }
  }

  /// What comes out: the last matrix.
  var result: Diagram.Block? {
    if case .matrix(let block) = terms.last { block } else { nil }
  }
}
