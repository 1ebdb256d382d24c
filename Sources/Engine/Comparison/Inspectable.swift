import CourseKit
import Vocabulary

/// A result that can be compared and shown: one or more matrices, each with a name.
package protocol Inspectable {
  /// The matrices with the names under which a report shows them; a plain matrix has none.
  var parts: [Part] { get }
}

/// One matrix of a result.
package struct Part {
  /// What it is called; empty for a result of one part.
  package var name: String
  package let matrix: Matrix
  /// Whether it is a single number rather than a table, so that a report shows no indices.
  package var isNumber = false
  /// Whether it is a row that stands for a list, whose entries have one index.
  package var isList = false
  /// When it came about, if the result is a course of events: what is wrong first says most.
  package var step: Int?
  /// How a number is written, for example a truth value that is 0 or 1.
  package var text: (Double) -> String = { $0.text }

  package init(
    name: String, matrix: Matrix, isNumber: Bool = false, isList: Bool = false, step: Int? = nil,
    text: @escaping (Double) -> String = { $0.text }
  ) {
    self.name = name
    self.matrix = matrix
    self.isNumber = isNumber
    self.isList = isList
    self.step = step
    self.text = text
  }

  /// A row of numbers that stands for a list.
  package static func list(_ name: String, _ numbers: [Double]) -> Part {
    Part(name: name, matrix: Matrix(rows: 1, columns: numbers.count, elements: numbers), isList: true)
  }
}

extension Matrix: Inspectable {
  package var parts: [Part] { [Part(name: "", matrix: self)] }
}

extension Double: Inspectable {
  package var parts: [Part] {
    [Part(name: "", matrix: Matrix(rows: 1, columns: 1, elements: [self]), isNumber: true)]
  }
}

extension Int: Inspectable {
  package var parts: [Part] { Double(self).parts }
}

extension Gradients: Inspectable {
  package var parts: [Part] { named("weights", weights) + named("biases", biases) }
}

extension Parameters: Inspectable {
  package var parts: [Part] { named("weights", weights) + named("biases", biases) }
}

extension ForwardCache: Inspectable {
  /// The matrices in the order in which they come about: A0, Z1, A1 and so on.
  package var parts: [Part] {
    let (a, z) = (named("activations", activations), named("preActivations", preActivations))
    return (0..<max(a.count, z.count)).flatMap { Array(a.dropFirst($0).prefix(1) + z.dropFirst($0).prefix(1)) }
  }
}

extension Array: Inspectable where Element: Inspectable {
  package var parts: [Part] {
    enumerated().flatMap { index, element in
      element.parts.map { part in
        var part = part
        part.name = "[\(index)]" + (part.name.isEmpty || part.name.hasPrefix("[") ? "" : " ") + part.name
        return part
      }
    }
  }
}

private func named(_ name: String, _ matrices: [Matrix]) -> [Part] {
  matrices.enumerated().map { Part(name: "\(name)[\($0)]", matrix: $1) }
}
