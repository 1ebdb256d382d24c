import Contract
import CourseKit

/// A result that can be compared and shown: one or more matrices, each with a name.
protocol Inspectable {
  /// The matrices with the names under which a report shows them; a plain matrix has none.
  var parts: [Part] { get }
}

/// One matrix of a result.
struct Part {
  /// What it is called; empty for a result of one part.
  let name: String
  let matrix: Matrix
  /// Whether it is a single number rather than a table, so that a report shows no indices.
  var isNumber = false
  /// Whether it is a row that stands for a list, whose entries have one index.
  var isList = false
  /// When it came about, if the result is a course of events: what is wrong first says most.
  var step: Int?
  /// How a number is written, for example a truth value that is 0 or 1.
  var text: (Double) -> String = { $0.text }
}

extension Matrix: Inspectable {
  var parts: [Part] { [Part(name: "", matrix: self)] }
}

extension Double: Inspectable {
  var parts: [Part] {
    [Part(name: "", matrix: Matrix(rows: 1, columns: 1, elements: [self]), isNumber: true)]
  }
}

extension Int: Inspectable {
  var parts: [Part] { Double(self).parts }
}

extension LayerGradients: Inspectable {
  var parts: [Part] { [Part(name: "weights", matrix: weights), Part(name: "biases", matrix: biases)] }
}

extension Gradients: Inspectable {
  var parts: [Part] { named("weights", weights) + named("biases", biases) }
}

extension Parameters: Inspectable {
  var parts: [Part] { named("weights", weights) + named("biases", biases) }
}

extension ForwardCache: Inspectable {
  /// The matrices in the order in which they come about: A0, Z1, A1 and so on.
  var parts: [Part] {
    let (a, z) = (named("activations", activations), named("preActivations", preActivations))
    return (0..<max(a.count, z.count)).flatMap { Array(a.dropFirst($0).prefix(1) + z.dropFirst($0).prefix(1)) }
  }
}

extension TrainingTrace: Inspectable {
  var parts: [Part] {
    [
      list("history.trainingLoss", history.trainingLoss), list("history.validationLoss", history.validationLoss),
      list("history.trainingAccuracy", history.trainingAccuracy),
      list("history.validationAccuracy", history.validationAccuracy),
      list("epoch of each afterEpoch", epochs.map(Double.init)),
      list("entries of history at each afterEpoch", historyCounts.map(Double.init)),
      Part(name: "calls of update", matrix: Matrix([[Double(updateCount)]]), isNumber: true),
    ] + parameters.parts
  }
}

private func list(_ name: String, _ numbers: [Double]) -> Part {
  Part(name: name, matrix: Matrix(rows: 1, columns: numbers.count, elements: numbers), isList: true)
}

private func named(_ name: String, _ matrices: [Matrix]) -> [Part] {
  matrices.enumerated().map { Part(name: "\(name)[\($0)]", matrix: $1) }
}
