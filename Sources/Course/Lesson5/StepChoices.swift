import CourseKit
import Engine

/// What can be done otherwise in 5.2.
struct StepChoices {
  /// From what the step is taken.
  var start: @Sendable (_ value: Double, _ rate: Double) -> Double = { value, _ in value }
  /// Which slope goes into the step.
  var slope: @Sendable (_ slope: Double, _ value: Double) -> Double = { slope, _ in slope }
  /// How long the step is.
  var length: @Sendable (_ slope: Double, _ rate: Double) -> Double = { $1 * $0 }
  /// What the step is divided by in a matrix of some rows.
  var divisor: @Sendable (_ rows: Int, _ layers: Int) -> Double = { _, _ in 1 }
  /// The sign of the step.
  var sign = -1.0
  /// The step that the weights and the biases of a layer make of the step as it is so far; nil if they make none.
  typealias Kind = @Sendable (_ place: PlaceInNetwork, _ step: Double, _ numbers: StepNumbers) -> Double?
  var both: Kind = { _, step, _ in step }
  var weights: Kind = { _, step, _ in step }
  var biases: Kind = { _, step, _ in step }
  /// Whether a layer makes the step.
  var layers: @Sendable (_ place: PlaceInNetwork) -> Bool = { _ in true }
  /// Of which layer the gradients are.
  var gradientLayer: @Sendable (_ place: PlaceInNetwork) -> Int = { $0.layer }
  /// Whether the biases become what the weights would after one step more.
  var biasesAreOfWeights = false

  /// Whether nothing but zeros is left.
  var isErased = false

  func answer(_ parameters: Parameters, _ gradients: Gradients, _ rate: Double) throws -> Parameters {
    var result = parameters
    let count = parameters.weights.count
    for layer in 0..<count {
      let units = parameters.weights[layer].columns
      let weights = PlaceInNetwork(true, layer, of: count, units: units)
      let biases = PlaceInNetwork(false, layer, of: count, units: units)
      let fanIn = Double(parameters.weights[layer].rows)
      try step(&result.weights[layer], gradients.weights, rate, weights, fanIn: fanIn)
      try step(&result.biases[layer], gradients.biases, rate, biases, fanIn: fanIn)
      if biasesAreOfWeights {
        result.biases[layer] = result.weights[layer]
        try step(&result.biases[layer], gradients.weights, rate, weights, fanIn: fanIn)
      }
    }
    if isErased {
      return Parameters(
        weights: result.weights.map { $0.map { _ in 0 } }, biases: result.biases.map { $0.map { _ in 0 } })
    }
    return result
  }

  private func step(
    _ matrix: inout Matrix, _ slopes: [Matrix], _ rate: Double, _ place: PlaceInNetwork, fanIn: Double
  ) throws {
    guard layers(place) else { return }
    let slopes = try Stopping.element(slopes, gradientLayer(place))
    guard slopes.shape == matrix.shape else { throw PredictedStop() }
    for index in matrix.elements.indices {
      let (value, slope) = (matrix.elements[index], slopes.elements[index])
      let length = length(self.slope(slope, value), rate) / divisor(matrix.rows, place.count)
      let numbers = StepNumbers(index: index, value: value, slope: slope, rate: rate, fanIn: fanIn)
      let kind = place.isWeights ? weights : biases
      guard let common = both(place, length, numbers), let step = kind(place, common, numbers) else { return }
      matrix.elements[index] = start(value, rate) + sign * step
    }
  }
}

/// What goes into the step of one entry.
struct StepNumbers {
  /// The entry's place in its matrix, counted row after row.
  let index: Int
  let value: Double
  let slope: Double
  let rate: Double
  /// The number of the layer's inputs: the rows of its weights.
  let fanIn: Double
}

/// The weights or the biases of a layer.
struct PlaceInNetwork {
  let isWeights: Bool
  let layer: Int
  let count: Int
  /// The number of the layer's units.
  let units: Int

  init(_ isWeights: Bool, _ layer: Int, of count: Int, units: Int) {
    self.isWeights = isWeights
    self.layer = layer
    self.count = count
    self.units = units
  }

  var isFirst: Bool { layer == 0 }
  var isLast: Bool { layer == count - 1 }
}
