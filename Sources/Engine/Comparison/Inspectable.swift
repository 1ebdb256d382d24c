import CourseKit
import Vocabulary

/// A result that can be compared and shown: one or more matrices, each with a name.
package protocol Inspectable {
  /// The matrices with the names under which a report shows them; a plain matrix has none.
  var components: [Component] { get }
}

/// One matrix of a result.
package struct Component {
  /// What it is called; empty for a result of one component.
  ///
  /// It is put together when someone asks for it: of thousands of results that are compared few are shown.
  package var name: String {
    get { makeName() }
    set { makeName = { newValue } }
  }
  private var makeName: () -> String
  package let matrix: Matrix
  /// Whether it is a single number rather than a table, so that a report shows no indices.
  package var isNumber = false
  /// Whether it is a row that stands for a list, whose entries have one index.
  package var isList = false
  /// Whether it stands for nil: there is no matrix where one may be.
  package var isNil = false
  /// When it came about, if the result is a course of events: what is wrong first says most.
  package var step: Int?
  /// How a number is written, for example a truth value that is 0 or 1.
  package var text: (Double) -> String = { $0.text }

  package init(
    name: @autoclosure @escaping () -> String, matrix: Matrix, isNumber: Bool = false, isList: Bool = false,
    step: Int? = nil,
    text: @escaping (Double) -> String = { $0.text }
  ) {
    makeName = name
    self.matrix = matrix
    self.isNumber = isNumber
    self.isList = isList
    self.step = step
    self.text = text
  }

  /// A matrix that may be nil.
  package init(name: @autoclosure @escaping () -> String, optional matrix: Matrix?, step: Int? = nil) {
    self.init(name: name(), matrix: matrix ?? Matrix([]), step: step)
    isNil = matrix == nil
  }

  /// A row of numbers that stands for a list.
  package static func list(_ name: @autoclosure @escaping () -> String, _ numbers: [Double]) -> Component {
    Component(name: name(), matrix: Matrix(rows: 1, columns: numbers.count, elements: numbers), isList: true)
  }
}

extension Component {
  /// A truth value: 1 for true.
  package init(name: @autoclosure @escaping () -> String, truth: Bool, step: Int? = nil) {
    self.init(name: name(), number: truth ? 1 : 0, step: step) { $0 == 1 ? "true" : "false" }
  }

  /// A single number with its own way of being written.
  package init(
    name: @autoclosure @escaping () -> String, number: Double, step: Int? = nil, text: @escaping (Double) -> String
  ) {
    self.init(name: name(), matrix: Matrix([[number]]), isNumber: true, step: step, text: text)
  }
}

extension Matrix: Inspectable {
  package var components: [Component] { [Component(name: "", matrix: self)] }
}

extension Double: Inspectable {
  package var components: [Component] {
    [Component(name: "", matrix: Matrix(rows: 1, columns: 1, elements: [self]), isNumber: true)]
  }
}

extension Int: Inspectable {
  /// A count, of which every digit tells.
  package var components: [Component] {
    [Component(name: "", number: Double(self)) { abs($0) < 1e15 && $0 == $0.rounded() ? "\(Int($0))" : $0.text }]
  }
}

extension Gradients: Inspectable {
  package var components: [Component] { named("weights", weights) + named("biases", biases) }
}

extension Parameters: Inspectable {
  package var components: [Component] { named("weights", weights) + named("biases", biases) }
}

extension ForwardCache: Inspectable {
  /// The matrices in the order in which they come about: A0, Z1, A1 and so on.
  package var components: [Component] {
    let (a, z) = (named("activations", activations), named("preActivations", preActivations))
    return (0..<max(a.count, z.count)).flatMap { Array(a.dropFirst($0).prefix(1) + z.dropFirst($0).prefix(1)) }
  }
}

extension Array: Inspectable where Element: Inspectable {
  package var components: [Component] {
    enumerated().flatMap { index, element in
      element.components.map { component in
        var component = component
        component.name =
          "[\(index)]" + (component.name.isEmpty || component.name.hasPrefix("[") ? "" : " ") + component.name
        return component
      }
    }
  }
}

private func named(_ name: String, _ matrices: [Matrix]) -> [Component] {
  matrices.enumerated().map { Component(name: "\(name)[\($0)]", matrix: $1) }
}
