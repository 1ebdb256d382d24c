import Contract
import CourseKit
import Figures
import Training

/// The network with which the pages calculate, and what the student's functions make of one of the page's two rows.
struct PageNetwork {
  private let cache: ForwardCache
  private let label: Double
  private let loss: Double
  private let gradients: Gradients?
  private let reluSlopes: Matrix?
  private let parameters = PageExample.parameters

  /// Sends a row of the page, counted from 0, through the network, and back if the slopes are wanted.
  init(row: Int, with functions: LessonFunctions, hasSlopes: Bool = false) {
    let labels = PageExample.data.labels.rows(at: [row])
    cache = functions.forward(PageExample.data.features.rows(at: [row]), parameters, .relu)
    label = labels[0, 0]
    loss = functions.loss(cache.probabilities, labels)
    gradients = hasSlopes ? functions.backward(cache, labels, parameters, .relu) : nil
    reluSlopes = hasSlopes ? functions.slope(cache.preActivations[0], .relu) : nil
  }

  /// The network from the input to the loss: weights on the wires, and at each unit its bias, its z and what it sends on.
  ///
  /// As there is but one row, the slope of a bias is its unit's delta, the slope at z.
  func diagram(_ title: String, legend: Diagram.Quantity? = nil, notes: [String]) -> Diagram {
    let input = (0..<2).map { Diagram.Node.unit("x\(Self.index($0))", .init(cache.activations[0][0, $0])) }
    let hidden = (0..<2).map { unit in
      let z = "z\(Self.index(unit))"
      return self.unit("a\(Self.index(unit))", layer: 0, unit, z: z, formula: "ReLU(\(z))")
    }
    let output = unit("p", layer: 1, 0, z: "z", formula: "σ(z)")
    let formula = gradients == nil ? [label == 1 ? "−log p" : "−log(1 − p)"] : []
    let lossNode = Diagram.Node.box("loss", lines: ["y = \(Diagram.text(label))"] + formula + [Diagram.text(loss)])
    return .network(
      title,
      layers: [
        Diagram.Column("input", input), Diagram.Column("hidden", hidden), Diagram.Column("output", [output]),
        Diagram.Column("", [lossNode]),
      ],
      weights: parameters.weights.indices.map(weights), slopesComeBack: gradients != nil, legend: legend, notes: notes)
  }

  /// How the first hidden unit's z comes about, in numbers.
  var firstSum: String { Self.firstSum(cache) }

  /// How the first row's first z comes about in a cache of the page's network, in numbers.
  static func firstSum(_ cache: ForwardCache) -> String {
    let parameters = PageExample.parameters
    let (input, weights, bias) = (cache.activations[0], parameters.weights[0], parameters.biases[0][0, 0])
    let products = (0..<2).map { "\(Diagram.text(input[0, $0])) · \(Diagram.text(weights[$0, 0]))" }
    let last = (bias < 0 ? "− " : "+ ") + Diagram.text(abs(bias))
    return "z₁ = \(products.joined(separator: " + ")) \(last) = \(Diagram.text(cache.preActivations[0][0, 0]))"
  }

  /// How the first hidden unit's delta comes about, in numbers; empty without slopes.
  var firstDelta: String {
    guard let gradients, let reluSlopes else { return "" }
    let factors = [gradients.biases[1][0, 0], parameters.weights[1][0, 0], reluSlopes[0, 0]].map { Diagram.text($0) }
    return "\(Diagram.text(gradients.biases[0][0, 0])) = \(factors.joined(separator: " · "))"
  }

  private func unit(_ name: String, layer: Int, _ unit: Int, z: String, formula: String) -> Diagram.Node {
    let sum = cache.preActivations[layer][0, unit]
    let delta = gradients?.biases[layer][0, unit]
    var node = Diagram.Node.unit(
      name, Diagram.Quantity(cache.activations[layer + 1][0, unit], slope: delta),
      lines: ["\(z) = \(Diagram.text(sum))"],
      bias: Diagram.Quantity(parameters.biases[layer][0, unit], slope: delta))
    if gradients == nil { node.lines.append("\(name) = \(formula)") }
    return node
  }

  private func weights(_ layer: Int) -> [[Diagram.Quantity]] {
    let weights = parameters.weights[layer]
    return (0..<weights.rows).map { row in
      (0..<weights.columns).map { .init(weights[row, $0], slope: gradients?.weights[layer][row, $0]) }
    }
  }

  private static func index(_ number: Int) -> String { ["₁", "₂"][number] }
}
