import Contract
import CourseKit
import Wire

// How the methods of lesson 10 answer the judge's calls.

extension Version {
  /// Lets `answerer` answer calls of lesson 10 with this version.
  func installLesson10(in answerer: some Answering) {
    let version = self
    switch exercise {
    case "10.1":
      answerer.answer(Lesson10.denseForward) { weights, biases, calls in
        let layer = Dense(weights: weights, biases: biases)
        (layer.weightGradient, layer.biasGradient) = (weights, biases)
        return try forwards(calls) { input, isTraining in
          let returned = try layer.forward(mistake: version.title, input, isTraining: isTraining)
          return [
            LayerFact("returned", returned), LayerFact("input", layer.input),
            LayerFact(
              "parameters and gradients",
              isLeftAlone: has(layer, weights, biases) && layer.weightGradient == weights
                && layer.biasGradient == biases),
          ]
        }
      }
    case "10.2":
      answerer.answer(Lesson10.denseBackward) { weights, biases, calls in
        let layer = Dense(weights: weights, biases: biases)
        return try backwards(calls, keeping: { layer.input = $0 }) { gradient in
          try version.stopWithout(layer.input)
          let returned = try layer.backward(mistake: version.title, gradient)
          return gradients(of: layer, "") + [
            LayerFact("returned", returned), LayerFact("input", layer.input),
            LayerFact("weights and biases", isLeftAlone: has(layer, weights, biases)),
          ]
        }
      }
    case "10.3":
      answerer.answer(Lesson10.reLULayerForward) { calls in
        let layer = ReLULayer()
        return try forwards(calls) { input, isTraining in
          let returned = try layer.forward(mistake: version.title, input, isTraining: isTraining)
          return [LayerFact("returned", returned), LayerFact("mask", layer.mask)]
        }
      }
    case "10.4":
      answerer.answer(Lesson10.reLULayerBackward) { calls in
        let layer = ReLULayer()
        return try backwards(calls, keeping: { layer.mask = $0 }) { gradient in
          try version.stopWithout(layer.mask)
          let returned = try layer.backward(mistake: version.title, gradient)
          return [LayerFact("returned", returned), LayerFact("mask", layer.mask)]
        }
      }
    case "10.5":
      answerer.answer(Lesson10.sequentialForward) { sketches, calls in
        let layers = sketches.map(RecordingLayer.init)
        let model = Sequential(layers)
        return try forwards(calls) { input, isTraining in
          layers.forEach { $0.forget() }
          let returned = try model.forward(mistake: version.title, input, isTraining: isTraining)
          return layers.enumerated().flatMap { $1.facts("layers[\($0)]", isForward: true) }
            + [LayerFact("returned", returned)]
        }
      }
    case "10.6":
      answerer.answer(Lesson10.sequentialBackward) { sketches, calls in
        let layers = sketches.map(layer(of:))
        // Wrong versions are tried on layers that nothing stops.
        let isTried = version.kind == .right || layers.allSatisfy { $0 is RecordingLayer }
        let model = Sequential(layers)
        return try backwards(sketches: layers, calls) { gradient in
          try isTried ? model.backward(mistake: version.title, gradient) : model.backward(gradient)
        }
      }
    case "10.7":
      answerer.answer(Lesson10.sgdStep) { parameters, gradients, learningRate, weightDecay in
        let model = RecordingModel(parameters: parameters, gradients: gradients)
        try sgdStep(mistake: version.title, model, learningRate: learningRate, weightDecay: weightDecay)
        return model.trace
      }
    default: break
    }
  }

  /// Stops where `kept` or `!` would stop the tests' own process, but for versions that are known not to.
  private func stopWithout(_ kept: Matrix?) throws {
    if !name.hasPrefix("no stop") { try stop(unless: kept != nil) }
  }
}

private func forwards(_ calls: [LayerCall], _ facts: (Matrix, Bool) throws -> [LayerFact]) throws -> LayerTrace {
  LayerTrace(
    try calls.map { LayerStep($0.action.rawValue, try facts($0.matrix, $0.action == .training)) })
}

private func backwards(
  _ calls: [LayerCall], keeping: (Matrix) -> Void, _ facts: (Matrix) throws -> [LayerFact]
) throws -> LayerTrace {
  var trace = LayerTrace()
  for call in calls {
    if call.action == .keeping {
      keeping(call.matrix)
    } else {
      trace.steps.append(LayerStep("backward", try facts(call.matrix)))
    }
  }
  return trace
}

private func backwards(
  sketches layers: [Layer], _ calls: [LayerCall], _ backward: (Matrix) throws -> Matrix
) throws -> LayerTrace {
  var trace = LayerTrace()
  for call in calls {
    guard call.action == .backward else {
      _ = layers.reduce(call.matrix) { $1.forward($0, isTraining: call.action == .training) }
      continue
    }
    for layer in layers { (layer as? RecordingLayer)?.forget() }
    let returned = try backward(call.matrix)
    let all = layers.enumerated().reversed().flatMap { number, layer in facts(of: layer, "layers[\(number)]") }
    trace.steps.append(LayerStep("backward", all + [LayerFact("returned", returned)]))
  }
  return trace
}

private func has(_ layer: Dense, _ weights: Matrix, _ biases: Matrix) -> Bool {
  layer.weights == weights && layer.biases == biases
}

private func layer(of sketch: LayerSketch) -> Layer {
  switch sketch.kind {
  case .recording: RecordingLayer(sketch)
  case .dense: Dense(weights: sketch.weights, biases: sketch.biases)
  case .reLU: ReLULayer()
  }
}

private func facts(of layer: Layer, _ name: String) -> [LayerFact] {
  if let layer = layer as? RecordingLayer { return layer.facts(name, isForward: false) }
  return (layer as? Dense).map { gradients(of: $0, name + ".") } ?? []
}

private func gradients(of layer: Dense, _ prefix: String) -> [LayerFact] {
  [
    LayerFact(prefix + "weightGradient", layer.weightGradient), LayerFact(prefix + "biasGradient", layer.biasGradient),
  ]
}
