import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

/// What can be done otherwise in 3.5.
struct PredictChoices {
  /// What `forward` gets as the activation function of the hidden layers; nil if Z is passed on as it is.
  var hidden: @Sendable (HiddenActivation) -> HiddenActivation? = { hidden in hidden }
  /// With which parameters the network runs.
  var parameters: @Sendable (Parameters) -> Parameters = { $0 }
  /// Which matrix of the cache is looked at.
  var looked: @Sendable (_ cache: ForwardCache) throws -> Matrix = { cache in cache.probabilities }
  /// Whether a row is of class 1.
  var isOne: @Sendable (_ p: Double) -> Bool = { p in p >= 0.5 }
  /// What is written down for it.
  var written: @Sendable (_ isOne: Bool, _ p: Double) -> Double = { isOne, _ in isOne ? 1 : 0 }
  /// Whether a row that follows one of class 1 is of class 1 as well.
  var isSticky = false
  /// How many columns there are; all but the first hold 0.
  var columns: @Sendable (_ inputs: Int) -> Int = { _ in 1 }
  /// What becomes of the matrix.
  var returned: @Sendable (_ classes: Matrix) -> Matrix = { classes in classes }

  func classes(
    _ input: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation, with answers: Answers
  ) throws -> Matrix {
    let parameters = self.parameters(parameters)
    let cache =
      if let hidden = self.hidden(hidden) {
        try answers(Lesson3.forward, input, parameters, hidden)
      } else {
        Self.linearRun(input, parameters)
      }
    var hasBegun = false
    let classes = try looked(cache).map { p in
      let isOne = isOne(p) || isSticky && hasBegun
      hasBegun = isOne
      return written(isOne, p)
    }
    let columns = columns(input.columns)
    if columns == 1 { return returned(classes) }
    return returned(Matrix.filled(classes.rows, columns) { row, column in column == 0 ? classes[row, 0] : 0 })
  }

  /// A forward pass whose hidden layers pass Z on as it is.
  private static func linearRun(_ input: Matrix, _ parameters: Parameters) -> ForwardCache {
    var cache = ForwardCache(activations: [input], preActivations: [])
    for (layer, weights) in parameters.weights.enumerated() {
      let z = Oracle.linear(cache.activations[layer], weights, parameters.biases[layer])
      cache.preActivations.append(z)
      cache.activations.append(layer == parameters.weights.count - 1 ? z.map(Oracle.sigmoid) : z)
    }
    return cache
  }
}
