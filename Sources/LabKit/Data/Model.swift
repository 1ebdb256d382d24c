import Vocabulary
import CourseKit
import Foundation

/// A trained network as a file: what `train --save` writes and `predict --model` reads.
public struct Model: Codable, Equatable, Sendable {
  /// Names the kind of file.
  public var format = Self.format
  /// The hidden layers' activation function.
  public var hidden: HiddenActivation
  /// The weights of each layer as rows, [fanIn][fanOut].
  public var weights: [[[Double]]]
  /// The biases of each layer, [fanOut].
  public var biases: [[Double]]
  /// The names of the features, in the order in which they go in.
  public var features: [String]
  /// The two classes in words; the second is the one whose probability the network gives.
  public var classes: [String]
  /// How features are scaled before they go in; nil if they are not.
  public var scaling: Scaling?

  static let format = "course-kit model 1"

  /// Creates the model of trained parameters.
  init(
    _ parameters: Parameters, hidden: HiddenActivation, features: [String], classes: [String], scaling: Scaling? = nil
  ) {
    self.hidden = hidden
    weights = parameters.weights.map { matrix in
      (0..<matrix.rows).map { Array(matrix.elements[$0 * matrix.columns..<($0 + 1) * matrix.columns]) }
    }
    biases = parameters.biases.map(\.elements)
    self.features = features
    self.classes = classes
    self.scaling = scaling
  }

  /// The weights and biases.
  var parameters: Parameters {
    Parameters(weights: weights.map { Matrix($0) }, biases: biases.map { Matrix([$0]) })
  }

  /// The units of all layers.
  var layerSizes: [Int] { weights.map(\.count) + [biases.last?.count ?? 0] }

  /// The model as JSON, always in the same order.
  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(self) + Data("\n".utf8)
    }
  }

  /// Reads a model.
  ///
  /// - Throws: `DataError` if the file is none, or if its matrices do not fit together.
  init(path: String) throws(DataError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataError("There is no file \(path) that can be read. `train --save \(path)` writes a model there.")
    }
    // The format comes first: of a model of another one nothing else is known.
    if let format = try? JSONDecoder().decode(Head.self, from: data).format, format != Self.format {
      throw DataError(
        "\(path) has the format '\(format)', and this course-check reads '\(Self.format)'. Train and save it again.")
    }
    do {
      self = try JSONDecoder().decode(Model.self, from: data)
    } catch {
      throw DataError(
        "\(path) is no model that can be read\(Self.detail(error)). Train it again: `train --save \(path)` writes one.")
    }
    if let problem { throw DataError("\(path) is damaged: \(problem). Train and save it again.") }
  }

  private struct Head: Decodable {
    let format: String
  }

  private static func detail(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): ": '\(key.stringValue)' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      context.codingPath.isEmpty ? ": it is no JSON" : ": \(Self.place(context.codingPath)) is wrong"
    default: ""
    }
  }

  /// `weights[0][2]`: a place in the JSON as it is written in Swift.
  private static func place(_ path: [any CodingKey]) -> String {
    path.reduce("") { place, key in
      place + (key.intValue.map { "[\($0)]" } ?? (place.isEmpty ? "" : ".") + key.stringValue)
    }
  }

  /// What does not fit together; nil if all does.
  private var problem: String? {
    if features.isEmpty { return "it names no features" }
    guard !weights.isEmpty, weights.count == biases.count else {
      return "it has weights for \(weights.count) layers and biases for \(biases.count)"
    }
    var fanIn = features.count
    for (layer, (rows, biases)) in zip(weights, biases).enumerated() {
      if biases.isEmpty { return "layer \(layer + 1) has no units" }
      guard rows.count == fanIn, rows.allSatisfy({ $0.count == biases.count }) else {
        return "the weights of layer \(layer + 1) should have \(fanIn) rows of \(biases.count) numbers"
      }
      guard (rows.joined() + biases).allSatisfy(\.isFinite) else {
        return "layer \(layer + 1) is not all finite numbers"
      }
      fanIn = biases.count
    }
    if fanIn != 1 { return "its last layer has \(fanIn) units and should have 1" }
    if classes.count != 2 { return "it names \(classes.count) classes and should name 2" }
    if let scaling, scaling.means.count != features.count || scaling.deviations.count != features.count {
      return "its scaling does not have a number for each feature"
    }
    if let scaling, !scaling.isUsable { return "it divides a feature by 0 or by no finite number" }
    return nil
  }
}
