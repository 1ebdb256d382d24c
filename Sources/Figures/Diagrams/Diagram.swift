/// A drawing that explains how numbers come about: a network, a computational graph, products of matrices or a chain of
/// layers, each with its values and with the slopes that come back.
///
/// A diagram holds words and places only; `svg` and `terminal(width:height:style:)` draw it. `network`, `graph`, `chain`
/// and `products` make one.
public struct Diagram: Equatable, Codable, Sendable {
  /// What the diagram shows, in a few words.
  public var title: String

  /// What is drawn.
  public var drawing: Drawing

  /// What a value and a slope are in this diagram, written in the look of both; nil for no legend.
  public var legend: Quantity?

  /// What stands below it, a paragraph each.
  public var notes: [String]

  /// Creates a diagram from its parts.
  public init(_ title: String, drawing: Drawing, legend: Quantity? = nil, notes: [String] = []) {
    self.title = title
    self.drawing = drawing
    self.legend = legend
    self.notes = notes
  }

  /// The three things a diagram can draw.
  public enum Drawing: Equatable, Codable, Sendable {
    /// Nodes in columns, joined by wires that run to the right.
    case graph(columns: [Column], wires: [Wire])

    /// Boxes one after the other with an arrow before, between and behind them, so there is one arrow more than boxes;
    /// an arrow without any text is left out at either end.
    case chain(boxes: [Node], arrows: [Quantity])

    /// Matrices as rectangles with signs between them, an equation below the other.
    case products([Equation])
  }

  /// A number or a shape that goes forwards, with the slope of the loss along it that comes back.
  ///
  /// Both are texts, as the page has them: `0.7311`, `−2`, `[32, 64]`. A picture puts ∂ before the slope itself.
  public struct Quantity: Equatable, Codable, Sendable, ExpressibleByStringLiteral {
    /// What goes forwards.
    public var value: String

    /// The slope ∂loss/∂value; nil where none comes back, empty where one does that is not written.
    public var slope: String?

    /// Creates a quantity from texts.
    public init(_ value: String, slope: String? = nil) {
      self.value = value
      self.slope = slope
    }

    /// Creates a quantity that has no slope.
    public init(stringLiteral value: String) { self.init(value) }
  }
}

extension Diagram.Quantity {
  /// Creates a quantity from numbers, whole ones without and all others with so many decimals: `2`, `0.7311`, `−1.5000`.
  public init(_ value: Double, slope: Double? = nil, decimals: Int = 4) {
    self.init(
      Diagram.text(value, decimals: decimals), slope: slope.map { Diagram.text($0, decimals: decimals) })
  }

  /// Whether there is nothing to write.
  var isEmpty: Bool { value.isEmpty && slope == nil }

  /// The slope as a picture writes it.
  var slopeText: String? { slope.flatMap { $0.isEmpty ? nil : "∂ " + $0 } }
}
