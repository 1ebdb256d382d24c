import Contract
import CourseKit
import Figures
import Training
import Vocabulary

// What layers compute, send back and learn.
extension Plot {
  static let ofLesson10: [Plot] = {
    let quadrants = TrainingSetup(data: .generated(GeneratedData(.quadrants)), network: .layers(), epochs: 200)
    return [
      Plot(
        "stack", "a row of layers with the shapes that go forwards and come back",
        calls: [
          Lesson9.logitsGradient.exercise, Lesson10.denseForward.exercise, Lesson10.denseBackward.exercise,
          Lesson10.reLULayerForward.exercise, Lesson10.reLULayerBackward.exercise,
          Lesson10.sequentialForward.exercise, Lesson10.sequentialBackward.exercise,
        ], draw: { studio in stack(studio.functions) }),
      Plot(
        "layer-products", "what a dense layer computes of its input, and of what comes back",
        calls: [Lesson10.denseForward.exercise, Lesson10.denseBackward.exercise],
        draw: { studio in layerProducts(studio.functions) }),
      Plot(
        "layers", "what layers say about the plane, class by class", calls: Boundary.exercises(of: quadrants),
        training: [quadrants], draw: { _, runs in boundary(runs[0]) }),
    ]
  }()

  /// Two dense layers with ReLU between them, and what passes between neighbours on the way there and back.
  private static func stack(_ functions: LessonFunctions) -> Diagram {
    let (rows, sizes) = (32, [2, 64, 3])
    var generator = SeededGenerator(seed: 1)
    func dense(_ fanIn: Int, _ fanOut: Int) -> Layer {
      let weights = Matrix.drawn(rows: fanIn, columns: fanOut, using: &generator)
      return functions.denseLayer(weights, .zeros(rows: 1, columns: fanOut))
    }
    let layers = [dense(sizes[0], sizes[1]), functions.reluLayer(), dense(sizes[1], sizes[2])]
    let posts = (0...layers.count).map { _ in Post() }
    let network = functions.sequential([posts[0]] + zip(layers, posts.dropFirst()).flatMap { [$0, $1] })
    let logits = network.forward(.drawn(rows: rows, columns: sizes[0], using: &generator), isTraining: true)
    _ = network.backward(functions.logitsGradient(logits, (0..<rows).map { $0 % sizes[2] }))
    return .chain(
      "32 rows, there and back",
      boxes: [
        box("Dense", layers[0]), box("ReLU", layers[1]), box("Dense", layers[2]),
        .box("softmax, cross-entropy", lines: ["loss, and its slope (P − Y) / N"]),
      ], arrows: posts.map(\.shapes) + [""],
      notes: ["A slope has the shape of what it belongs to: on every arrow, and in every layer."])
  }

  /// A layer with the shapes of its parameters and of their slopes.
  private static func box(_ name: String, _ layer: Layer) -> Diagram.Node {
    func line(_ start: String, _ matrices: [Matrix]) -> [String] {
      let names = zip(["W", "b"], matrices).map { "\(start)\($0) \($1.shape)" }
      return names.isEmpty ? [] : [names.joined(separator: ", ")]
    }
    return .box(name, lines: line("", layer.parameters) + line("∂ ", layer.gradients))
  }

  /// The page's dense layer, in the numbers of both ways.
  private static func layerProducts(_ functions: LessonFunctions) -> Diagram {
    let (input, gradient) = (Matrix([[1, 2], [2, -1]]), Matrix([[0.5, -0.5], [1, 0]]))
    let (weights, biases) = (Matrix([[1, -1], [1, 2]]), Matrix([[0, 1]]))
    let layer = functions.denseLayer(weights, biases)
    let output = layer.forward(input, isTraining: true)
    let inputGradient = layer.backward(gradient)
    let sum = (0..<2).map { "\(Diagram.text(input[$0, 0])) · \(Diagram.text(gradient[$0, 0], decimals: 2))" }
      .joined(separator: " + ")
    let biasGradient = layer.gradients[1].elements.map { Diagram.text($0, decimals: 2) }
    return .products(
      "A dense layer, forwards and backwards",
      [
        Diagram.Equation(
          "Forward: the output",
          [
            .matrix(.init("X", input, rows: "N", columns: "fanIn")), "·",
            .matrix(.init("W", weights, rows: "fanIn", columns: "fanOut")), "+",
            .matrix(.init("b", biases, columns: "fanOut")), "=",
            .matrix(.init("output", output, rows: "N", columns: "fanOut")),
          ]),
        Diagram.Equation(
          "Backward, kept: the slope of W",
          [
            .matrix(.init("Xᵀ", input.transposed, rows: "fanIn", columns: "N", framedRow: 0)), "·",
            .matrix(.init("G", gradient, rows: "N", columns: "fanOut", isSlope: true, framedColumn: 0)), "=",
            .matrix(
              .init(
                "∂loss/∂W", layer.gradients[0], rows: "fanIn", columns: "fanOut", isSlope: true, framedRow: 0,
                framedColumn: 0)),
          ]),
        Diagram.Equation(
          "Backward, returned: the slope of X, the next G",
          [
            .matrix(.init("G", gradient, rows: "N", columns: "fanOut", isSlope: true)), "·",
            .matrix(.init("Wᵀ", weights.transposed, rows: "fanOut", columns: "fanIn")), "=",
            .matrix(.init("∂loss/∂X", inputGradient, rows: "N", columns: "fanIn", isSlope: true)),
          ]),
      ],
      notes: [
        "In the frames: \(sum) = \(Diagram.text(layer.gradients[0][0, 0], decimals: 2)).",
        "The slope of b is the sum of the rows of G: \(biasGradient.joined(separator: ", ")).",
      ])
  }
}

/// A layer that changes nothing and remembers the shapes of what passed it.
private final class Post: Layer {
  private(set) var shapes = Diagram.Quantity("")

  override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    shapes.value = "\(input.shape)"
    return input
  }

  override func backward(_ outputGradient: Matrix) -> Matrix {
    shapes.slope = "\(outputGradient.shape)"
    return outputGradient
  }
}

extension Matrix {
  /// A matrix of normal numbers.
  fileprivate static func drawn(rows: Int, columns: Int, using generator: inout SeededGenerator) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: (0..<rows * columns).map { _ in generator.nextGaussian() })
  }
}
