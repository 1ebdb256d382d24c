import CourseKit
import Exchange
import Tables
import Vocabulary

/// Reads a network's file.
///
/// Input: the bytes of the file's name; its name, then the file. Output: 1 for layers or 0 for a binary network, the activation's
/// number, the number of layers and the units of each; how many features there are d, 1 if they are scaled, their means and
/// deviations (0 and 1 if they are not); how many classes there are K; the bytes of the texts, which are the names of the features
/// and of the classes; the parameters.
@_expose(wasm, "readModel") @_cdecl("readModel")
public func readModel() {
  var (numbers, texts) = (InputReader(), TextReader())
  let name = texts.text(numbers.integer())
  answer { () throws(DataError) in
    let model = try Model(texts.rest(), name: name)
    let count = model.features.count
    let scaling =
      model.scaling
      ?? Scaling(means: [Double](repeating: 0, count: count), deviations: [Double](repeating: 1, count: count))
    let hidden = HiddenActivation.allCases.firstIndex(of: model.hidden) ?? 0
    var found =
      [model.output == .softmax ? 1 : 0, Double(hidden), Double(model.layerSizes.count)]
      + model.layerSizes.map { Double($0) }
    found += [Double(count), model.scaling == nil ? 0 : 1] + scaling.means + scaling.deviations
    found.append(Double(model.classes.count))
    found += put(model.features + model.classes)
    return found + model.parameters.numbers
  }
}

/// Writes a network's file.
///
/// Input: 1 for layers or 0 for a binary network, the activation's number, the number of layers and the units of each, the first of
/// which counts the features; 1 if they are scaled, their means and deviations; how many classes there are K; the bytes of the texts,
/// which are the names of the features and of the classes; the parameters. Output: the file as text.
@_expose(wasm, "writeModel") @_cdecl("writeModel")
public func writeModel() {
  var (numbers, texts) = (InputReader(), TextReader())
  let output: Model.Output = numbers.integer() == 1 ? .softmax : .sigmoid
  let hidden = HiddenActivation.allCases[numbers.integer()]
  var sizes: [Int] = []
  for _ in 0..<numbers.integer() { sizes.append(numbers.integer()) }
  let isScaled = numbers.integer() == 1
  let (means, deviations) = (numbers.matrix(1, sizes[0]), numbers.matrix(1, sizes[0]))
  let classCount = numbers.integer()
  var names: [String] = []
  for _ in 0..<sizes[0] + classCount { names.append(texts.text(numbers.integer())) }
  var parameters = Parameters(weights: [], biases: [])
  for layer in 1..<sizes.count {
    parameters.weights.append(numbers.matrix(sizes[layer - 1], sizes[layer]))
    parameters.biases.append(numbers.matrix(1, sizes[layer]))
  }
  let model = Model(
    parameters, hidden: hidden, output: output, features: Array(names.dropLast(classCount)),
    classes: Array(names.suffix(classCount)),
    scaling: isScaled ? Scaling(means: means.elements, deviations: deviations.elements) : nil)
  answer { () throws(DataError) in
    guard let json = model.json else {
      throw DataError("A weight is no finite number, which no file can hold. Press Reset, then train again.")
    }
    outputText = json
    return []
  }
}
