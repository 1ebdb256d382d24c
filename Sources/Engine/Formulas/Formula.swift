import CourseKit
import Vocabulary

/// A formula made of an exercise's ingredients, entry by entry, in the notation of the pages.
indirect enum Formula: Equatable {
  /// An ingredient, by its place in the list.
  case ingredient(Int)
  case constant(Double)
  case function(FormulaFunction, Formula)
  case operation(FormulaOperation, Formula, Formula)

  /// The formula's value in every entry.
  ///
  /// - Parameters:
  ///   - ingredients: the entries of each ingredient.
  ///   - segments: which entries belong to one input: sums and means go over these.
  func values(_ ingredients: [[Double]], _ segments: [Range<Int>]) -> [Double] {
    switch self {
    case .ingredient(let index): ingredients[index]
    case .constant(let number): [Double](repeating: number, count: segments.last?.upperBound ?? 0)
    case .function(let function, let formula): function.values(of: formula.values(ingredients, segments), segments)
    case .operation(let operation, let one, let other):
      operation.values(of: one.values(ingredients, segments), other.values(ingredients, segments))
    }
  }

  /// How the pages write it.
  func text(_ names: [String]) -> String {
    switch self {
    case .ingredient(let index): names[index]
    case .constant(let number): number.formulaText
    case .function(let function, let formula):
      function.text(
        of: formula.text(names), isSimple: formula.isSimple(names) || formula.isSquare && function != .square)
    case .operation(let operation, let one, let other):
      one.text(names, inside: operation, isRight: false) + " \(operation.rawValue) "
        + other.text(names, inside: operation, isRight: true)
    }
  }

  /// What a student reads: numbers are "those of z²", or "0".
  func whatNumbersAre(_ names: [String]) -> String {
    switch self {
    case .constant(let number) where number.isNaN: "NaN, which comes of ∞ / ∞, 0 / 0 or the like"
    case .constant(let number): number.formulaText
    default: "those of \(text(names))"
    }
  }

  /// The text as a part of a larger formula, in brackets where they are needed.
  private func text(_ names: [String], inside outer: FormulaOperation, isRight: Bool) -> String {
    let text = text(names)
    let isClear: Bool
    switch self {
    case .ingredient, .function(.complement, _): isClear = !text.contains(" ")
    case .constant(let number): isClear = number >= 0 || !isRight
    case .function(.negative, _): isClear = false
    case .function: isClear = true
    case .operation(let inner, _, _):
      isClear = inner.precedence > outer.precedence || (inner.precedence == outer.precedence && !isRight)
    }
    return isClear ? text : "(\(text))"
  }

  /// How many ingredients, numbers and signs it has.
  var size: Int {
    switch self {
    case .ingredient, .constant: 1
    case .function(_, let formula): 1 + formula.size
    case .operation(_, let one, let other): 1 + one.size + other.size
    }
  }

  /// Whether it is the same for all entries.
  var isConstant: Bool {
    switch self {
    case .ingredient: false
    case .constant: true
    case .function(_, let formula): formula.isConstant
    case .operation(_, let one, let other): one.isConstant && other.isConstant
    }
  }

  var hasLogarithm: Bool {
    switch self {
    case .ingredient, .constant: false
    case .function(let function, let formula): function == .logarithm || formula.hasLogarithm
    case .operation(_, let one, let other): one.hasLogarithm || other.hasLogarithm
    }
  }

  private var isSquare: Bool {
    if case .function(.square, _) = self { true } else { false }
  }

  private func isSimple(_ names: [String]) -> Bool {
    switch self {
    case .ingredient, .constant: !text(names).contains(" ")
    case .function(let function, _): function.isCall
    case .operation: false
    }
  }
}

extension Double {
  /// The number with the minus of the pages.
  var formulaText: String { text.hasPrefix("-") ? "−" + text.dropFirst() : text }
}

/// What a formula can do with one number, or with all numbers of an input.
enum FormulaFunction: CaseIterable {
  case negative, complement, square, root, absolute, logarithm, exponential
  case sigmoid, tanh, relu
  case sum, mean

  /// Whether it is written like a call: f(x).
  var isCall: Bool { ![.negative, .complement, .square].contains(self) }

  /// Those of every exercise.
  static let elementary: [FormulaFunction] = [
    .negative, .complement, .square, .root, .absolute, .logarithm, .exponential,
  ]
  /// The activation functions.
  static let activations: [FormulaFunction] = [.sigmoid, .tanh, .relu]
  /// Those that go over all entries of an input.
  static let reductions: [FormulaFunction] = [.sum, .mean]

  /// Whether people write it of a formula: not −(1 − z) for z − 1, for example, nor σ(log(z)).
  func isNatural(of formula: Formula) -> Bool {
    switch (self, formula) {
    case (_, _) where formula.isConstant: false
    case (.negative, .function(.complement, _)), (.negative, .operation(.minus, _, _)): false
    case (.complement, .function(.negative, _)), (.complement, .function(.complement, _)): false
    case (.logarithm, .function(.square, _)): false
    case (.sigmoid, _), (.tanh, _), (.exponential, _): !formula.hasLogarithm
    default: true
    }
  }

  func values(of x: [Double], _ segments: [Range<Int>]) -> [Double] {
    switch self {
    case .negative: x.map { -$0 }
    case .complement: x.map { 1 - $0 }
    case .square: x.map { $0 * $0 }
    case .root: x.map { $0.squareRoot() }
    case .absolute: x.map { abs($0) }
    case .logarithm: x.map { log($0) }
    case .exponential: x.map { exp($0) }
    case .sigmoid: x.map { 1 / (1 + exp(-$0)) }
    case .tanh: x.map { CourseKit.tanh($0) }
    case .relu: x.map { max(0, $0) }
    case .sum, .mean: reduced(x, segments)
    }
  }

  private func reduced(_ x: [Double], _ segments: [Range<Int>]) -> [Double] {
    var result = x
    for segment in segments {
      var sum = 0.0
      for index in segment { sum += x[index] }
      for index in segment { result[index] = self == .mean ? sum / Double(segment.count) : sum }
    }
    return result
  }

  func text(of argument: String, isSimple: Bool) -> String {
    let inBrackets = isSimple ? argument : "(\(argument))"
    return switch self {
    case .negative: "−\(inBrackets)"
    case .complement: "1 − \(inBrackets)"
    case .square: "\(inBrackets)²"
    case .root: "√\(inBrackets)"
    case .absolute: "|\(argument)|"
    case .logarithm: "log(\(argument))"
    case .exponential: "exp(\(argument))"
    case .sigmoid: "σ(\(argument))"
    case .tanh: "tanh(\(argument))"
    case .relu: "max(0, \(argument))"
    case .sum: "sum(\(argument))"
    case .mean: "mean(\(argument))"
    }
  }
}

/// What a formula can do with two numbers; the raw value is the sign.
enum FormulaOperation: String, CaseIterable {
  case plus = "+"
  case minus = "−"
  case times = "·"
  case dividedBy = "/"

  var precedence: Int { self == .plus || self == .minus ? 1 : 2 }
  var isCommutative: Bool { self == .plus || self == .times }

  func values(of x: [Double], _ y: [Double]) -> [Double] {
    var result = x
    switch self {
    case .plus: for index in x.indices { result[index] += y[index] }
    case .minus: for index in x.indices { result[index] -= y[index] }
    case .times: for index in x.indices { result[index] *= y[index] }
    case .dividedBy: for index in x.indices { result[index] /= y[index] }
    }
    return result
  }
}
