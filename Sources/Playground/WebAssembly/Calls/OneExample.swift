import CourseKit
import Exchange
import Training

/// Learns from one training example and answers with every number on the way.
///
/// An update of its own: the epoch begins anew after it. Input: the example's index, and 1 to make the update or 0 only to look.
/// Output: the loss; Z1 … ZL; A1 … AL, the last of which are probabilities, all row by row; the gradients; the parameters after the
/// update; the velocity before and after it, if the optimizer has one.
@_expose(wasm, "stepExample") @_cdecl("stepExample")
public func stepExample() {
  var reader = InputReader()
  let (index, isUpdating) = (reader.integer(), reader.integer() == 1)
  let example = data.training.rows(at: [index])
  var new = state
  let cache = pass(example.features)
  var gradients = slopes(of: example, cache)
  output = [loss(setup.network == .layers ? answer(example.features) : cache.probabilities, example.classes)]
  for z in cache.preActivations { output += z.elements }
  for layer in 1..<cache.activations.count { output += cache.activations[layer].elements }
  output += gradients.numbers
  let before = new.optimizer.velocity()?.numbers
  new.optimizer = new.optimizer.copy()
  setup.update(&new.parameters, &gradients, rows: 1, by: new.optimizer, with: students)
  output += new.parameters.numbers
  if let after = new.optimizer.velocity()?.numbers {
    output += before ?? [Double](repeating: 0, count: after.count)
    output += after
  }
  new.step += 1
  if isUpdating, new.parameters.firstBadLayer == 0 {
    state = new
    beginEpoch()
  }
}
