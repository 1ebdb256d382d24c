/// The looks of a diagram's texts.
enum DiagramText {
  static let size = SVGText.size
  static let lineHeight = SVGText.lineHeight()

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

  /// The text in lines of so many pixels at most, and of about one length if the last one would be short.
  static func balanced(_ text: String, width limit: Double) -> [String] {
    let lines = wrapped(text, width: limit)
    guard lines.count > 1, let last = lines.last, width(last) < limit / 4 else { return lines }
    let widest = text.split(separator: " ").map { width(String($0)) }.max() ?? 0
    let narrower = stride(from: max(widest, limit / 2), to: limit, by: size).lazy.map { wrapped(text, width: $0) }
    return narrower.first { $0.count == lines.count } ?? lines
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
        "x": x.coordinate, "y": (y + SVGText.drop()).coordinate, "font-size": DiagramText.size.coordinate,
        "text-anchor": anchor,
        "fill": kind.colour, isItalic ? "font-style" : "font-weight": isItalic ? "italic" : kind.weight,
      ], text: text)
  }

  /// Writes a text on a white ground, so that a line below it does not run through it.
  mutating func groundedLabel(_ text: String, x: Double, y: Double, kind: DiagramText.Kind) {
    let width = DiagramText.width(text) + 6
    element(
      "rect",
      [
        "x": (x - width / 2).coordinate, "y": (y - DiagramText.size / 2 - 1.5).coordinate, "width": width.coordinate,
        "height": (DiagramText.size + 3).coordinate, "rx": "4",
        "fill": SVGLook.background,
      ])
    label(text, x: x, y: y, kind: kind)
  }
}
