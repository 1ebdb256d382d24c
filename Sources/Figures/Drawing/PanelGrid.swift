/// How the panels of a figure stand in rows.
enum PanelGrid {
  /// How many panels stand beside each other: one or two.
  static func columns(for count: Int) -> Int { min(max(count, 1), 2) }

  static func rows<Element>(of elements: [Element], columns: Int) -> [[Element]] {
    stride(from: 0, to: elements.count, by: columns).map {
      Array(elements[$0..<min($0 + columns, elements.count)])
    }
  }

  /// The panels in rows of two.
  ///
  /// A panel with labelled rows has a row of its own. So has one that is left over: the first if it measures something
  /// else than the next one, otherwise the last.
  static func rows(of panels: [Panel]) -> [[Panel]] {
    guard panels.allSatisfy({ $0.svgRows == nil }) else { return panels.map { [$0] } }
    guard panels.count > 1, !panels.count.isMultiple(of: 2), panels[0].yAxis.title != panels[1].yAxis.title else {
      return rows(of: panels, columns: columns(for: panels.count))
    }
    return [[panels[0]]] + rows(of: Array(panels.dropFirst()), columns: 2)
  }
}

extension Panel {
  /// What an empty panel says instead of a picture, in two lines.
  var nothingToDraw: [String] {
    let isLogarithmic = xAxis.isLogarithmic || yAxis.isLogarithmic
    return ["Nothing to draw:", isLogarithmic ? "no finite number above 0" : "no finite number"]
  }
}
