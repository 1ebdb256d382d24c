/// What a network learns: the weights and the biases of its L layers.
///
/// Layer l (counted from 1, as on the pages) has `weights[l - 1]` [fanIn, fanOut] and `biases[l - 1]` [1, fanOut].
public struct Parameters: Equatable, Sendable {
  /// One matrix [fanIn, fanOut] for each layer, the first layer first.
  public var weights: [Matrix]

  /// One row [1, fanOut] for each layer, the first layer first.
  public var biases: [Matrix]

  /// Creates parameters from the weights and biases of the layers, the first layer first.
  public init(weights: [Matrix], biases: [Matrix]) {
    self.weights = weights
    self.biases = biases
  }
}

/// The derivatives of the loss by each weight and bias, in the shapes of the `Parameters` that they belong to.
public struct Gradients: Equatable, Sendable {
  /// ∂loss/∂weights, one matrix [fanIn, fanOut] for each layer, the first layer first.
  public var weights: [Matrix]

  /// ∂loss/∂biases, one row [1, fanOut] for each layer, the first layer first.
  public var biases: [Matrix]

  /// Creates gradients from those of the layers, the first layer first.
  public init(weights: [Matrix], biases: [Matrix]) {
    self.weights = weights
    self.biases = biases
  }
}

// The same as one list, for what treats every matrix alike.
extension Parameters {
  /// Creates parameters from a list W1, b1, W2, b2 …: of each layer the weights [fanIn, fanOut], then the biases [1, fanOut].
  ///
  /// Stops the program if the count is odd.
  public init(matrices: [Matrix], file: StaticString = #file, line: UInt = #line) {
    let (weights, biases) = separated(matrices, "Parameters", file, line)
    self.init(weights: weights, biases: biases)
  }

  /// The matrices as one list W1, b1, W2, b2 and so on.
  ///
  /// Stops the program if a layer lacks one of its two, or if another number of matrices is put in.
  public var matrices: [Matrix] {
    get { joined(weights, biases, "Parameters") }
    set { (weights, biases) = separated(newValue, like: weights, biases, "Parameters") }
  }
}

extension Gradients {
  /// Creates gradients from a list W1, b1, W2, b2 …: of each layer that of the weights [fanIn, fanOut], then that of the
  /// biases [1, fanOut].
  ///
  /// Stops the program if the count is odd.
  public init(matrices: [Matrix], file: StaticString = #file, line: UInt = #line) {
    let (weights, biases) = separated(matrices, "Gradients", file, line)
    self.init(weights: weights, biases: biases)
  }

  /// The matrices as one list W1, b1, W2, b2 and so on.
  ///
  /// Stops the program if a layer lacks one of its two, or if another number of matrices is put in.
  public var matrices: [Matrix] {
    get { joined(weights, biases, "Gradients") }
    set { (weights, biases) = separated(newValue, like: weights, biases, "Gradients") }
  }
}

private func joined(_ weights: [Matrix], _ biases: [Matrix], _ type: StaticString) -> [Matrix] {
  guard weights.count == biases.count else {
    fatalError("\(type).matrices: \(weights.count) weights and \(biases.count) biases: each layer has one of both")
  }
  var matrices: [Matrix] = []
  for layer in weights.indices { matrices += [weights[layer], biases[layer]] }
  return matrices
}

private func separated(
  _ matrices: [Matrix], _ type: StaticString, _ file: StaticString, _ line: UInt
) -> (weights: [Matrix], biases: [Matrix]) {
  guard matrices.count.isMultiple(of: 2) else {
    fatalError(
      "\(type)(matrices:): \(matrices.count) matrices, but each layer has two, weights and biases", file: file,
      line: line)
  }
  var (weights, biases): ([Matrix], [Matrix]) = ([], [])
  for index in matrices.indices {
    if index.isMultiple(of: 2) { weights.append(matrices[index]) } else { biases.append(matrices[index]) }
  }
  return (weights, biases)
}

private func separated(
  _ matrices: [Matrix], like weights: [Matrix], _ biases: [Matrix], _ type: StaticString
) -> (weights: [Matrix], biases: [Matrix]) {
  let count = weights.count + biases.count
  guard matrices.count == count else {
    fatalError("\(type).matrices: \(matrices.count) matrices put in the place of \(count)")
  }
  return separated(matrices, type, #file, #line)
}
