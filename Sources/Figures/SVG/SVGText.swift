/// Sizes of letters, and about how much room words need: an SVG cannot measure its font.
enum SVGText {
  static let tickSize = 13.0
  static let axisTitleSize = 14.0
  static let panelTitleSize = 15.0
  static let titleSize = 19.0

  /// About the width of a text, rather too wide than too narrow.
  static func width(_ text: String, size: Double) -> Double {
    text.reduce(0) { width, character in
      let isWide = character.isUppercase || wide.contains(character)
      return width
        + (character.isDoubleWidth ? 1.1 : narrow.contains(character) ? 0.36 : isWide ? 0.76 : 0.58)
    } * size
  }

  /// The text, shortened to a width if it is too long for it.
  static func fitted(_ text: String, width limit: Double, size: Double) -> String {
    guard width(text, size: size) > limit else { return text }
    var shortened = text
    while !shortened.isEmpty, width(shortened + "…", size: size) > limit {
      shortened.removeLast()
    }
    return shortened + "…"
  }

  private static let wide: Set<Character> = ["m", "w", "&", "<", ">", "@", "%"]

  private static let narrow: Set<Character> = [
    "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", " ", "'", "|", "(", ")", "[", "]", "/", "-",
  ]
}

extension SVGWriter {
  /// Writes a text whose start, middle or end lies at (x, y), on its base line.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double, anchor: String = "start", isBold: Bool = false,
    colour: String = SVGLook.ink
  ) {
    guard !text.isEmpty else { return }
    let weight = isBold ? "bold" : "normal"
    element(
      "text",
      [
        "x": x.coordinate, "y": y.coordinate, "font-size": size.coordinate, "font-weight": weight,
        "text-anchor": anchor, "fill": colour,
      ], text: text)
  }
}
