import Contract
import CourseKit

@testable import Judge

/// A result whose numbers can be changed.
protocol Changeable: Inspectable {
  var matrices: [Matrix] { get set }
}

extension Matrix: Changeable {
  var matrices: [Matrix] {
    get { [self] }
    set { self = newValue[0] }
  }
}

extension Double: Changeable {
  var matrices: [Matrix] {
    get { [Matrix([[self]])] }
    set { self = newValue[0][0, 0] }
  }
}

extension Int: Changeable {
  var matrices: [Matrix] {
    get { [Matrix([[Double(self)]])] }
    set { self = Int(newValue[0][0, 0].rounded()) }
  }
}

extension LayerGradients: Changeable {
  var matrices: [Matrix] {
    get { [weights, biases] }
    set { (weights, biases) = (newValue[0], newValue[1]) }
  }
}

extension Gradients: Changeable {
  var matrices: [Matrix] {
    get { weights + biases }
    set { (weights, biases) = (Array(newValue[..<weights.count]), Array(newValue[weights.count...])) }
  }
}

extension ForwardCache: Changeable {
  var matrices: [Matrix] {
    get { activations + preActivations }
    set {
      (activations, preActivations) = (
        Array(newValue[..<activations.count]), Array(newValue[activations.count...])
      )
    }
  }
}

extension Parameters: Changeable {
  var matrices: [Matrix] {
    get { weights + biases }
    set { (weights, biases) = (Array(newValue[..<weights.count]), Array(newValue[weights.count...])) }
  }
}

/// The numbers of the history and the parameters; how often something was called is no number that rounding changes.
extension TrainingTrace: Changeable {
  var matrices: [Matrix] {
    get {
      [history.trainingLoss, history.validationLoss, history.trainingAccuracy, history.validationAccuracy]
        .map { Matrix(rows: 1, columns: $0.count, elements: $0) } + parameters.matrices
    }
    set {
      history.trainingLoss = newValue[0].elements
      history.validationLoss = newValue[1].elements
      history.trainingAccuracy = newValue[2].elements
      history.validationAccuracy = newValue[3].elements
      parameters.matrices = Array(newValue[4...])
    }
  }
}

/// A way to spoil a result; the seed decides how, the same for every call.
enum Spoiling: String, CaseIterable {
  case oneEntryScaled, allEntriesNoisy, rowsPermuted, columnsPermuted, oneMatrixScaled, signsOfSomeEntries

  func spoil(_ matrices: inout [Matrix], seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let chosen = Int.random(in: matrices.indices, using: &generator)
    switch self {
    case .oneEntryScaled:
      let index = Int(generator.next() % 1000) % max(1, matrices[chosen].elements.count)
      let factor = Double.random(in: -3...3, using: &generator)
      if matrices[chosen].elements.indices.contains(index) { matrices[chosen].elements[index] *= factor }
    case .allEntriesNoisy:
      let size = Double.random(in: 0.01...1, using: &generator)
      for index in matrices.indices { matrices[index] = matrices[index].map { $0 + size * generator.nextGaussian() } }
    case .rowsPermuted:
      for index in matrices.indices {
        let order = Array(0..<matrices[index].rows).shuffled(using: &generator)
        matrices[index] = matrices[index].rows(at: order)
      }
    case .columnsPermuted:
      for index in matrices.indices {
        let order = Array(0..<matrices[index].columns).shuffled(using: &generator)
        matrices[index] = matrices[index].transposed.rows(at: order).transposed
      }
    case .oneMatrixScaled:
      matrices[chosen] = matrices[chosen] * Double.random(in: 0.1...9, using: &generator)
    case .signsOfSomeEntries:
      for index in matrices.indices {
        matrices[index] = matrices[index].map { Bool.random(using: &generator) ? $0 : -$0 }
      }
    }
  }
}
