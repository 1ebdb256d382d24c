import CourseKit
import Exchange
import Training

/// The analytic gradients of the loss on the first training examples.
///
/// Input: how many examples. Output: a number for each parameter.
@_expose(wasm, "gradients") @_cdecl("gradients")
public func gradients() {
  var reader = InputReader()
  let examples = examples(reader.integer())
  output = slopes(of: examples, pass(examples.features)).numbers
}

/// The student's gradients of the mean loss of examples, with the parameters as they are.
///
/// - Parameter cache: what the forward pass of these examples has kept, of which a binary network alone has need.
@inline(never)
func slopes(of examples: ClassDataset, _ cache: @autoclosure () -> ForwardCache) -> Gradients {
  switch setup.network {
  case .binary(let hidden):
    students.backward(cache(), Matrix(labels: examples.classes), state.parameters, hidden)
  case .layers: LayerNetwork(state.parameters, with: students).gradients(of: examples).gradients
  }
}

/// The loss on the first training examples while one parameter takes other values.
///
/// Input: how many examples; the parameter's place among all; what is added to it, one number for each loss. Output: the losses.
@_expose(wasm, "lossAlong") @_cdecl("lossAlong")
public func lossAlong() {
  var reader = InputReader()
  let data = examples(reader.integer())
  let place = reader.integer()
  output = []
  for _ in 2..<input.count {
    let values = answer(data.features, state.parameters.adding(reader.number(), at: place))
    output.append(loss(values, data.classes))
  }
}

private func examples(_ count: Int) -> ClassDataset {
  data.training.rows(at: Array(0..<min(count, data.training.count)))
}

extension Parameters {
  /// Returns the parameters with one of them changed; places count as in `numbers`.
  fileprivate func adding(_ change: Double, at place: Int) -> Parameters {
    var (changed, place) = (self, place)
    for layer in weights.indices {
      if place < weights[layer].elements.count {
        changed.weights[layer].elements[place] += change
        return changed
      }
      place -= weights[layer].elements.count
      if place < biases[layer].elements.count {
        changed.biases[layer].elements[place] += change
        return changed
      }
      place -= biases[layer].elements.count
    }
    return changed
  }
}
