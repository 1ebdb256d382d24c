import CourseKit
import Exchange
import HeInit
import Training
import Vocabulary

/// The curve of an activation function or that of its slope: one may be written before the other.
///
/// Input: the function's number, 0 for its values or 1 for its slopes, the points z. Output: a number for each point.
@_expose(wasm, "activationCurve") @_cdecl("activationCurve")
public func activationCurve() {
  var reader = InputReader()
  let hidden = HiddenActivation(number: reader.integer())
  let isSlope = reader.integer() == 1
  let z = reader.matrix(input.count - 2, 1)
  output = (isSlope ? students.slope(z, hidden) : students.activation(z, hidden)).elements
}

/// The number of parameters, by the student's count.
///
/// Input: the units of all layers. Output: one number.
@_expose(wasm, "countParameters") @_cdecl("countParameters")
public func countParameters() {
  var reader = InputReader()
  output = [Double(parameterCount(layerSizes: reader.rest()))]
}

/// What arrives in each of ten layers when the weights begin in some way.
///
/// Input: the activation's number, 0 for He's weights or 1 for Xavier's, what they are multiplied by, the units of each layer, the
/// examples (both of normal inputs), the seed. Output: for each layer the activations [examples, units].
@_expose(wasm, "initialActivations") @_cdecl("initialActivations")
public func initialActivations() {
  var reader = InputReader()
  let hidden = HiddenActivation(number: reader.integer())
  let initialization = TrainingSetup.Initialization(number: reader.integer())
  let (scale, units, count, seed) = (reader.number(), reader.integer(), reader.integer(), UInt64(reader.number()))
  var inputs = RunRandomness.data(seed: seed)
  var examples = Matrix.zeros(rows: count, columns: units)
  for index in 0..<count * units { examples.elements[index] = inputs.nextGaussian() }
  // The last layer is the sigmoid's.
  let sizes = [Int](repeating: units, count: 11) + [1]
  var weights = RunRandomness.weights(seed: seed)
  var parameters = students.initialParameters(initialization, sizes, &weights)
  for layer in parameters.weights.indices { parameters.weights[layer] = scale * parameters.weights[layer] }
  let cache = students.forward(examples, parameters, hidden)
  output = []
  for layer in 1..<max(cache.activations.count - 1, 1) { output += cache.activations[layer].elements }
}
