/// The looks of a diagram's texts.
enum DiagramText {
  static let size = 15.0
  static let lineHeight = 19.0

  /// What a text says, which decides how it looks.
  enum Kind {
    /// A name, a formula or a sign.
    case plain
    /// What stands in a node, and headings.
    case bold
    /// What goes forwards: blue and upright.
    case value
    /// What comes back: orange, in italics, and after a ∂.
    case slope
    /// What is less important.
    case faint

    var colour: String {
      switch self {
      case .plain, .bold: SVGLook.ink
      case .value: DiagramText.valueColour
      case .slope: DiagramText.slopeColour
      case .faint: SVGLook.faintInk
      }
    }

    var weight: String { self == .bold ? "bold" : "normal" }
  }

  // Darker than lines, so that they are read as easily as ink.
  static let valueColour = "#005b8e"
  static let slopeColour = "#a84a00"

  static let valueLine = SVGLook.colour(0)
  static let slopeLine = SVGLook.colour(1)

  static func width(_ text: String, isBold: Bool = false) -> Double {
    SVGText.width(text, size: size) * (isBold ? 1.08 : 1)
  }

  /// The text in lines of so many pixels, broken between words.
  static func wrapped(_ text: String, width limit: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, width("\(last) \(word)") <= limit {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension SVGWriter {
  /// Writes a text whose middle is as high as y; its start, middle or end lies at x.
  mutating func label(_ text: String, x: Double, y: Double, anchor: String = "middle", kind: DiagramText.Kind = .plain)
  {
    guard !text.isEmpty else { return }
    let isItalic = kind == .slope
    element(
      "text",
      [
        "x": x.coordinate, "y": (y + 5.2).coordinate, "font-size": DiagramText.size.coordinate, "text-anchor": anchor,
        "fill": kind.colour, isItalic ? "font-style" : "font-weight": isItalic ? "italic" : kind.weight,
      ], text: text)
  }

  /// Writes a text on a white ground, so that a line below it does not run through it.
  mutating func groundedLabel(_ text: String, x: Double, y: Double, kind: DiagramText.Kind) {
    let width = DiagramText.width(text) + 6
    element(
      "rect",
      [
        "x": (x - width / 2).coordinate, "y": (y - 9).coordinate, "width": width.coordinate, "height": "18", "rx": "4",
        "fill": SVGLook.background,
      ])
    label(text, x: x, y: y, kind: kind)
  }
}
