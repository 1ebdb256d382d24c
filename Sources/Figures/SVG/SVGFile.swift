extension SVGWriter {
  /// A whole file: a picture with its title above it, on a light background with an edge of its own, so that it can be
  /// read on dark pages, too, and in words for readers who do not see it.
  ///
  /// - Parameters:
  ///   - title: what the picture shows.
  ///   - heading: the lines at its top; nil for the title in one line, shortened if it is too long.
  ///   - summary: what there is to see, in words.
  ///   - width: the picture's width.
  ///   - height: the picture's height.
  ///   - margin: what is left free at its edges.
  ///   - corner: the radius of the background's corners.
  ///   - content: writes the picture itself.
  static func file(
    title: String, heading: SVGHeading? = nil, summary: String, width: Double, height: Double, margin: Double,
    corner: Double = 8, content: (inout SVGWriter) -> Void
  ) -> String {
    var picture = SVGWriter(depth: 1)
    content(&picture)
    let (definitions, output) = SVGDefinitions.used(in: picture.output)

    var writer = SVGWriter()
    writer.group(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": width.coordinate, "height": height.coordinate,
        "viewBox": "0 0 \(width.coordinate) \(height.coordinate)", "role": "img",
        "font-family": SVGLook.fontFamily,
      ]
    ) { writer in
      writer.element("title", text: title)
      writer.element("desc", text: summary)
      writer.element(
        "rect",
        [
          "x": "0.5", "y": "0.5", "width": (width - 1).coordinate, "height": (height - 1).coordinate,
          "rx": corner.coordinate,
          "fill": SVGLook.background, "stroke": SVGLook.edge,
        ])
      if !definitions.isEmpty { writer.group("defs") { writer in definitions.forEach { $0(&writer) } } }
      let heading = heading ?? SVGHeading(shortened: title, width: width - 2 * margin)
      heading.draw(middle: width / 2, on: &writer)
      writer.append(output)
    }
    return writer.output
  }
}

/// The title above a picture, and what is said below it.
struct SVGHeading {
  private let title: [String]
  private let caption: [String]

  /// All of the words, in as many lines as they need.
  init(title: String, caption: String?, width: Double) {
    self.title = SVGText.balanced(title, width: width / SVGText.boldness, size: SVGText.titleSize)
    self.caption = SVGText.balanced(caption ?? "", width: width, size: SVGText.size)
  }

  /// A title in one line.
  init(shortened title: String, width: Double) {
    self.title = title.isEmpty ? [] : [SVGText.fitted(title, width: width / SVGText.boldness, size: SVGText.titleSize)]
    caption = []
  }

  private var titleHeight: Double { Double(title.count) * SVGText.lineHeight(SVGText.titleSize) }

  /// The room from the picture's top.
  var height: Double {
    let captionHeight = Double(caption.count) * SVGText.lineHeight(SVGText.size)
    return title.isEmpty && caption.isEmpty ? 6 : 8 + titleHeight + captionHeight + 8
  }

  func draw(middle: Double, on writer: inout SVGWriter) {
    writer.lines(title, x: middle, y: 28, size: SVGText.titleSize, anchor: "middle", isBold: true)
    writer.lines(caption, x: middle, y: 8 + titleHeight + SVGText.ascent() + 4, size: SVGText.size, anchor: "middle")
  }
}
