import CourseKit
import Figures

/// A diagram of each kind, with the numbers of the course's pages.
enum DiagramSamples {
  static let all: [(name: String, diagram: Diagram)] = [
    ("network", network), ("networkForwards", networkForwards), ("deepNetwork", deepNetwork), ("graph", graph),
    ("products", products), ("productsOfNumbers", productsOfNumbers), ("chain", chain), ("stack", stack),
    ("masks", masks),
  ]

  private typealias Quantity = Diagram.Quantity
  private typealias Side = Diagram.Side

  /// Row 2 of lesson 4's page, forwards and backwards.
  static var network: Diagram {
    .network(
      "Row 2, forwards and backwards",
      layers: [
        Diagram.Column("input", [.unit("x₁", "2"), .unit("x₂", "1")]),
        Diagram.Column(
          "hidden",
          [
            .unit("a₁", Quantity("2", slope: "2.1932"), lines: ["ReLU(2)"], bias: Quantity("−1", slope: "2.1932")),
            .unit("a₂", Quantity("0", slope: "−0.7311"), lines: ["ReLU(−1)"], bias: Quantity("0", slope: "0")),
          ]),
        Diagram.Column(
          "output",
          [.unit("p", Quantity("0.7311", slope: "3.7183"), lines: ["σ(1)"], bias: Quantity("−5", slope: "0.7311"))]),
        Diagram.Column("", [.box("loss", lines: ["1.3133"])]),
      ],
      weights: [
        [
          [Quantity("1", slope: "4.3863"), Quantity("−1", slope: "0")],
          [Quantity("1", slope: "2.1932"), Quantity("1", slope: "0")],
        ],
        [[Quantity("3", slope: "1.4621")], [Quantity("−1", slope: "0")]],
      ],
      notes: ["y = 0, so the loss is −log(1 − 0.7311). The second hidden unit is off: no slope gets through."])
  }

  static var networkForwards: Diagram {
    .network(
      "Row 1 goes through the network",
      layers: [
        Diagram.Column("input", [.unit("x₁", "1"), .unit("x₂", "2")]),
        Diagram.Column(
          "hidden",
          [.unit("a₁", "2", lines: ["a₁ = ReLU(2)"], bias: "−1"), .unit("a₂", "1", lines: ["a₂ = ReLU(1)"], bias: "0")]),
        Diagram.Column("output", [.unit("p", "0.5000", lines: ["p = σ(0)"], bias: "−5")]),
      ],
      weights: [[["1", "−1"], ["1", "1"]], [["3"], ["−1"]]])
  }

  /// Three units in each of three layers, and one output.
  static var deepNetwork: Diagram {
    var generator = SeededGenerator(seed: 3)
    return network(counts: [3, 3, 3, 1], using: &generator)
  }

  /// A network of so many units with numbers that are drawn, two decimals each.
  static func network(counts: [Int], using generator: inout SeededGenerator) -> Diagram {
    func quantity() -> Quantity {
      Quantity(generator.nextGaussian(), slope: generator.nextGaussian() / 2, decimals: 2)
    }
    let layers = counts.enumerated().map { layer, count in
      Diagram.Column("layer \(layer)", (0..<count).map { .unit("a\(layer)\($0)", quantity()) })
    }
    let weights = zip(counts, counts.dropFirst()).map { fanIn, fanOut in
      (0..<fanIn).map { _ in (0..<fanOut).map { _ in quantity() } }
    }
    return .network("Layers of \(counts)", layers: layers, weights: weights)
  }

  /// A sigmoid unit with its loss: y = 1, w = 3, x = 2, b = −5.
  static var graph: Diagram {
    .graph(
      "One unit and its loss",
      columns: [
        Diagram.Column([.box("w"), .box("x")]), Diagram.Column([.operation("wx", "·"), .box("b")]),
        Diagram.Column([.operation("z", "+")]), Diagram.Column([.operation("p", "σ")]),
        Diagram.Column([.operation("log", "−log")]), Diagram.Column([.point("loss")]),
      ],
      wires: [
        Diagram.Wire("w", "wx", Quantity("3", slope: "−0.54")), Diagram.Wire("x", "wx", Quantity("2", slope: "−0.81")),
        Diagram.Wire("wx", "z", Quantity("6", slope: "−0.27")), Diagram.Wire("b", "z", Quantity("−5", slope: "−0.27")),
        Diagram.Wire("z", "p", Quantity("1", slope: "−0.27")),
        Diagram.Wire("p", "log", Quantity("0.73", slope: "−1.37")),
        Diagram.Wire("log", "loss", Quantity("0.31", slope: "1")),
      ],
      notes: ["Every slope is the one on its right times the operation's own: −0.27 = −1.37 · 0.73 · (1 − 0.73)."])
  }

