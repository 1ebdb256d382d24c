import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

/// What can be done otherwise in 3.2.
struct ForwardChoices {
  /// How many layers there are taken to be.
  var depth: @Sendable (_ count: Int) -> Int = { count in count }
  /// Which layers run, counted from 0, in which order.
  var layers: @Sendable (_ count: Int) -> [Int] = { count in Array(0..<count) }
  /// What enters the network.
  var entering: @Sendable (_ input: Matrix, _ hidden: HiddenActivation, _ activate: Activate) throws -> Matrix = {
    input, _, _ in input
  }
  /// What the first layer gets of it.
  var first: @Sendable (_ input: Matrix, _ hidden: HiddenActivation, _ activate: Activate) throws -> Matrix = {
    input, _, _ in input
  }
  /// Where the cache begins.
  var start: @Sendable (_ input: Matrix) -> ForwardCache = { input in
    ForwardCache(activations: [input], preActivations: [])
  }
  /// What a layer computes with: the first input, and what the layer below made.
  var source: @Sendable (_ input: Matrix, _ below: Step?, _ isLast: Bool) -> Matrix = { input, below, _ in
    below?.a ?? input
  }
  /// Whose weights and whose biases it takes.
  var weights: @Sendable (_ layer: Int, _ count: Int) -> Int = { layer, _ in layer }
  var biases: @Sendable (_ layer: Int, _ count: Int) -> Int = { layer, _ in layer }
  /// What `linear` gets as weights and as biases.
  var handed: @Sendable (_ w: Matrix, _ b: Matrix) -> (w: Matrix, b: Matrix) = { w, b in (w, b) }
  /// How often the biases are added.
  var biasFactor: @Sendable (_ layer: Int, _ isLast: Bool) -> Double = { _, _ in 1 }
  /// Whether it is the output layer.
  var isOutput: @Sendable (_ layer: Int, _ count: Int, _ z: Matrix) -> Bool = { layer, count, _ in layer == count - 1 }
  /// Whether Z is activated at all.
  var isActivated = true
  /// What becomes of Z in a hidden layer and in the output layer.
  var hidden: @Sendable (_ step: Step, _ hidden: HiddenActivation, _ activate: Activate) throws -> Matrix = {
    step, hidden, activate in try activate(step.z, hidden)
  }
  var output: @Sendable (_ step: Step, _ hidden: HiddenActivation, _ activate: Activate) throws -> Matrix = {
    step, _, activate in try activate(step.z, .sigmoid)
  }
  /// What is appended to the activations and to the pre-activations.
  var kept: @Sendable (_ step: Step, _ isLast: Bool) -> (a: [Matrix], z: [Matrix]) = { step, _ in ([step.a], [step.z]) }
  /// What is done with the cache at the end.
  var returned: @Sendable (_ cache: ForwardCache) -> ForwardCache = { cache in cache }

  typealias Activate = (Matrix, HiddenActivation) throws -> Matrix

  /// What one layer got and made.
  struct Step {
    let below: Matrix
    /// A · W, before the biases are added.
    let product: Matrix
    let z: Matrix
    var a: Matrix
  }

  func forward(
    _ input: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation, with answers: Answers
  ) throws -> ForwardCache {
    let activate: Activate = { z, activation in try answers.activation(z, activation) }
    let input = try entering(input, hidden, activate)
    let first = try first(input, hidden, activate)
    let layerCount = parameters.weights.count
    let count = depth(layerCount)
    var cache = start(input)
    var last: Step?
    for layer in layers(count) {
      let below = last == nil ? first : source(input, last, layer == count - 1)
      let (weightIndex, biasIndex) = (weights(layer, count), biases(layer, count))
      guard (0..<layerCount).contains(weightIndex), (0..<layerCount).contains(biasIndex) else { throw PredictedStop() }
      let (w, b) = handed(parameters.weights[weightIndex], parameters.biases[biasIndex])
      guard below.columns == w.rows, b.columns == w.columns, b.rows == 1 else { throw PredictedStop() }
      let biasFactor = biasFactor(layer, layer == count - 1)
      let z = try answers(Lesson3.linear, below, w, biasFactor == 1 ? b : b.map { biasFactor * $0 })
      guard z.columns == b.columns else { throw PredictedStop() }
      let product = Matrix.filled(z.rows, z.columns) { z[$0, $1] - biasFactor * b[0, $1] }
      var step = Step(below: below, product: product, z: z, a: z)
      if isActivated {
        step.a =
          isOutput(layer, count, z) ? try output(step, hidden, activate) : try self.hidden(step, hidden, activate)
      }
      let new = kept(step, layer == count - 1)
      cache.activations += new.a
      cache.preActivations += new.z
      last = step
    }
    return returned(cache)
  }
}
