@testable import Figures

/// The rectangle that a text takes in an SVG file.
struct SVGTextBox {
  let text: String
  let size: Double
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let isItalic: Bool

  /// All texts of a file in their order, but for its title and description.
  static func all(in svg: String) -> [SVGTextBox] {
    let check = XMLCheck(svg)
    let elements = check.elements.filter { $0.name == "text" }.map(\.attributes)
    return zip(elements, check.texts.dropFirst(2)).map { attributes, text in
      let number = { (name: String) in attributes[name].flatMap(Double.init) ?? 0 }
      let size = number("font-size")
      let width = SVGText.width(text, size: size)
      let left =
        number("x")
        - (attributes["text-anchor"] == "middle" ? width / 2 : attributes["text-anchor"] == "end" ? width : 0)
      return SVGTextBox(
        text: text, size: size, left: left, right: left + width, top: number("y") - 0.76 * size,
        bottom: number("y") + 0.22 * size, isItalic: attributes["font-style"] == "italic")
    }
  }

  /// The texts that lie on another one, or on a circle in whose middle they do not stand.
  static func overlaps(in svg: String) -> [String] {
    let boxes = all(in: svg)
    var found: [String] = []
    for (index, first) in boxes.enumerated() {
      for second in boxes[(index + 1)...]
      where first.left < second.right && second.left < first.right && first.top < second.bottom
        && second.top < first.bottom
      { found.append("\(first.text) and \(second.text)") }
    }
    for circle in XMLCheck(svg).elements.filter({ $0.name == "circle" }).map(\.attributes) {
      let number = { (name: String) in circle[name].flatMap(Double.init) ?? 0 }
      let (x, y, radius) = (number("cx"), number("cy"), number("r"))
      for box in boxes where abs((box.left + box.right) / 2 - x) > 0.1 || abs((box.top + box.bottom) / 2 - y) > 3 {
        let (nearX, nearY) = (min(max(x, box.left), box.right), min(max(y, box.top), box.bottom))
        if (nearX - x) * (nearX - x) + (nearY - y) * (nearY - y) < radius * radius {
          found.append("\(box.text) on a unit")
        }
      }
    }
    return found
  }
}

extension Diagram {
  /// All that the author of a diagram wrote on it, but for titles and notes.
  var words: [String] {
    func words(_ quantity: Quantity) -> [String] { [quantity.value, quantity.slopeText ?? ""] }
    func words(_ node: Node) -> [String] {
      [node.text, node.slope.map { "∂ " + $0 } ?? ""] + node.lines + (node.bias.map(words) ?? [])
    }
    let texts: [String]
    switch drawing {
    case .graph(let columns, let wires):
      texts = columns.map(\.title) + columns.flatMap(\.nodes).flatMap(words) + wires.map(\.label).flatMap(words)
    case .chain(let boxes, let arrows): texts = boxes.flatMap(words) + arrows.flatMap(words)
    case .products(let equations):
      let blocks = equations.flatMap(\.blocks)
      texts =
        equations.map(\.caption)
        + blocks.flatMap { [$0.name, $0.rows.text, $0.columns.text] + $0.entries.flatMap(\.self) }
    }
    return texts.filter { !$0.isEmpty }
  }
}
