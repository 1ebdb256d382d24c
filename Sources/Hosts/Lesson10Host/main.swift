import Contract
import CourseKit
import Layers
import Vocabulary
import Wire

let host = LessonHost()
host.answer(Lesson10.denseForward) { weights, biases, calls in
  let layer = Dense(weights: weights, biases: biases)
  // Numbers that a forward would lose if it cleared the gradients.
  (layer.weightGradient, layer.biasGradient) = (weights, biases)
  return trace(of: layer, calls) { returned in
    let areGradientsLeft = layer.weightGradient == weights && layer.biasGradient == biases
    return [
      LayerFact("returned", returned), LayerFact("input", layer.input),
      LayerFact("parameters and gradients", isLeftAlone: areGradientsLeft && has(layer, weights, biases)),
    ]
  }
}
host.answer(Lesson10.denseBackward) { weights, biases, calls in
  let layer = Dense(weights: weights, biases: biases)
  return trace(of: layer, calls, keeping: { layer.input = $0 }) { returned in
    gradients(of: layer, "") + [
      LayerFact("returned", returned), LayerFact("input", layer.input),
      LayerFact("weights and biases", isLeftAlone: has(layer, weights, biases)),
    ]
  }
}
host.answer(Lesson10.reLULayerForward) { calls in
  let layer = ReLULayer()
  return trace(of: layer, calls) { [LayerFact("returned", $0), LayerFact("mask", layer.mask)] }
}
host.answer(Lesson10.reLULayerBackward) { calls in
  let layer = ReLULayer()
  return trace(of: layer, calls, keeping: { layer.mask = $0 }) { returned in
    [LayerFact("returned", returned), LayerFact("mask", layer.mask)]
  }
}
host.answer(Lesson10.sequentialForward) { sketches, calls in
  let layers = sketches.map(RecordingLayer.init)
  return trace(of: Sequential(layers), calls, before: { layers.forEach { $0.forget() } }) { returned in
    layers.enumerated().flatMap { $1.facts("layers[\($0)]", isForward: true) } + [LayerFact("returned", returned)]
  }
}
host.answer(Lesson10.sequentialBackward) { sketches, calls in
  let layers = sketches.map(layer(of:))
  let model = Sequential(layers)
  var trace = LayerTrace()
  for call in calls {
    // The host's own way forwards, so that 10.6 does not stand on 10.5.
    guard call.action == .backward else {
      _ = layers.reduce(call.matrix) { $1.forward($0, isTraining: call.action == .training) }
      continue
    }
    for layer in layers { (layer as? RecordingLayer)?.forget() }
    let returned = model.backward(call.matrix)
    let all = layers.enumerated().reversed().flatMap { number, layer in facts(of: layer, "layers[\(number)]") }
    trace.steps.append(LayerStep("backward", all + [LayerFact("returned", returned)]))
  }
  return trace
}
host.answer(Lesson10.sgdStep) { parameters, gradients, learningRate, weightDecay in
  let model = RecordingModel(parameters: parameters, gradients: gradients)
  sgdStep(model, learningRate: learningRate, weightDecay: weightDecay)
  return model.trace
}
host.serve()

/// Calls a layer, and says after each call what is known of it.
func trace(
  of layer: Layer, _ calls: [LayerCall], before: () -> Void = {}, keeping: (Matrix) -> Void = { _ in },
  facts: (_ returned: Matrix) -> [LayerFact]
) -> LayerTrace {
  var trace = LayerTrace()
  for call in calls {
    before()
    switch call.action {
    case .keeping: keeping(call.matrix)
    case .training, .evaluation:
      let returned = layer.forward(call.matrix, isTraining: call.action == .training)
      trace.steps.append(LayerStep(call.action.rawValue, facts(returned)))
    case .backward: trace.steps.append(LayerStep("backward", facts(layer.backward(call.matrix))))
    }
  }
  return trace
}

/// Whether a layer has these parameters still.
func has(_ layer: Dense, _ weights: Matrix, _ biases: Matrix) -> Bool {
  layer.weights == weights && layer.biases == biases
}

func layer(of sketch: LayerSketch) -> Layer {
  switch sketch.kind {
  case .recording: RecordingLayer(sketch)
  case .dense: Dense(weights: sketch.weights, biases: sketch.biases)
  case .reLU: ReLULayer()
  }
}

/// What is known of a layer after a backward of the row in which it stands.
func facts(of layer: Layer, _ name: String) -> [LayerFact] {
  if let layer = layer as? RecordingLayer { return layer.facts(name, isForward: false) }
  return (layer as? Dense).map { gradients(of: $0, name + ".") } ?? []
}

func gradients(of layer: Dense, _ prefix: String) -> [LayerFact] {
  [
    LayerFact(prefix + "weightGradient", layer.weightGradient), LayerFact(prefix + "biasGradient", layer.biasGradient),
  ]
}
