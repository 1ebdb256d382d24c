import Contract
import CourseKit
import Dropout
import Vocabulary
import Wire

let host = LessonHost()
host.answer(Lesson12.dropoutMask) { rows, columns, keepProbability, seed, times in
  var generator = HostGenerator(seed: seed)
  return (0..<times).map { _ in
    dropoutMask(rows: rows, columns: columns, keepProbability: keepProbability, using: &generator)
  }
}
host.answer(Lesson12.dropoutLayerForward) { keepProbability, seed, calls in
  trace(of: DropoutLayer(keepProbability: keepProbability, generator: SeededGenerator(seed: seed)), calls)
}
host.answer(Lesson12.dropoutLayerBackward) { keepProbability, seed, calls in
  trace(of: DropoutLayer(keepProbability: keepProbability, generator: SeededGenerator(seed: seed)), calls)
}
host.serve()

/// A generator of the host's own: a mask may be drawn from any kind.
struct HostGenerator: RandomNumberGenerator {
  private var numbers: SeededGenerator

  init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  mutating func next() -> UInt64 { numbers.next() }
}

/// Calls a layer, and says after each call what it returned and kept, and whether it drew.
func trace(of layer: DropoutLayer, _ calls: [LayerCall]) -> LayerTrace {
  var trace = LayerTrace()
  for call in calls {
    let before = layer.generator
    let returned: Matrix
    switch call.action {
    case .keeping:
      layer.mask = call.matrix
      continue
    case .training, .evaluation: returned = layer.forward(call.matrix, isTraining: call.action == .training)
    case .backward: returned = layer.backward(call.matrix)
    }
    trace.steps.append(
      LayerStep(
        call.action.rawValue,
        [
          LayerFact("returned", returned), LayerFact("mask", layer.mask),
          LayerFact("generator moved on", number: isAtOnePlace(before, layer.generator) ? 0 : 1),
        ]))
  }
  return trace
}

/// Whether two generators will give the same numbers.
func isAtOnePlace(_ one: SeededGenerator, _ other: SeededGenerator) -> Bool {
  var (one, other) = (one, other)
  return one.next() == other.next()
}
