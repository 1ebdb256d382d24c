import CourseKit
import Vocabulary

/// A trained network as a file: what `train --save` writes and `predict --model` reads.
package struct Model: Equatable, Sendable {
  /// What the last layer's numbers become.
  package var output: Output
  /// The hidden layers' activation function.
  package var hidden: HiddenActivation
  /// The weights of each layer as rows, [fanIn][fanOut].
  package var weights: [[[Double]]]
  /// The biases of each layer, [fanOut].
  package var biases: [[Double]]
  /// The names of the features, in the order in which they go in.
  package var features: [String]
  /// The classes in words, in the order of their numbers; of two with one output, the second is the one whose probability the
  /// network gives.
  package var classes: [String]
  /// How features are scaled before they go in; nil if they are not.
  package var scaling: Scaling?

  /// How a network ends.
  package enum Output: String, CaseIterable, Sendable {
    /// One unit: the probability of the second of two classes.
    case sigmoid
    /// A unit for each class.
    case softmax
  }

  /// Names the kind of file.
  static let format = "course-kit model 2"
  /// The kind before it, which knew nothing but the sigmoid and is read for ever.
  static let olderFormat = "course-kit model 1"

  /// Creates the model of trained parameters.
  package init(
    _ parameters: Parameters, hidden: HiddenActivation, output: Output = .sigmoid, features: [String],
    classes: [String], scaling: Scaling? = nil
  ) {
    self.output = output
    self.hidden = hidden
    weights = parameters.weights.map { matrix in
      (0..<matrix.rows).map { Array(matrix.elements[$0 * matrix.columns..<($0 + 1) * matrix.columns]) }
    }
    biases = parameters.biases.map { $0.elements }
    self.features = features
    self.classes = classes
    self.scaling = scaling
  }

  /// Creates a model from its parts, which need not fit together.
  init(
    output: Output, hidden: HiddenActivation, weights: [[[Double]]], biases: [[Double]], features: [String],
    classes: [String], scaling: Scaling?
  ) {
    self.output = output
    (self.hidden, self.weights, self.biases) = (hidden, weights, biases)
    (self.features, self.classes, self.scaling) = (features, classes, scaling)
  }

  /// The weights and biases.
  package var parameters: Parameters {
    Parameters(weights: weights.map { Matrix($0) }, biases: biases.map { Matrix([$0]) })
  }

  /// The units of all layers.
  package var layerSizes: [Int] { weights.map { $0.count } + [biases.last?.count ?? 0] }

  /// The model as JSON, its keys in the order of the alphabet; nil if a number is not finite, for which JSON has no words.
  package var json: [UInt8]? {
    guard areNumbersFinite else { return nil }
    var writer = JSONWriter()
    writer.put("{\"biases\":")
    writer.write(biases)
    writer.put(",\"classes\":")
    writer.write(classes)
    writer.put(",\"features\":")
    writer.write(features)
    writer.put(",\"format\":")
    writer.write(Self.format)
    writer.put(",\"hidden\":")
    writer.write(hidden.rawValue)
    writer.put(",\"output\":")
    writer.write(output.rawValue)
    if let scaling {
      writer.put(",\"scaling\":{\"deviations\":")
      writer.write(scaling.deviations)
      writer.put(",\"means\":")
      writer.write(scaling.means)
      writer.put("}")
    }
    writer.put(",\"weights\":")
    writer.write(weights) { $0.write($1) }
    writer.put("}\n")
    return writer.bytes
  }

  private var areNumbersFinite: Bool {
    weights.allSatisfy { $0.allSatisfy { $0.allSatisfy { $0.isFinite } } }
      && biases.allSatisfy { $0.allSatisfy { $0.isFinite } }
      && (scaling.map { $0.means.allSatisfy { $0.isFinite } && $0.deviations.allSatisfy { $0.isFinite } } ?? true)
  }

  /// What does not fit together; nil if all does.
  var problem: String? {
    if features.isEmpty { return "it names no features" }
    guard !weights.isEmpty, weights.count == biases.count else {
      return "it has weights for \(weights.count) layers and biases for \(biases.count)"
    }
    var fanIn = features.count
    for layer in weights.indices {
      let (rows, biases) = (weights[layer], biases[layer])
      if biases.isEmpty { return "layer \(layer + 1) has no units" }
      guard rows.count == fanIn, rows.allSatisfy({ $0.count == biases.count }) else {
        return "the weights of layer \(layer + 1) should have \(fanIn) rows of \(biases.count) numbers"
      }
      fanIn = biases.count
    }
    switch output {
    case .sigmoid:
      if fanIn != 1 { return "its last layer has \(fanIn) units and should have 1" }
      if classes.count != 2 { return "it names \(classes.count) classes and should name 2" }
    case .softmax:
      if classes.count < 2 { return "it names \(classes.count) classes and should name 2 or more" }
      if fanIn != classes.count { return "its last layer has \(fanIn) units, and it names \(classes.count) classes" }
      if hidden != .relu { return "a network of layers has relu, not \(hidden.rawValue)" }
    }
    if let scaling, scaling.means.count != features.count || scaling.deviations.count != features.count {
      return "its scaling does not have a number for each feature"
    }
    if let scaling, !scaling.isUsable { return "it divides a feature by 0 or by no finite number" }
    return nil
  }
}
