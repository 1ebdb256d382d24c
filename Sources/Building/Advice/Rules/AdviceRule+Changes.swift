/// Variables: what can be changed, and what has no value yet.
extension AdviceRule {
  static var changeRules: [AdviceRule] {
    [
      AdviceRule(/(?:cannot|left side|cannot pass immutable).*: '(\w+)' is a 'let' constant/) { place, match in
        place.noteOnConstant(String(match.1))
      },
      AdviceRule(/: 'self' is immutable/) { place, _ in
        guard let (node, head) = place.function, !head.isMutating else { return nil }
        let name = place.changedName
        let others = place.file.nodes.compactMap { other -> String? in
          guard case .function(let head) = other.kind, head.isMutating,
            other.parent?.parent === node.parent?.parent || other.parent === node.parent
          else { return nil }
          return head.name
        }
        let what = name.map { "may read \($0) but not change it" } ?? "may read what belongs to it but not change it"
        let there = others.isEmpty ? "" : " That is for \(others.joined(separator: " and ")), which is `mutating`."
        return "\(head.name) is not declared `mutating`: it \(what).\(there)"
      },
      AdviceRule(/var '(\w+)' is not concurrency-safe/) { _, match in
        "\(match.1) stands outside every function, where Swift allows no `var`: declare it inside the function that uses it, or as "
          + "`let` if it never changes."
      },
      AdviceRule(
        /(variable|constant) '(\w+)' (?:used|passed by reference|captured by a closure)(?: \w+)* before being initialized/
      ) {
        place, match in place.noteOnMissingValue(String(match.2))
      },
      AdviceRule(/invalid redeclaration of '(\w+)'/) { place, match in
        guard let function = place.function else { return nil }
        let name = String(match.1)
        guard let first = function.node.all.first(where: { $0.declares(name) && $0.first.line < place.line }) else {
          return nil
        }
        var isVariable = false
        if case .declared("var", _, _) = first.kind { isVariable = true }
        let change = isVariable ? "leave let and var away here" : "declare it with `var` there and leave let away here"
        return
          "\(name) is declared in line \(first.first.line) already: to give it a new value \(change); to keep both take "
          + "another name."
      },
      AdviceRule(/use of local variable '(\w+)' before its declaration/) { _, match in
        "\(match.1) is declared further down: a line can use only what stands above it."
      },
      AdviceRule(/empty collection literal requires an explicit type/) { place, _ in
        let statement = place.file.nodes.first { node in
          if case .declared = node.kind {
            node.parts.first?.kind == .list && node.first.line == place.line
          } else {
            false
          }
        }
        guard let statement, case .declared(let word, let names, nil) = statement.kind, names.count == 1 else {
          return nil
        }
        return
          "Swift must know what an empty list will hold: \(word) \(names[0]): [Double] = [], or [Matrix] for matrices."
      },
    ]
  }
}

extension ErrorPlace {
  /// The name of the property that the line changes.
  fileprivate var changedName: String? {
    let change = file.nodes.first { node in
      guard node.anchor.line == line, let operation = node.operation else { return false }
      return ["=", "+=", "-=", "*=", "/="].contains(operation)
    }
    let base = change?.parts[0].all.last
    return base?.name == "self" ? nil : base?.name
  }

  fileprivate func noteOnConstant(_ name: String) -> String? {
    // `if n = 1` is about something else, which the compiler says itself.
    let isQuestion = file.nodes.contains { node in
      guard case .condition = node.kind else { return false }
      return node.parts.contains { $0.operation == "=" && $0.anchor.line == line }
    }
    guard !isQuestion, let found = declaration(of: name) else { return nil }
    switch found.kind {
    case .function(let head) where head.parameters.contains { $0.name == name && !$0.isInout }:
      guard !file.hasProperty(name) else {
        return "\(name) alone is what the function is given. To set the property of that name, write self.\(name)."
      }
      return
        "\(name) is given to the function and cannot be changed: make a copy, var result = \(name), and change that."
    case .declared("let", _, _) where function?.node.all.contains { $0 === found } ?? false:
      return "What `let` names cannot be changed later: declare \(name) with `var` in line \(found.first.line)."
    case .loop(let names) where names.contains(name):
      guard let sequence = found.parts.first, let text = text(sequence.listThatIsRunThrough),
        types.type(ofName: name, at: found.parts.last ?? found) != "Int"
      else { return "\(name) is what the loop hands out and cannot be changed." }
      guard type(of: sequence.listThatIsRunThrough)?.element != nil, sequence.calledName != "zip" else {
        return "\(name) is what the loop hands out and cannot be changed."
      }
      return
        "\(name) is a copy of the list's element and cannot be changed: change the list itself, \(text)[index], in a loop over "
        + "\(text).indices."
    case .closure: return "\(name) is what is handed to the braces and cannot be changed: make a copy with `var`."
    case .unwrapped: return "What `if let` names cannot be changed: write `if var \(name)`, or change the original."
    default: return nil
    }
  }

  fileprivate func noteOnMissingValue(_ name: String) -> String? {
    guard let function else { return nil }
    let declarations = function.node.all.filter { $0.declares(name) && $0.first.line <= line }
    guard let found = declarations.last, case .declared(_, _, let type?) = found.kind, found.parts.isEmpty else {
      return nil
    }
    let values = ["Double": "0.0", "Int": "0", "Matrix": "Matrix.zeros(rows: …, columns: …)", "Bool": "false"]
    let value = values[type] ?? (type.element == nil ? nil : "[]")
    guard let value else {
      return
        "\(name) has no value yet on some way to this line: give it one in line \(found.first.line), where it is declared."
    }
    let typed = value == "[]" ? "var \(name): \(type) = []" : "var \(name) = \(value)"
    return
      "Line \(found.first.line) only announces \(name), and it has no value on some way to this line: begin with \(typed)."
  }
}

extension SourceNode {
  /// The list behind `enumerated()` and `reversed()`.
  fileprivate var listThatIsRunThrough: SourceNode {
    guard let name = calledName, ["enumerated", "reversed"].contains(name), let base = parts[0].parts.first else {
      return self
    }
    return base.listThatIsRunThrough
  }
}

extension SourceFile {
  /// Whether a type of the file declares a variable of that name outside every function.
  fileprivate func hasProperty(_ name: String) -> Bool {
    let functions = nodes.filter { node in
      if case .function = node.kind { true } else { false }
    }
    return nodes.contains { node in
      guard case .declared("var", let names, _) = node.kind, names.contains(name) else { return false }
      return !functions.contains { function in function.all.contains { $0 === node } }
    }
  }
}
