import Contract
import CourseKit
import Figures
import Training
import Vocabulary

// What a gradient says.
extension Plot {
  static let ofLesson4: [Plot] = [
    Plot(
      "backpropagation", "the slopes of the loss on their way back through a network",
      calls: [
        Lesson1.reluDerivative.exercise, Lesson3.forward.exercise, Lesson3.binaryCrossEntropy.exercise,
        Lesson4.backward.exercise,
      ],
      draw: { studio in backpropagation(studio.functions) }),
    Plot(
      "gradient-products", "the matrix products of the backward pass, and which sides meet",
      calls: [Lesson3.forward.exercise, Lesson4.backward.exercise],
      draw: { studio in gradientProducts(studio.functions) }),
    Plot(
      "slopes", "the loss along single parameters, and your gradients as tangents",
      calls: [Lesson3.forward.exercise, Lesson3.binaryCrossEntropy.exercise, Lesson4.backward.exercise],
      draw: { studio in slopes(studio.functions) }),
  ]

  /// The page's second row on its way back.
  private static func backpropagation(_ functions: LessonFunctions) -> Diagram {
    let network = PageNetwork(row: 1, with: functions, hasSlopes: true)
    return network.diagram(
      "The slopes of row 2 come back",
      legend: Diagram.Quantity("value, going forwards", slope: "slope of the loss, coming back; at a unit: its delta"),
      notes: [
        "\(network.firstDelta): the next delta, the weight, ReLU's slope.",
        "Row 2 alone: the gradients of a batch are means over its rows.",
      ])
  }

  /// A hidden layer of two inputs and three units, on five rows: its products with sides that can be told apart.
  ///
  /// The shapes are those of what the student's functions return.
  private static func gradientProducts(_ functions: LessonFunctions) -> Diagram {
    let sizes = [2, 2, 3, 1]
    let parameters = Parameters(
      weights: zip(sizes, sizes.dropFirst()).map { Matrix.zeros(rows: $0, columns: $1).map { _ in 1 } },
      biases: sizes.dropFirst().map { .zeros(rows: 1, columns: $0) })
    let input = Matrix(rows: 5, columns: 2, elements: (1...10).map { Double($0) / 10 })
    let cache = functions.forward(input, parameters, .relu)
    let labels = Matrix(rows: 5, columns: 1, elements: [0, 1, 0, 1, 1])
    let gradients = functions.backward(cache, labels, parameters, .relu)

    func block(
      _ name: String, _ shape: Matrix, _ rows: String, _ columns: String, isSlope: Bool = false
    ) -> Diagram.Term {
      .matrix(name, .init(rows, shape.rows), .init(columns, shape.columns), isSlope: isSlope)
    }
    let (activation, weights, z) = (cache.activations[1], parameters.weights[1], cache.preActivations[1])
    let a = block("A", activation, "N", "fanIn")
    let delta = block("δ", z, "N", "fanOut", isSlope: true)
    return .products(
      "One layer forwards and backwards",
      [
        Diagram.Equation(
          "Forwards: rows of A meet columns of W",
          [a, "·", block("W", weights, "fanIn", "fanOut"), "=", block("Z", z, "N", "fanOut")]),
        Diagram.Equation(
          "dW is summed over the N rows: A is turned",
          [
            block("Aᵀ", activation.transposed, "fanIn", "N"), "·", delta, "/ N =",
            block("dW", gradients.weights[1], "fanIn", "fanOut", isSlope: true),
          ]),
        Diagram.Equation(
          "What goes back is summed over the units: W is turned",
          [
            delta, "·", block("Wᵀ", weights.transposed, "fanOut", "fanIn"), "=",
            block("δWᵀ", activation, "N", "fanIn", isSlope: true),
          ]),
      ],
      notes: ["dW has the shape of W, and δWᵀ that of A. Times g′(Z), it is the delta of the layer before."])
  }

  /// The loss of the page's example along single parameters, beside what the backward pass says of its slope.
  private static func slopes(_ functions: LessonFunctions) -> Figure {
    let parameters = PageExample.parameters
    let (input, labels) = (PageExample.data.features, PageExample.data.labels)
    let gradients = functions.backward(functions.forward(input, parameters, .relu), labels, parameters, .relu)

    func line(
      _ name: String, _ place: WritableKeyPath<Parameters, Double>, _ slope: Double
    ) -> (name: String, value: Double, slope: Double, curve: [Point]) {
      let value = parameters[keyPath: place]
      let curve = (-40...40).map { step in
        var turned = parameters
        turned[keyPath: place] = value + Double(step) / 20
        let probabilities = functions.forward(input, turned, .relu).probabilities
        return Point(turned[keyPath: place], functions.loss(probabilities, labels))
      }
      return (name, value, slope, curve)
    }
    return .slopes([
      line("first weight of W1", \.weights[0].elements[0], gradients.weights[0].elements[0]),
      line("second weight of W1", \.weights[0].elements[1], gradients.weights[0].elements[1]),
      line("first weight of W2", \.weights[1].elements[0], gradients.weights[1].elements[0]),
      line("b2", \.biases[1].elements[0], gradients.biases[1].elements[0]),
    ])
  }
}
