/// Whole numbers and others, true and false.
extension AdviceRule {
  static var numberRules: [AdviceRule] {
    [
      AdviceRule(
        /cannot convert (?:value|return expression) of type 'Int' to (?:expected argument|specified|return|closure result|result) type 'Double'/
      ) { place, _ in place.node.flatMap { place.beginning(of: $0) ?? place.wholeNumber($0) } },
      AdviceRule(/cannot assign value of type 'Int' to type 'Double'/) { place, _ in
        place.node.flatMap { place.wholeNumber($0) }
      },
      AdviceRule(/binary operator '.+' cannot be applied to operands of type '(Int|Double)' and '(Int|Double)'/) {
        place, match in
        guard match.1 != match.2, let node = place.node, node.operation != nil else { return nil }
        if let target = node.assigned, match.1 == "Int" { return place.beginning(of: target) }
        return place.unmixed(node.parts[match.1 == "Int" ? 0 : 1])
      },
      AdviceRule(
        /cannot (?:convert value of type 'Double' to expected argument|assign value of type 'Double' to) type 'Int'/
      ) {
        place, _ in
        guard let node = place.node,
          let outer = node.chain.first(where: { $0.operation != nil && $0.parent?.operation == nil })
        else { return nil }
        // A statement that adds to a variable, or two numbers side by side.
        if let target = outer.assigned, place.type(of: target) == "Int" { return place.beginning(of: target) }
        guard let sum = node.parent, sum.operation != nil, let other = sum.parts.first(where: { $0 !== node }) else {
          return nil
        }
        // An index and the bounds of a loop are whole numbers and stay so.
        let isPlace = node.chain.contains { $0.kind == .element || ["..<", "..."].contains($0.operation) }
        return isPlace ? nil : place.beginning(of: other) ?? place.unmixed(other)
      },
      AdviceRule(/cannot convert value of type 'Double' to specified type 'Int'/) { place, _ in
        guard let name = place.declaredName else { return nil }
        return "\(name) is declared as a whole number (Int), and the value has a fraction: declare it as a Double."
      },
      AdviceRule(/cannot convert return expression of type 'Double' to return type 'Int'/) { place, _ in
        guard let node = place.node, let text = place.text(node, limit: 40) else { return nil }
        return "The function returns a whole number (Int): Int(\(text)) cuts off what stands behind the point."
      },
      AdviceRule(
        /cannot convert (?:value|return expression) of type 'Bool' to (?:expected argument|specified|return|closure result) type '(?:Double|Int)'/
      ) { place, _ in
        guard let node = place.node, place.type(of: node) == "Bool", node.isQuestion, let text = place.text(node),
          !node.parts.contains(where: { $0.isQuestion || place.type(of: $0) == "Matrix" }),
          !(node.parent?.isQuestion ?? false)
        else { return nil }
        return "\(text) is true or false (Bool), and here a number is needed: write \(text) ? 1 : 0."
      },
      AdviceRule(/type 'Int' cannot be used as a boolean/) { place, _ in
        guard let node = place.node, node.kind == .ternary, let text = place.text(node.parts[0]),
          place.text(node.parts[1]) == "1", place.text(node.parts[2]) == "0"
        else { return nil }
        return "Here true or false is needed, which \(text) is already: leave `? 1 : 0` away."
      },
      AdviceRule(/cannot convert value of type '(?:Double|Int)' to expected condition type 'Bool'/) { place, _ in
        guard let node = place.node, let text = place.text(node, limit: 40), !node.isLiteral else { return nil }
        return "A condition is true or false: compare, as in \(text) > 0."
      },
      AdviceRule(/cannot convert value of type 'Double' to expected argument type 'Bool'/) { place, _ in
        guard let node = place.node, let outer = node.parent, let text = place.text(outer.parts[0]),
          outer.operation == "==" || outer.operation == "!=", place.type(of: outer.parts[0]) == "Bool"
        else { return nil }
        return
          "\(text) is true or false, and a number cannot be compared with that: write (\(text.bare) ? 1 : 0) first."
      },
    ]
  }
}

extension SourceNode {
  /// Whether it is a comparison, or the name or the call that answers with true or false.
  fileprivate var isQuestion: Bool {
    switch kind {
    case .binary(let operation): ["==", "!=", "<", ">", "<=", ">="].contains(operation)
    case .name(let name): name != "true" && name != "false" && parent?.operation == nil
    default: false
    }
  }

  /// What a value is given to or added to.
  fileprivate var assigned: SourceNode? {
    guard let operation, operation.hasSuffix("="), !["==", "!=", "<=", ">="].contains(operation) else { return nil }
    return parts[0]
  }
}

extension String {
  /// The text without the brackets around it.
  fileprivate var bare: String { hasPrefix("(") && hasSuffix(")") ? String(dropFirst().dropLast()) : self }
}

extension ErrorPlace {
  /// What makes a variable a whole number: `var sum = 0`.
  func beginning(of node: SourceNode) -> String? {
    guard let name = node.bare.name, let found = declaration(of: name),
      case .declared("var", let names, nil) = found.kind,
      names.count == 1, let value = found.parts.first, function?.node.all.contains(where: { $0 === found }) ?? false,
      value.isWholeLiteral, let text = text(value.bare)
    else { return nil }
    return "`var \(name) = \(text)` makes a whole number (Int): for a Double begin with `var \(name) = \(text).0`."
  }

  /// How the whole numbers in an expression become Doubles; nil if none can be read from it.
  func wholeNumber(_ node: SourceNode) -> String? {
    let whole = wholeNumbers(in: node)
    guard !whole.isEmpty else { return nil }
    let texts = whole.compactMap { text($0, limit: 40) }.reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    guard texts.count <= 3, !texts.isEmpty else { return nil }
    let verb = texts.count == 1 ? "is a whole number" : "are whole numbers"
    let calls = texts.map { "Double(\($0))" }
    return "\(texts.joined(separator: " and ")) \(verb) (Int), and here a Double is needed: write "
      + "\(calls.joined(separator: " and "))."
  }

  /// What is said where a whole number stands beside a Double.
  func unmixed(_ node: SourceNode) -> String? {
    guard type(of: node) == "Int", !node.isOfLiterals, let text = text(node.bare, limit: 40) else { return nil }
    return "\(text) is a whole number (Int), which Swift does not mix with a Double: write Double(\(text))."
  }

  private func wholeNumbers(in node: SourceNode) -> [SourceNode] {
    switch node.kind {
    case .binary(let operation) where ["+", "-", "*", "/"].contains(operation):
      // What is whole in itself becomes one Double, except for a quotient, which would be cut off.
      let parts = node.parts.flatMap(wholeNumbers)
      let isSum = operation != "/" && type(of: node) == "Int" && node.parts.allSatisfy { type(of: $0) == "Int" }
      return isSum && !node.all.contains { $0.operation == "/" } ? [node] : parts
    case .group: return node.parts.flatMap(wholeNumbers)
    case .prefix("-"): return wholeNumbers(in: node.parts[0])
    case .number: return []
    default: return type(of: node) == "Int" ? [node] : []
    }
  }

  /// The name that the statement declares.
  fileprivate var declaredName: String? {
    guard let statement = node?.chain.first(where: { if case .declared = $0.kind { true } else { false } }),
      case .declared(_, let names, _?) = statement.kind, names.count == 1
    else { return nil }
    return names[0]
  }
}
