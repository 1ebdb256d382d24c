import CourseKit
import Vocabulary
import Wire

/// The arguments of a call in a line, so that a student finds the case again.
struct ArgumentText {
  private let texts: [String]

  /// Takes the arguments of a function; a tuple if there are several.
  ///
  /// - Parameter names: what they are called; nil for the names of the declaration.
  init<Input, Result>(_ function: any Callable<Input, Result>, _ input: Input, names: [String]? = nil) {
    let mirror = Mirror(reflecting: input)
    let values = mirror.displayStyle == .tuple ? mirror.children.map(\.value) : [input]
    let names = names ?? function.signature.matches(of: #/([a-zA-Z]+): /#).map { String($0.1) }
    texts = values.enumerated().compactMap { index, value in
      Self.text(of: value).map { text in names.count == values.count ? "\(names[index]) = \(text)" : text }
    }
  }

  /// The line; none if nothing can be said in few words.
  var lines: [String] { texts.isEmpty ? [] : ["for " + texts.joined(separator: ", ")] }

  /// The most entries of a matrix that are written out.
  private static let wholeCount = 4

  private static func text(of value: Any) -> String? {
    switch value {
    case let matrix as Matrix where matrix.elements.count <= wholeCount:
      let rows = (0..<matrix.rows).map { row in
        (0..<matrix.columns).map { matrix[row, $0].text }.joined(separator: ", ")
      }
      return "[" + rows.map { "[\($0)]" }.joined(separator: ", ") + "]"
    case let matrix as Matrix: return "a matrix \(matrix.shape)"
    case let parameters as Parameters:
      let sizes = parameters.weights.prefix(1).map(\.rows) + parameters.weights.map(\.columns)
      return "a network \(sizes.map(String.init).joined(separator: "-"))"
    case let hidden as HiddenActivation: return ".\(hidden.rawValue)"
    case let number as Double: return number.text
    case let number as Int: return "\(number)"
    case let numbers as [Int]: return "\(numbers)"
    default: return nil
    }
  }
}
