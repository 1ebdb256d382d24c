/// Sizes of letters, and about how much room words need: an SVG cannot measure its font.
enum SVGText {
  /// All words but titles: a picture that is 640 wide is shrunk to 366 on a telephone, and its letters then are as high as
  /// those of small print.
  static let size = 17.0
  static let titleSize = 21.0

  /// How far below the middle of a line of words its base line lies.
  static func drop(_ size: Double = size) -> Double { (0.34 * size * 10).rounded() / 10 }

  /// How high a line of words reaches above its base line.
  static func ascent(_ size: Double = size) -> Double { (0.75 * size).rounded() }

  /// About the width of a text, rather too wide than too narrow.
  static func width(_ text: String, size: Double) -> Double {
    text.reduce(0) { width, character in
      let isWide = character.isUppercase || wide.contains(character)
      return width
        + (character.isDoubleWidth ? 1.1 : narrow.contains(character) ? 0.36 : isWide ? 0.8 : 0.62)
    } * size
  }

  /// How much wider bold letters are.
  static let boldness = 1.12

  /// The text, shortened to a width if it is too long for it.
  static func fitted(_ text: String, width limit: Double, size: Double) -> String {
    guard width(text, size: size) > limit else { return text }
    var shortened = text
    while !shortened.isEmpty, width(shortened + "…", size: size) > limit {
      shortened.removeLast()
    }
    return shortened + "…"
  }

  /// The text in lines of a width, broken between words; a word that is longer is shortened.
  static func wrapped(_ text: String, width limit: Double, size: Double) -> [String] {
    // A text that fits keeps its spaces.
    guard width(text, size: size) > limit else { return text.isEmpty ? [] : [text] }
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, width("\(last) \(word)", size: size) <= limit {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(fitted(String(word), width: limit, size: size))
      }
    }
    return lines
  }

  /// The same with lines of about one length.
  static func balanced(_ text: String, width limit: Double, size: Double) -> [String] {
    let lines = wrapped(text, width: limit, size: size)
    let narrower = stride(from: limit / 2, to: limit, by: size).lazy.map { wrapped(text, width: $0, size: size) }
    return lines.count < 2
      ? lines : narrower.first { $0.count == lines.count && !$0.contains { $0.hasSuffix("…") } } ?? lines
  }

  /// The distance between two lines of a text.
  static func lineHeight(_ size: Double = size) -> Double { (size * 1.25).rounded() }

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
    element(
      "text",
      [
        "x": x.coordinate, "y": y.coordinate, "font-size": size.coordinate, "font-weight": isBold ? "bold" : "",
        "text-anchor": anchor == "start" ? "" : anchor, "fill": colour,
      ], text: text)
  }

  /// Writes a text with a pale edge, which lets its letters be read where a line or a region lies behind them.
  mutating func haloedText(_ text: String, x: Double, y: Double) {
    element(
      "text",
      [
        "x": x.coordinate, "y": y.coordinate, "font-size": SVGText.size.coordinate, "fill": SVGLook.ink,
        "stroke": SVGLook.background, "stroke-width": "3", "paint-order": "stroke",
      ], text: text)
  }

  /// Writes lines of a text below each other, the first one's base line at y.
  mutating func lines(
    _ lines: [String], x: Double, y: Double, size: Double, anchor: String = "start", isBold: Bool = false
  ) {
    for (index, line) in lines.enumerated() {
      text(
        line, x: x, y: y + Double(index) * SVGText.lineHeight(size), size: size, anchor: anchor, isBold: isBold)
    }
  }
}
