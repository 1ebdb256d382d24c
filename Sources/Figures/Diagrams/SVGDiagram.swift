enum SVGDiagram {
  /// What is left free at a diagram's edges.
  static let margin = SVGPage.margin
}

extension Diagram: Picture {
  /// The diagram as an SVG file that stands alone: any browser shows it, on a light background of its own.
  ///
  /// The same diagram gives the same bytes on every machine. Letters are so large that they can still be read where the
  /// picture is shrunk to 360 pixels, and it is no wider than 640 if what stands side by side fits into that.
  public var svg: String {
    let margin = SVGDiagram.margin
    let sketch = sketch
    let titleWidth = SVGText.width(title, size: SVGText.titleSize) * SVGText.boldness
    let legend = DiagramLegend(self)
    let inner = max(
      sketch.width, min(titleWidth, GraphLayout.widest), legend.leastWidth, notes.isEmpty ? 0 : 380)
    let width = inner + 2 * margin
    let lines = notes.map { DiagramText.balanced($0, width: inner) }
    let lineCount = lines.map(\.count).reduce(0, +)
    let legendHeight = legend.height(width: inner)
    let top = title.isEmpty ? margin : 54
    let notesTop = top + sketch.height + (legendHeight == 0 ? 0 : legendHeight + 16)
    let height =
      notesTop + (lineCount == 0 ? 0 : Double(lineCount) * DiagramText.lineHeight + 12) + margin
    return SVGWriter.file(
      title: title, summary: summary, width: width, height: height, margin: margin
    ) { writer in
      sketch.draw((width - sketch.width) / 2, top, &writer)
      legend.draw(left: margin, top: top + sketch.height + 16, width: inner, on: &writer)
      var y = notesTop + 12 + DiagramText.lineHeight / 2
      for line in lines.flatMap(\.self) {
        writer.label(line, x: margin, y: y, anchor: "start")
        y += DiagramText.lineHeight
      }
    }
  }

  /// A drawing with its size, before it has a place.
  struct Sketch {
    var width: Double
    var height: Double

    /// Draws it with its left and upper edges there.
    var draw: (_ left: Double, _ top: Double, _ writer: inout SVGWriter) -> Void
  }

  private var sketch: Sketch {
    switch drawing {
    case .graph(let columns, let wires):
      let layout = GraphLayout(GraphStructure(columns: columns, wires: wires))
      return Sketch(width: layout.width, height: layout.height) { layout.draw(left: $0, top: $1, on: &$2) }
    case .chain(let boxes, let arrows):
      return ChainLayout(boxes: boxes, arrows: arrows).sketch
    case .products(let equations):
      let layout = ProductsLayout(equations)
      return Sketch(width: layout.width, height: layout.height) { layout.draw(left: $0, top: $1, on: &$2) }
    }
  }

  /// What the diagram shows, in words, for readers who do not see it.
  private var summary: String {
    let lines = words(isASCII: false).map { $0.spans.map(\.text).joined(separator: " ") }
    return (lines + notes).joined(separator: "; ")
  }
}
