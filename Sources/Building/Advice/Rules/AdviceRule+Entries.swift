/// Formulas of single numbers that are applied to a whole matrix.
extension AdviceRule {
  static var entryRules: [AdviceRule] {
    [
      AdviceRule(/unary operator '-' cannot be applied to an operand of type 'Matrix'/) { place, _ in
        guard let node = place.node, case .prefix("-") = node.kind else { return nil }
        return place.noteOnMinus(node)
      },
      AdviceRule(
        /no exact matches in call to global function|no '.+' candidates produce|global function '\w+' requires that 'Matrix'/
      ) {
        place, _ in
        place.node.flatMap { EntryFormula(around: $0, in: place)?.sentence }
      },
      AdviceRule(/on '\w+' requires that 'Matrix' conform to/) { place, _ in
        guard let node = place.node else { return nil }
        if let note = place.noteOnAssignment(node) { return note }
        if case .prefix("-") = node.kind { return place.noteOnMinus(node) }
        return EntryFormula(around: node, in: place)?.sentence
      },
      AdviceRule(/binary operator '(.+)' cannot be applied to operands of type '(\w+)' and '(\w+)'/) { place, match in
        guard match.2 == "Matrix" || match.3 == "Matrix", let node = place.node else { return nil }
        if let note = place.noteOnAssignment(node) { return note }
        if let note = place.noteOnWholeFactor(node, String(match.2), String(match.3)) { return note }
        let others: Set<Substring> = ["Matrix", "Int", "Double"]
        guard others.contains(match.2), others.contains(match.3) else { return nil }
        return EntryFormula(around: node, in: place)?.sentence
      },
      AdviceRule(/cannot convert value of type '(Int|Double)' to expected argument type 'Matrix'/) { place, _ in
        guard let node = place.node, let sum = node.parent, sum.operation != nil,
          sum.parts.contains(where: { $0 !== node && place.type(of: $0) == "Matrix" })
        else { return nil }
        return place.noteOnAssignment(sum) ?? EntryFormula(around: sum, in: place)?.sentence ?? place.entryByEntry(sum)
      },
      AdviceRule(/cannot convert value of type 'Matrix' to expected argument type '(?:Int|Double)'/) { place, _ in
        guard let node = place.node else { return nil }
        if let outer = node.parent, let operation = outer.operation, outer.parts[1] === node {
          if operation == "/", place.type(of: outer.parts[0]) == "Matrix", let right = place.text(node) {
            return "A matrix can be divided by one number alone; to divide entry by entry multiply by "
              + "\(right).map { entry in 1 / entry }."
          }
          if operation == "..<" || operation == "...", let text = place.text(node) {
            return "\(text) is a matrix, and a loop counts: 0..<\(text).rows counts its rows."
          }
        }
        return EntryFormula(around: node, in: place)?.sentence
      },
      AdviceRule(/cannot convert return expression of type '(?:Int|Double|Bool)' to return type 'Matrix'/) { place, _ in
        place.node.flatMap { EntryFormula(around: $0, in: place)?.sentence }
      },
    ]
  }
}

extension EntryFormula {
  /// The formula in a sentence.
  var sentence: String {
    "This is a formula for single numbers: for every entry of the matrix write \(text)."
  }
}

extension ErrorPlace {
  /// A minus sign before a matrix, alone or in a formula.
  fileprivate func noteOnMinus(_ node: SourceNode) -> String? {
    if let formula = EntryFormula(around: node, in: self), !formula.isOnlyNegated { return formula.sentence }
    return text(node.parts[0]).map { "There is no minus sign before a matrix: write -1 * \($0)." }
  }

  /// `a *= 2` for matrices, of which there are only `+=` and `-=` with another matrix.
  fileprivate func noteOnAssignment(_ node: SourceNode) -> String? {
    guard let operation = node.operation, operation.count == 2, operation.hasSuffix("="),
      type(of: node.parts[0]) == "Matrix", let left = text(node.parts[0]), let right = text(node.parts[1])
    else { return nil }
    let rightType = type(of: node.parts[1])
    let factor = rightType == "Int" && !node.parts[1].isWholeLiteral ? "Double(\(right))" : right
    switch operation {
    case "*=", "/=":
      guard rightType == "Int" || rightType == "Double" else { return nil }
      return "A matrix has no `\(operation)`: write \(left) = \(left) \(operation.prefix(1)) \(factor)."
    case "+=", "-=":
      guard rightType == "Int" || rightType == "Double" else { return nil }
      let verb = operation == "+=" ? "added to" : "taken from"
      return "A number cannot be \(verb) a whole matrix; for every entry write "
        + "\(left) = \(left).map { entry in entry \(operation.prefix(1)) \(factor) }."
    default: return nil
    }
  }

  /// A matrix times a whole number, or divided by it.
  fileprivate func noteOnWholeFactor(_ node: SourceNode, _ left: String, _ right: String) -> String? {
    guard node.operation == "*" || node.operation == "/" else { return nil }
    let isLeft = left == "Int" && node.operation == "*"
    guard isLeft || right == "Int", let factor = node.parts.indices.contains(1) ? node.parts[isLeft ? 0 : 1] : nil,
      type(of: factor) == "Int", !factor.isOfLiterals, let note = wholeNumber(factor)
    else { return nil }
    return note
  }

  /// What can be said of `1 - y` with more than one matrix around it.
  fileprivate func entryByEntry(_ sum: SourceNode) -> String? {
    guard ["+", "-", "/"].contains(sum.operation),
      sum.parts.contains(where: { ["Int", "Double"].contains(type(of: $0)) })
    else { return nil }
    return
      "A matrix and a number can be multiplied, or the matrix divided by it (2 * a, a / 2); for all else take every "
      + "entry, as in a.map { entry in 1 - entry }."
  }
}
