/// How the panels of a figure stand in rows.
enum PanelGrid {
  /// How many panels stand beside each other: at most three, and rows of equal length where that can be.
  static func columns(for count: Int) -> Int {
    count <= 3 ? max(count, 1) : count == 4 ? 2 : 3
  }

  static func rows<Element>(of elements: [Element], columns: Int) -> [[Element]] {
    stride(from: 0, to: elements.count, by: columns).map {
      Array(elements[$0..<min($0 + columns, elements.count)])
    }
  }
}

extension Panel {
  /// What an empty panel says instead of a picture, in two lines.
  var nothingToDraw: [String] {
    let isLogarithmic = xAxis.isLogarithmic || yAxis.isLogarithmic
    return ["Nothing to draw:", isLogarithmic ? "no finite number above 0" : "no finite number"]
  }
}