  static var products: Diagram {
    let (n, fanIn, fanOut) = (Side("N", 4), Side("fanIn", 2), Side("fanOut", 3))
    return .products(
      "A layer forwards and backwards",
      [
        Diagram.Equation(
          "Forwards: each row of A meets each column of W",
          [.matrix("A", n, fanIn), "·", .matrix("W", fanIn, fanOut), "=", .matrix("Z", n, fanOut)]),
        Diagram.Equation(
          "The slope of W has the shape of W: A must be turned",
          [
            .matrix("Aᵀ", fanIn, n), "·", .matrix("δ", n, fanOut, isSlope: true), "=",
            .matrix("dW", fanIn, fanOut, isSlope: true),
          ]),
        Diagram.Equation(
          "The slope of A has the shape of A: W must be turned",
          [
            .matrix("δ", n, fanOut, isSlope: true), "·", .matrix("Wᵀ", fanOut, fanIn), "=",
            .matrix("dA", n, fanIn, isSlope: true),
          ]),
      ])
  }

  /// Lesson 10's dense layer.
  static var productsOfNumbers: Diagram {
    .products(
      "∂loss/∂W of a dense layer",
      [
        Diagram.Equation([
          .matrix(.init("Xᵀ", Matrix([[1, 2], [2, -1]]), rows: "fanIn", columns: "N", framedRow: 0)), "·",
          .matrix(
            .init("G", Matrix([[0.5, -0.5], [1, 0]]), rows: "N", columns: "fanOut", isSlope: true, framedColumn: 0)),
          "=",
          .matrix(
            .init(
              "∂loss/∂W", Matrix([[2.5, -0.5], [0, -1]]), rows: "fanIn", columns: "fanOut", isSlope: true, framedRow: 0,
              framedColumn: 0)),
        ])
      ], notes: ["1 · 0.50 + 2 · 1 = 2.50: a weight is used in every row, so its slopes add up over the rows."])
  }

  static var chain: Diagram {
    .chain(
      "A network of three layers",
      boxes: [.box("Dense(2, 64)"), .box("ReLU"), .box("Dense(64, 3)")],
      arrows: ["[32, 2]", "[32, 64]", "[32, 64]", "[32, 3]"].map { Quantity($0, slope: $0) })
  }

  static var stack: Diagram {
    .chain(
      "Dropout after each ReLU",
      boxes: [
        .box("Dense(2, 64)", lines: ["W [2, 64], b [1, 64]"]), .box("ReLU"), .box("Dropout(keep: 0.8)"),
        .box("Dense(64, 3)", lines: ["W [64, 3], b [1, 3]"]), .box("softmax, cross-entropy"),
      ],
      arrows: ["[32, 2]", "[32, 64]", "[32, 64]", "[32, 64]", "[32, 3]"].map { Quantity($0, slope: $0) } + [""])
  }

  static var masks: Diagram {
    let masks = [
      Matrix([[1.25, 0, 1.25, 1.25, 1.25], [0, 1.25, 1.25, 1.25, 0]]),
      Matrix([[1.25, 1.25, 1.25, 0, 1.25], [1.25, 1.25, 0, 1.25, 1.25]]),
      Matrix([[0, 0, 1.25, 1.25, 1.25], [1.25, 1.25, 1.25, 1.25, 1.25]]),
    ]
    return .matrices(
      "Another mask for each batch, keep = 0.8",
      masks.enumerated().map {
        Diagram.Block("batch \($0.offset + 1)", $0.element, rows: "N", columns: "units", isMask: true)
      })
  }
}
