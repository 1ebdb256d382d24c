/// What pictures refer to by a name.
///
/// In a page with several pictures names must not meet, so each ends in a number that belongs to the picture.
enum SVGDefinitions: String, CaseIterable {
  /// Blurs a background's cells, so that one does not see where one ends.
  case soft
  /// The colours of a field.
  case field
  /// The colours of two regions, to both sides of the line between them.
  case regions

  /// How a picture refers to it while it is being drawn.
  var reference: String { "url(#\(rawValue))" }

  /// What a picture needs, and the picture with the names that it has for it.
  static func used(in picture: String) -> (definitions: [(inout SVGWriter) -> Void], picture: String) {
    // Only in attributes are quotation marks not escaped.
    let used = allCases.filter { picture.contains("\"\($0.reference)\"") }
    guard !used.isEmpty else { return ([], picture) }
    let hash = picture.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let ending = "-" + String(hash, radix: 36)
    var picture = picture
    for one in used {
      picture.replace("\"\(one.reference)\"", with: "\"url(#\(one.rawValue)\(ending))\"")
    }
    return (used.map { one in { $0.define(one, ending: ending) } }, picture)
  }

  /// The colours, from one end to the other, each with its place in percent.
  fileprivate var stops: [(place: Int, colour: String)] {
    switch self {
    case .soft: []
    case .field:
      [0, 50, 100].map { ($0, SVGLook.shadeColour(of: Double($0) / 100)) }
    case .regions:
      [
        (0, SVGLook.regionColour(0, certainty: 1)), (50, SVGLook.regionColour(0, certainty: 0)),
        (50, SVGLook.regionColour(1, certainty: 0)), (100, SVGLook.regionColour(1, certainty: 1)),
      ]
    }
  }
}

extension SVGWriter {
  fileprivate mutating func define(_ definition: SVGDefinitions, ending: String) {
    let name = definition.rawValue + ending
    guard definition != .soft else {
      group("filter", ["id": name, "color-interpolation-filters": "sRGB"]) { writer in
        writer.element("feGaussianBlur", ["stdDeviation": "0.6"])
      }
      return
    }
    group("linearGradient", ["id": name]) { writer in
      for stop in definition.stops {
        writer.element("stop", ["offset": "\(stop.place)%", "stop-color": stop.colour])
      }
    }
  }
}
