import CourseKit
import Exchange
import Training

/// Learns from one training example and answers with every number on the way.
///
/// An update of its own: the epoch begins anew after it. Input: the example's index, and 1 to make the update or 0 only to look.
/// Output: the loss; Z1 … ZL; A1 … AL, the last of which are probabilities, all row by row; the gradients; the parameters after the
/// update; how many lists the optimizer carries from step to step, and the number of this step where it counts; each of these
/// lists before the update, then each after it.
@_expose(wasm, "stepExample") @_cdecl("stepExample")
public func stepExample() {
  var reader = InputReader()
  let (index, isUpdating) = (reader.integer(), reader.integer() == 1)
  let example = data.training.rows(at: [index])
  var new = state
  let cache = pass(example.features)
  var gradients = slopes(of: example, cache)
  output = [loss(setup.network.kind == .layers ? answer(example.features) : cache.probabilities, example.classes)]
  for z in cache.preActivations { output += z.elements }
  for layer in 1..<cache.activations.count { output += cache.activations[layer].elements }
  output += gradients.numbers
  let before = new.optimizer.memory()
  new.optimizer = new.optimizer.copy()
  setup.update(&new.parameters, &gradients, rows: 1, by: new.optimizer, with: students)
  output += new.parameters.numbers
  appendMemory(before, new.optimizer.memory())
  new.step += 1
  if isUpdating, new.parameters.firstBadLayer == 0 {
    state = new
    beginEpoch()
  }
}

private func appendMemory(_ before: OptimizerMemory?, _ after: OptimizerMemory?) {
  guard let after else {
    output += [0, 0]
    return
  }
  output += [Double(after.lists.count), Double(after.stepCount)]
  for index in after.lists.indices {
    for (place, matrix) in after.lists[index].enumerated() {
      // Before its first step an optimizer may carry nothing, which counts as zeros.
      if let before, index < before.lists.count, place < before.lists[index].count {
        output += before.lists[index][place].elements
      } else {
        output += [Double](repeating: 0, count: matrix.elements.count)
      }
    }
  }
  for list in after.lists { for matrix in list { output += matrix.elements } }
}
