import Contract
import CourseKit
import Figures
import Training

// What the forward pass computes.
extension Plot {
  static let ofLesson3: [Plot] = [
    Plot(
      "network", "one example goes through a network, number by number",
      calls: [Lesson3.forward.exercise, Lesson3.binaryCrossEntropy.exercise],
      draw: { studio in network(studio.functions) }),
    Plot(
      "linear-product", "a layer's linear step: rows of examples meet columns of weights",
      calls: [Lesson3.forward.exercise], draw: { studio in linearProduct(studio.functions) }),
    Plot(
      "log-loss", "what a probability costs, for either label",
      calls: [Lesson3.forward.exercise, Lesson3.binaryCrossEntropy.exercise],
      draw: { studio in logLoss(studio.functions) }),
  ]

  /// The page's second row on its way to the loss.
  private static func network(_ functions: LessonFunctions) -> Diagram {
    let network = PageNetwork(row: 1, with: functions)
    return network.diagram(
      "Row 2 goes through the network",
      notes: ["\(network.firstSum): each input times its weight, and the bias, which stands above its unit."])
  }

  /// The first layer's linear step on both rows of the page, with what the first entry is made of in frames.
  private static func linearProduct(_ functions: LessonFunctions) -> Diagram {
    let cache = functions.forward(PageExample.data.features, PageExample.parameters, .relu)
    let (weights, biases) = (PageExample.parameters.weights[0], PageExample.parameters.biases[0])
    return .products(
      "The first layer's linear step",
      [
        Diagram.Equation([
          .matrix(.init("A0", cache.activations[0], rows: "N", columns: "fanIn", framedRow: 0)), "·",
          .matrix(.init("W1", weights, rows: "fanIn", columns: "fanOut", framedColumn: 0)), "+",
          .matrix(.init("b1", biases, columns: "fanOut", framedRow: 0, framedColumn: 0)), "=",
          .matrix(
            .init(
              "Z1", cache.preActivations[0], rows: "N", columns: "fanOut", framedRow: 0, framedColumn: 0)),
        ])
      ],
      notes: ["Row 1 in the frames: \(PageNetwork.firstSum(cache)).", "Each row gets the same b."])
  }

  /// The loss of a single example by its probability, for each of the labels, with the page's two rows on the curves.
  private static func logLoss(_ functions: LessonFunctions) -> Figure {
    let probabilities = (1...199).map { Double($0) / 200 }
    func loss(_ probability: Double, _ label: Double) -> Point {
      Point(probability, functions.loss(Matrix([[probability]]), Matrix([[label]])))
    }
    let (data, parameters) = (PageExample.data, PageExample.parameters)
    let rows = functions.forward(data.features, parameters, .relu).probabilities.elements
    return Figure(
      "What a probability costs",
      panels: [
        Panel(
          title: "", x: Axis("p, the probability of class 1", range: 0...1), y: Axis("loss", range: 0...5.5),
          marks: [
            .line(name: "y = 1: −log p", points: probabilities.map { loss($0, 1) }),
            .line(name: "y = 0: −log(1 − p)", points: probabilities.map { loss($0, 0) }),
          ]
            + rows.enumerated().map { row, probability in
              .points(name: "row \(row + 1) of the page", points: [loss(probability, data.labels[row, 0])])
            })
      ])
  }
}
