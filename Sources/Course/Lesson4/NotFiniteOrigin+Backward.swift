import Contract
import CourseKit
import Engine
import Vocabulary

extension NotFiniteOrigin {
  /// Which call on the way back is the first to return a number that is not finite; nil if the gradients hold none.
  func sentence(
    backward input: (ForwardCache, Matrix, Parameters, HiddenActivation), _ gradients: Gradients
  ) -> String? {
    let (cache, labels, parameters, hidden) = input
    let isWrong = (gradients.weights + gradients.biases).contains { !$0.isFinite }
    guard isWrong, var delta = try? student.call(Lesson4.outputDelta, cache.probabilities, labels) else { return nil }
    guard delta.isFinite else { return "The first comes from outputDelta, for finite probabilities." }
    for layer in parameters.weights.indices.reversed() {
      guard let own = try? student.call(Lesson4.layerGradients, delta, cache.activations[layer]) else { return nil }
      guard own.weights.isFinite, own.biases.isFinite else {
        return "The first comes from layerGradients, for a finite delta and the finite activations[\(layer)]."
      }
      if layer == 0 { break }
      let (weights, z) = (parameters.weights[layer], cache.preActivations[layer - 1])
      guard let back = try? student.call(Lesson4.hiddenDelta, delta, weights, z, hidden) else { return nil }
      guard back.isFinite else {
        return "The first comes from hiddenDelta, for a finite delta and the finite preActivations[\(layer - 1)]."
      }
      delta = back
    }
    return "outputDelta, hiddenDelta and layerGradients return finite numbers on the way back through this network."
  }
}
