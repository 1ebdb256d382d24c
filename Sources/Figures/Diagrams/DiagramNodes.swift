/// What a graph, a network and a chain are made of.
extension Diagram {
  /// Nodes below one another: a layer of a network, for example.
  public struct Column: Equatable, Codable, Sendable {
    /// What stands above the nodes; it may be empty.
    public var title: String

    /// The nodes, from the top down.
    public var nodes: [Node]

    /// Creates a column.
    public init(_ title: String, _ nodes: [Node]) {
      self.title = title
      self.nodes = nodes
    }

    /// Creates a column without a title.
    public init(_ nodes: [Node]) { self.init("", nodes) }
  }

  /// A unit, an operation or a box.
  public struct Node: Equatable, Codable, Sendable {
    /// How a node looks.
    public enum Shape: Equatable, Codable, Sendable {
      /// A circle with its text inside and its lines below.
      case circle

      /// A box with its text and its lines inside.
      case box

      /// Nothing: where a wire begins or ends.
      case point
    }

    /// What wires call it; no other node of the diagram has this name.
    public var name: String

    /// What stands in it: a unit's value, an operation's sign or a layer's name.
    public var text: String

    /// Lines that go with it, such as `a₁ = ReLU(z₁)`; in a box, one that begins with `∂ ` looks like a slope.
    public var lines: [String]

    /// The slope of the loss along its value, or nil.
    public var slope: String?

    /// What a unit adds by itself, or nil.
    public var bias: Quantity?

    /// How it looks.
    public var shape: Shape

    /// Creates a node from its parts.
    public init(
      _ name: String, text: String, lines: [String] = [], slope: String? = nil, bias: Quantity? = nil, shape: Shape
    ) {
      self.name = name
      self.text = text
      self.lines = lines
      self.slope = slope
      self.bias = bias
      self.shape = shape
    }

    /// A unit of a network: a circle around its value, with its name or a formula below.
    public static func unit(
      _ name: String, _ value: Quantity, lines: [String]? = nil, bias: Quantity? = nil
    ) -> Node {
      Node(name, text: value.value, lines: lines ?? [name], slope: value.slope, bias: bias, shape: .circle)
    }

    /// An operation of a computational graph: a circle around its sign, such as `·`, `+` or `σ`.
    public static func operation(_ name: String, _ sign: String, lines: [String] = []) -> Node {
      Node(name, text: sign, lines: lines, shape: .circle)
    }

    /// A box around a name: a variable, the loss or a layer.
    public static func box(_ name: String, text: String? = nil, lines: [String] = [], slope: String? = nil) -> Node {
      Node(name, text: text ?? name, lines: lines, slope: slope, shape: .box)
    }

    /// The open end of a wire that leads out of the picture.
    public static func point(_ name: String) -> Node { Node(name, text: "", shape: .point) }
  }

  /// A line from a node to one in a column further right, with what it carries.
  public struct Wire: Equatable, Codable, Sendable {
    /// The name of the node on its left.
    public var start: String

    /// The name of the node on its right.
    public var end: String

    /// What stands on it: a weight, or the number that goes along it.
    public var label: Quantity

    /// Whether the slope goes back along it, as in a computational graph, and not only belongs to a weight.
    public var carriesSlope: Bool

    /// Creates a wire between two nodes.
    public init(_ start: String, _ end: String, _ label: Quantity = "", carriesSlope: Bool = true) {
      self.start = start
      self.end = end
      self.label = label
      self.carriesSlope = carriesSlope
    }
  }
}
