import CourseKit
import Exchange
import L2
import Training

/// The student's forward pass with the parameters as they are: its last activations are probabilities, [N, 1] from a binary network
/// and [N, K] from layers.
@inline(never)
func pass(_ features: Matrix) -> ForwardCache {
  switch setup.network {
  case .binary(let hidden): students.forward(features, state.parameters, hidden)
  case .layers: LayerNetwork(state.parameters, with: students).cache(of: features)
  }
}

/// What loss and accuracy are measured on: the probabilities [N, 1] of a binary network, or the logits [N, K] of layers.
@inline(never)
func answer(_ features: Matrix, _ parameters: Parameters = state.parameters) -> Matrix {
  switch setup.network {
  case .binary(let hidden): students.forward(features, parameters, hidden).probabilities
  case .layers: LayerNetwork(parameters, with: students).logits(of: features)
  }
}

/// The student's loss of answers, given the right classes.
@inline(never)
func loss(_ answers: Matrix, _ classes: [Int]) -> Double {
  setup.network.kind == .layers
    ? students.crossEntropy(answers, classes) : students.loss(answers, Matrix(labels: classes))
}

@inline(never)
private func accuracy(_ answers: Matrix, _ classes: [Int]) -> Double {
  setup.network.kind == .layers
    ? students.classAccuracy(answers, classes) : students.accuracy(answers, Matrix(labels: classes))
}

/// Loss and accuracy now.
///
/// Output: training loss, validation loss, training accuracy, validation accuracy.
@_expose(wasm, "measure") @_cdecl("measure")
public func measure() {
  let (learned, held) = (answer(data.training.features), answer(data.validation.features))
  output = [
    loss(learned, data.training.classes), loss(held, data.validation.classes),
    accuracy(learned, data.training.classes), accuracy(held, data.validation.classes),
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
/// Input: the layer, counted from 1, and the unit, counted from 0; or 0 for what the network says, and any number; the points [N, 2].
/// Output: the unit's activations [N, 1], or the probabilities, [N, 1] from a binary network and [N, K] from layers.
@_expose(wasm, "field") @_cdecl("field")
public func field() {
  var reader = InputReader()
  let (layer, unit) = (reader.integer(), reader.integer())
  let points = reader.matrix((input.count - 2) / 2, 2)
  let cache = pass(points)
  guard layer > 0 else {
    output = cache.probabilities.elements
    return
  }
  let values = cache.activations[layer]
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
