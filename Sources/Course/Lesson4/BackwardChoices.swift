import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

/// What can be done otherwise in 4.4.
struct BackwardChoices {
  /// The delta of the output layer.
  var outputDelta: @Sendable (BackwardStart) throws -> Matrix = { try $0.delta() }
  /// Which layers the loop goes through, and what becomes of the others.
  var walk = BackwardWalk { (0..<$0).reversed() }
  /// Whether a layer sends its delta on to the one below.
  var sends: @Sendable (_ layer: Int, _ count: Int) -> Bool = { layer, _ in layer > 0 }
  /// Whether the delta is sent on before the layer has its gradients.
  var sendsFirst = false
  /// What went into a layer.
  var input: @Sendable (ForwardCache, _ layer: Int, _ count: Int) throws -> Matrix = { cache, layer, _ in
    try Stopping.element(cache.activations, layer)
  }
  /// What `layerGradients` gets as the delta and as the input.
  var handed: @Sendable (_ delta: Matrix, _ input: Matrix) -> (delta: Matrix, input: Matrix) = { ($0, $1) }
  /// A layer's gradients, made of what 4.3 gives.
  var layerGradients: @Sendable (_ right: LayerGradients, _ delta: Matrix) -> LayerGradients = { right, _ in right }
  /// The weights through which the delta goes back.
  var weights: @Sendable (Parameters, _ own: LayerGradients?, _ layer: Int) throws -> Matrix = { parameters, _, layer in
    try Stopping.element(parameters.weights, layer)
  }
  /// Where the slope of the layer below is taken.
  var preActivation: @Sendable (ForwardCache, _ layer: Int, _ count: Int) throws -> Matrix = { cache, layer, _ in
    try Stopping.element(cache.preActivations, layer - 1)
  }
  /// Whose slope it is.
  var hidden: @Sendable (HiddenActivation) -> HiddenActivation = { $0 }
  /// The delta of the layer below.
  var hiddenDelta: @Sendable (Answers, _ sent: SentDelta) throws -> Matrix = { answers, sent in
    try sent.delta(answers)
  }
  /// Which deltas the layer below works with: that of its gradients, and that which it sends on.
  var kept: @Sendable (_ new: Matrix, _ old: Matrix, _ output: Matrix) throws -> (gradients: Matrix, next: Matrix) = {
    new, _, _ in (new, new)
  }
  /// What is returned of the layers' gradients, the first layer first.
  var returned: @Sendable (_ weights: [Matrix], _ biases: [Matrix], Parameters) throws -> Gradients = {
    weights, biases, _ in Gradients(weights: weights, biases: biases)
  }

  func answer(
    _ answers: Answers, _ cache: ForwardCache, _ labels: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation
  ) throws -> Gradients {
    let count = parameters.weights.count
    let output = try outputDelta(BackwardStart(answers: answers, cache: cache, labels: labels, hidden: hidden))
    var (delta, next) = (output, output)
    var found: [(layer: Int, gradients: LayerGradients)] = []
    for layer in walk.layers(count) {
      func send(_ own: LayerGradients?) throws {
        guard sends(layer, count) else { return }
        let sent = SentDelta(
          next: next, weights: try weights(parameters, own, layer), z: try preActivation(cache, layer, count),
          hidden: self.hidden(hidden))
        (delta, next) = try kept(try hiddenDelta(answers, sent), delta, output)
      }
      if sendsFirst { try send(nil) }
      let input = try input(cache, layer, count)
      guard input.rows == delta.rows else { throw PredictedStop() }
      let arguments = handed(delta, input)
      let own = layerGradients(try answers(Lesson4.layerGradients, arguments.delta, arguments.input), delta)
      found.append((layer, own))
      if !sendsFirst { try send(own) }
    }
    let all = walk.collected(found, parameters)
    return try returned(all.map(\.weights), all.map(\.biases), parameters)
  }
}

/// What the output's delta is made of.
struct BackwardStart {
  let answers: Answers
  let cache: ForwardCache
  let labels: Matrix
  let hidden: HiddenActivation

  var rows: Double { Double(labels.rows) }

  func delta() throws -> Matrix {
    let probabilities = cache.probabilities
    guard probabilities.shape == labels.shape else { throw PredictedStop() }
    return try answers(Lesson4.outputDelta, probabilities, labels)
  }

  /// The right delta, each entry multiplied by a factor that belongs to its p.
  func delta(times factor: (_ p: Double) -> Double) throws -> Matrix {
    try Stopping.entrywise(try delta(), cache.probabilities) { $0 * factor($1) }
  }
}

/// What the delta of the layer below is made of.
struct SentDelta {
  let next: Matrix
  let weights: Matrix
  let z: Matrix
  let hidden: HiddenActivation

  func delta(_ answers: Answers) throws -> Matrix {
    guard next.columns == weights.columns, z.rows == next.rows, z.columns == weights.rows else { throw PredictedStop() }
    return try answers(Lesson4.hiddenDelta, next, weights, z, hidden)
  }
}

/// The way of the loop through the layers.
struct BackwardWalk {
  /// What stands for a layer that the loop does not reach.
  enum Unreached { case nothing, zeros, parameters }

  let layers: @Sendable (_ count: Int) -> [Int]
  var unreached = Unreached.nothing
  /// Whether what is found is put at the front, whichever way the loop goes.
  var isPutAtFront = false

  init(
    unreached: Unreached = .nothing, isPutAtFront: Bool = false, _ layers: @escaping @Sendable (_ count: Int) -> [Int]
  ) {
    self.layers = layers
    self.unreached = unreached
    self.isPutAtFront = isPutAtFront
  }

  func collected(_ found: [(layer: Int, gradients: LayerGradients)], _ parameters: Parameters) -> [LayerGradients] {
    if isPutAtFront { return found.reversed().map(\.gradients) }
    return parameters.weights.indices.compactMap { layer in
      if let own = found.first(where: { $0.layer == layer }) { return own.gradients }
      let (weights, biases) = (parameters.weights[layer], parameters.biases[layer])
      return switch unreached {
      case .nothing: nil
      case .zeros: LayerGradients((weights.map { _ in 0 }, biases.map { _ in 0 }))
      case .parameters: LayerGradients((weights, biases))
      }
    }
  }
}
