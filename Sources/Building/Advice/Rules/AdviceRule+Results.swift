/// What a function returns, and expressions that are too much for the compiler.
extension AdviceRule {
  static var resultRules: [AdviceRule] {
    [
      AdviceRule(/missing return in (?:.* )?(closure|function|method|getter|subscript).* expected to return '(.+)'/) {
        place, match in
        place.noteOnMissingReturn(inBraces: match.1 == "closure", String(match.2))
      },
      AdviceRule(/unexpected non-void return value in void function/) { place, _ in
        guard let (_, head) = place.function, head.result == nil else { return nil }
        let changed = head.parameters.filter(\.isInout).map(\.name)
        let how = changed.isEmpty ? "" : " What it does, it does to \(changed[0])."
        return "\(head.name) returns nothing, so no value stands behind `return`.\(how)"
      },
      AdviceRule(/'\[Double\]' to return type 'Matrix'|'\[\[Double\]\]' to return type 'Matrix'/) { place, match in
        guard let node = place.node else { return nil }
        if match.contains("[["), let text = place.text(node) {
          return "A list of rows becomes a matrix by Matrix(\(text))."
        }
        guard node.calledName == "map", let list = node.parts[0].parts.first, case .member("elements") = list.kind,
          let base = list.parts.first.flatMap({ place.text($0) }), place.type(of: list) == "[Double]"
        else { return nil }
        return "elements is a list of numbers, and its map makes another list: \(base).map { … } makes a matrix."
      },
      AdviceRule(/cannot convert .*\(Matrix\) -> Matrix' to .*type 'Matrix'/) { place, _ in
        guard let node = place.node, case .member("derivative") = node.kind, let text = place.text(node) else {
          return nil
        }
        return "\(text) is a function: call it with what it shall work on, \(text)(z)."
      },
      AdviceRule(/cannot convert value of type '\w+' to (?:expected argument|specified) type '(\w+)'/) { place, match in
        place.noteOnParts(of: String(match.1))
      },
      AdviceRule(/cannot convert return expression of type '(.+)' to return type '(.+)'/) { place, match in
        place.noteOnParts(of: String(match.2)) ?? place.noteOnResult(String(match.1), String(match.2))
      },
      AdviceRule(/reasonable time/) { place, _ in place.noteOnLongExpression },
    ]
  }
}

extension ErrorPlace {
  /// The function returns something else than is declared: both in words.
  fileprivate func noteOnResult(_ given: String, _ wanted: String) -> String? {
    let words = [
      "Matrix": "a whole matrix", "Double": "one number (Double)", "Int": "a whole number (Int)",
      "Bool": "true or false (Bool)",
      "[Double]": "a list of numbers", "[Matrix]": "a list of matrices", "[Int]": "a list of whole numbers",
      "ForwardCache": "a ForwardCache", "Parameters": "Parameters", "Gradients": "Gradients", "History": "a History",
    ]
    guard let (_, head) = function, head.result == wanted, let node, type(of: node) == given, let found = words[given],
      let must = words[wanted], !node.chain.contains(where: \.isClosure), let text = text(node, limit: 40),
      // Int and Double are a matter of their own.
      given != "Int" || wanted != "Double"
    else { return nil }
    return "\(head.name) must return \(must), and \(text) is \(found)."
  }

  /// The value has a part of the type that is needed.
  fileprivate func noteOnParts(of type: String) -> String? {
    guard let given = message.firstMatch(of: /(?:value|return expression) of type '(\w+)'/)?.1,
      let kit = KitType.named(String(given)),
      let node, let text = text(node)
    else { return nil }
    let parts = kit.members.filter { $0.type == type && !$0.isFunction && !KitType.ofTypesAlone.contains($0.text) }
    guard given != type[...], parts.count == 1, given != "Matrix" else { return nil }
    return "\(text) is a whole \(given): the \(type) in it is .\(parts[0].name)."
  }

  fileprivate func noteOnMissingReturn(inBraces: Bool, _ type: String) -> String? {
    let owner =
      inBraces
      ? file.nodes.last { $0.isClosure && $0.first.line <= line && $0.last.line >= line && $0.last.line - line <= 1 }
      : function?.node.parts.first
    guard let owner else { return nil }
    let whole = inBraces ? "Braces of several lines" : "A function of several lines"
    guard let last = owner.parts.last else {
      return inBraces ? nil : "The function is empty: it must return a value of type \(type)."
    }
    switch last.kind {
    case .condition, .loop:
      return "\(whole) must reach a `return` on every way: also when "
        + (last.kind == .condition("if") ? "the condition is false." : "the loop is over.")
    case .name, .member, .call, .binary, .ternary, .group, .number, .prefix, .element:
      if let operation = last.operation, operation.hasSuffix("="), !["==", "<=", ">=", "!="].contains(operation) {
        return "\(whole) must say what comes out: a last line with `return`."
      }
      let value = text(last, limit: 40).map { ": return \($0)" } ?? ""
      return "\(whole) must say `return` before the result\(value)."
    default: return "\(whole) must say what comes out: a last line with `return`."
    }
  }

  /// What is too long, and a part of it that can stand in a line of its own.
  fileprivate var noteOnLongExpression: String? {
    let start = "Line \(line) is too much for the compiler at once."
    let split = start + " Give a part of it a name in the line before, with let, and use that."
    let statement = file.nodes.first { $0.first.line <= line && line <= $0.last.line && $0.operation != nil }
    guard let whole = node ?? statement else { return split }
    // Often it tries all ways of bringing types together that do not go together.
    if let cause = whole.all.lazy.compactMap(noteOnMixture).first { return start + " " + cause }
    let calculated = whole.all.filter { piece in
      guard let operation = piece.bare.operation, ["+", "-", "*", "/"].contains(operation), piece !== whole else {
        return false
      }
      // What stands in braces may use their names, so that it cannot stand before them.
      return !piece.chain.prefix { $0 !== whole }.contains(where: \.isClosure)
        && !piece.all.contains(where: \.isClosure)
    }
    let part = calculated.compactMap { text($0.bare, limit: 44) }.max { $0.count < $1.count }
    guard let part, part.count >= 5 else {
      return start + " Give a part of it a name in the line before, with let, and use that."
    }
    return start
      + " Give a part of it a name in the line before, as in `let part = \(part)`, and write part in its place."
  }

  /// A whole number beside a Double, or a number beside a matrix.
  private func noteOnMixture(_ piece: SourceNode) -> String? {
    guard let operation = piece.operation, ["+", "-", "*", "/"].contains(operation) else { return nil }
    let kinds = piece.parts.map { type(of: $0) }
    if kinds.contains("Matrix"),
      let number = zip(piece.parts, kinds).first(where: { $0.1 == "Int" || $0.1 == "Double" })?.0
    {
      if operation == "*" || operation == "/" && number === piece.parts[1] {
        return type(of: number) == "Int" ? unmixed(number) : nil
      }
      return EntryFormula(around: piece, in: self)?.sentence
    }
    guard kinds.contains("Double"), let index = kinds.firstIndex(of: "Int") else { return nil }
    return unmixed(piece.parts[index])
  }
}
