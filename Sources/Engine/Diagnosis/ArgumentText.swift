import CourseKit
import Vocabulary
import Wire

/// An argument that says itself how a report writes it.
package protocol WrittenArgument {
  /// The argument in a few words; nil if it is too large to be followed by hand.
  var written: String? { get }
}

/// The arguments of a call, so that a student finds the case again.
struct ArgumentText {
  private let arguments: [(name: String?, value: Any)]

  /// Takes the arguments of a function; a tuple if there are several.
  ///
  /// - Parameter names: what they are called; nil for the names of the declaration.
  init<Input, Result>(_ function: any Callable<Input, Result>, _ input: Input, names: [String]? = nil) {
    let values = Self.values(of: input)
    let names = names ?? function.signature.matches(of: #/([a-zA-Z]+): /#).map { String($0.1) }
    arguments = values.enumerated().map { index, value in (names.count == values.count ? names[index] : nil, value) }
  }

  private static func values(of input: Any) -> [Any] {
    let mirror = Mirror(reflecting: input)
    return mirror.displayStyle == .tuple ? mirror.children.map(\.value) : [input]
  }

  /// The arguments in a line of few words; none if nothing can be said in so few.
  var lines: [String] {
    let texts = arguments.compactMap { name, value in
      Self.shortText(of: value).map { text in name.map { "\($0) = \(text)" } ?? text }
    }
    return texts.isEmpty ? [] : ["for " + texts.joined(separator: ", ")]
  }

  /// The arguments whole, so that the call can be followed by hand; nil if they are too large for that.
  var wholeLines: [String]? {
    var lines: [String] = []
    for (name, value) in arguments {
      guard let texts = Self.wholeTexts(of: value) else { return nil }
      lines += texts.map { part, text in
        [name, part].compactMap { $0 }.joined(separator: ".") + (name == nil && part == nil ? "" : " = ") + text
      }
    }
    // What fits into one line is easier to read there.
    let joined = "for " + lines.joined(separator: ", ")
    return joined.count <= NumberTable.width ? [joined] : lines.enumerated().map { ($0 == 0 ? "for " : "    ") + $1 }
  }

  /// How many numbers arguments hold.
  static func size(of input: Any) -> Int {
    values(of: input).reduce(0) { sum, value in
      switch value {
      case let matrix as Matrix: sum + matrix.elements.count
      case let numbers as [Double]: sum + numbers.count
      case let numbers as [Int]: sum + numbers.count
      case is Double, is Int, is UInt64, is HiddenActivation, is Bool: sum + 1
      default: sum + Mirror(reflecting: value).children.reduce(0) { $0 + size(of: $1.value) }
      }
    }
  }

  /// The most entries of a matrix in a line that names the case.
  private static let shortCount = 4
  /// The most entries of a matrix, and of a list, that can be followed by hand.
  private static let wholeCount = 12
  private static let listCount = 24

  private static func shortText(of value: Any) -> String? {
    switch value {
    case let matrix as Matrix where matrix.elements.count <= shortCount: matrix.rowsText
    case let matrix as Matrix: "a matrix \(matrix.shape)"
    case let parameters as Parameters:
      "a network \((parameters.weights.prefix(1).map(\.rows) + parameters.weights.map(\.columns)).map(String.init).joined(separator: "-"))"
    default: numberText(of: value)
    }
  }

  private static func numberText(of value: Any) -> String? {
    switch value {
    case let hidden as HiddenActivation: ".\(hidden.rawValue)"
    case let number as Double: number.text
    case let number as Int: "\(number)"
    case let numbers as [Int]: "\(numbers)"
    case let numbers as [Double] where numbers.count <= listCount: numbers.listText
    case let lists as [[Double]] where lists.count <= 3 && lists.allSatisfy { $0.count <= listCount }:
      "[" + lists.map(\.listText).joined(separator: ", ") + "]"
    default: nil
    }
  }

  /// The parts of an argument with their names, if it has any.
  private static func wholeTexts(of value: Any) -> [(part: String?, text: String)]? {
    switch value {
    case let matrix as Matrix:
      return matrix.elements.count <= wholeCount ? [(nil, matrix.rowsText)] : nil
    case is UInt64: return []
    case let arguments as [any WrittenArgument] where !arguments.isEmpty:
      let texts = arguments.compactMap(\.written)
      return texts.count == arguments.count ? [(nil, texts.joined(separator: ", "))] : nil
    case let matrices as [Matrix]:
      guard matrices.reduce(0, { $0 + $1.elements.count }) <= wholeCount else { return nil }
      return [(nil, "[" + matrices.map(\.rowsText).joined(separator: ", ") + "]")]
    default:
      if let text = numberText(of: value) { return [(nil, text)] }
      let children = Mirror(reflecting: value).children
      guard !children.isEmpty else { return nil }
      var texts: [(String?, String)] = []
      for child in children {
        guard let parts = wholeTexts(of: child.value) else { return nil }
        texts += parts.map { ([child.label, $0.part].compactMap { $0 }.joined(separator: "."), $0.text) }
      }
      return texts
    }
  }
}

extension Matrix {
  /// The matrix as Swift writes it: `[[1, 2], [3, 4]]`.
  package var rowsText: String {
    "[" + (0..<rows).map { row in (0..<columns).map { self[row, $0] }.listText }.joined(separator: ", ") + "]"
  }
}

extension [Double] {
  fileprivate var listText: String { "[" + map(\.text).joined(separator: ", ") + "]" }
}
