import Contract
import CourseKit
import Wire

// How the functions of lesson 12 answer the judge's calls.

extension Version {
  /// Lets `answerer` answer calls of lesson 12 with this version.
  func installLesson12(in answerer: some Answering) {
    let version = self
    switch exercise {
    case "12.1":
      answerer.answer(Lesson12.dropoutMask) { rows, columns, keepProbability, seed, times in
        var generator = SeededGenerator(seed: seed)
        return try (0..<times).map { _ in
          try dropoutMask(
            mistake: version.title, rows: rows, columns: columns, keepProbability: keepProbability, using: &generator)
        }
      }
    case "12.2":
      answerer.answer(Lesson12.dropoutLayerForward) { keepProbability, seed, calls in
        let layer = DropoutLayer(keepProbability: keepProbability, generator: SeededGenerator(seed: seed))
        return try trace(of: layer, calls) { input, isTraining in
          try layer.forward(mistake: version.title, input, isTraining: isTraining)
        }
      }
    case "12.3":
      answerer.answer(Lesson12.dropoutLayerBackward) { keepProbability, seed, calls in
        let layer = DropoutLayer(keepProbability: keepProbability, generator: SeededGenerator(seed: seed))
        return try trace(of: layer, calls) { gradient, _ in
          // `kept` and `!` would stop the tests' own process.
          if !version.name.hasPrefix("no stop") { try stop(unless: layer.mask != nil) }
          return try layer.backward(mistake: version.title, gradient)
        }
      }
    default: break
    }
  }
}

/// Calls a layer, and says after each call what it returned and kept, and whether it drew.
private func trace(
  of layer: DropoutLayer, _ calls: [LayerCall], _ call: (_ matrix: Matrix, _ isTraining: Bool) throws -> Matrix
) throws -> LayerTrace {
  var trace = LayerTrace()
  for one in calls {
    if one.action == .keeping {
      layer.mask = one.matrix
      continue
    }
    var before = layer.generator
    let returned = try call(one.matrix, one.action == .training)
    var after = layer.generator
    trace.steps.append(
      LayerStep(
        one.action.rawValue,
        [
          LayerFact("returned", returned), LayerFact("mask", layer.mask),
          LayerFact("generator moved on", number: before.next() == after.next() ? 0 : 1),
        ]))
  }
  return trace
}
