import CourseKit
import Exchange
import L2
import Training

/// The student's forward pass with the parameters as they are, or with others.
@inline(never)
func pass(_ features: Matrix, _ parameters: Parameters = state.parameters) -> ForwardCache {
  students.forward(features, parameters, setup.hidden)
}

/// The student's loss.
@inline(never)
func loss(_ probabilities: Matrix, _ labels: Matrix) -> Double {
  students.loss(probabilities, labels)
}

/// Loss and accuracy now.
///
/// Output: training loss, validation loss, training accuracy, validation accuracy.
@_expose(wasm, "measure") @_cdecl("measure")
public func measure() {
  let learned = pass(data.training.features).probabilities
  let held = pass(data.validation.features).probabilities
  output = [
    loss(learned, data.training.labels), loss(held, data.validation.labels),
    students.accuracy(learned, data.training.labels),
    students.accuracy(held, data.validation.labels),
  ]
}

/// The weight norm and the penalty that joins the loss, for the rows of one batch.
///
/// Output: both.
@_expose(wasm, "measureWeights") @_cdecl("measureWeights")
public func measureWeights() {
  let rows = setup.batchSize > 0 ? min(setup.batchSize, data.training.count) : data.training.count
  output = [
    weightNorm(state.parameters), l2Penalty(state.parameters, lambda: setup.lambda, sampleCount: rows),
  ]
}

/// What a unit says at points of the plane.
///
/// Input: the layer, counted from 1, or 0 for the output; the unit, counted from 0; the points [N, 2]. Output: [N, 1].
@_expose(wasm, "field") @_cdecl("field")
public func field() {
  var reader = InputReader()
  let (layer, unit) = (reader.integer(), reader.integer())
  let points = reader.matrix((input.count - 2) / 2, 2)
  let cache = pass(points)
  let values = layer == 0 ? cache.probabilities : cache.activations[layer]
  output = []
  for row in 0..<values.rows { output.append(values[row, unit]) }
}

/// What every unit of every layer says at points of the plane.
///
/// Input: the points [N, 2]. Output: for each layer, for each unit, its activation at every point.
@_expose(wasm, "allFields") @_cdecl("allFields")
public func allFields() {
  var reader = InputReader()
  let cache = pass(reader.matrix(input.count / 2, 2))
  output = []
  for layer in 1..<cache.activations.count { output += cache.activations[layer].transposed.elements }
}

/// Where the training examples, or points, lie in the space of a layer's units.
///
/// Input: the layer, counted from 1; then points [N, features], or nothing for the training examples. Output: its activations
/// [N, units], row by row.
@_expose(wasm, "hiddenSpace") @_cdecl("hiddenSpace")
public func hiddenSpace() {
  var reader = InputReader()
  let layer = reader.integer()
  let width = data.training.features.columns
  let points = input.count > 1 ? reader.matrix((input.count - 1) / width, width) : data.training.features
  output = pass(points).activations[layer].elements
}
