/// The words before the arguments of a call, and the sign of what it changes.
extension AdviceRule {
  static var callRules: [AdviceRule] {
    [
      AdviceRule(/missing argument labels? '([\w:]+)' in call/) { place, match in
        guard let call = place.callHere else { return nil }
        let missing = match.1.split(separator: ":").map(String.init)
        let bare = call.labels.indices.filter { call.labels[$0] == nil }
        var labels = call.labels
        if let heads = place.labels(of: call), heads.count == labels.count {
          labels = heads
        } else if bare.count == missing.count {
          for (index, label) in zip(bare, missing) { labels[index] = label }
        } else {
          return nil
        }
        guard labels != call.labels else { return nil }
        return place.call(call, labels: labels).map { "Arguments have their names before them: \($0)." }
      },
      AdviceRule(/extraneous argument labels? '([\w:]+)' in call/) { place, match in
        guard let call = place.callHere else { return nil }
        let extra = match.1.split(separator: ":").map(String.init)
        let labels = call.labels.map { label in label.flatMap { extra.contains($0) ? nil : $0 } }
        guard labels != call.labels, let text = place.call(call, labels: labels) else { return nil }
        return "Here no name stands before \(extra.count == 1 ? "that argument" : "these arguments"): \(text)."
      },
      AdviceRule(/incorrect argument labels? in call \(have '([\w:]+)', expected '([\w:]+)'\)/) { place, match in
        guard let call = place.callHere else { return nil }
        let expected = match.2.split(separator: ":").map { $0 == "_" ? nil : String($0) }
        guard expected.count == call.labels.count, let text = place.call(call, labels: expected) else { return nil }
        return "With the names that it has the call reads \(text)."
      },
      AdviceRule(/argument '(\w+)' must precede (?:argument '(\w+)'|unnamed argument #(\d+))/) { place, match in
        guard let call = place.callHere, let moved = call.labels.firstIndex(of: String(match.1)) else { return nil }
        let target =
          match.2.flatMap { call.labels.firstIndex(of: String($0)) } ?? match.3.flatMap { Int($0) }.map { $0 - 1 }
        guard let target, target < moved else { return nil }
        var order = Array(call.labels.indices)
        order.insert(order.remove(at: moved), at: target)
        return place.call(call, labels: call.labels, order: order).map { "The arguments have a fixed order: \($0)." }
      },
      AdviceRule(/missing arguments? for parameters? (.*) in call/) { place, match in
        guard let call = place.callHere, let name = call.calledName else { return nil }
        if call.parts.count == 1, let empty = emptyValues[name] {
          return "One to begin with, still empty, is \(empty)."
        }
        let heads = place.file.functions(named: name)
        guard heads.count == 1, let head = heads.first, call.parts[0].name == name else { return nil }
        let given = Set(call.labels.compactMap { $0 })
        // Which of two with one name is meant nobody knows.
        guard given.count == call.labels.count(where: { $0 != nil }) else { return nil }
        // An unnamed argument stands for the first parameter that has no name in calls.
        var unnamed = call.labels.count { $0 == nil }
        var texts: [String] = []
        for parameter in head.needed {
          if let label = parameter.label {
            guard given.contains(label), let index = call.labels.firstIndex(of: label) else {
              texts.append("\(label): …")
              continue
            }
            texts.append("\(label): " + (place.text(call.parts[index + 1], limit: 30) ?? "…"))
          } else {
            let index = 1 + texts.count
            let isGiven = unnamed > 0 && call.parts.indices.contains(index)
            texts.append(isGiven ? place.text(call.parts[index], limit: 30) ?? "…" : "…")
            unnamed -= 1
          }
        }
        guard unnamed <= 0, !call.parts.contains(where: \.isClosure), texts.contains(where: { $0.hasSuffix("…") })
        else { return nil }
        return "All that \(name) needs: \(name)(\(texts.joined(separator: ", ")))."
      },
      AdviceRule(/passing value of type .* to an inout parameter requires explicit '&'/) { place, _ in
        guard let node = place.node, let text = place.text(node) else { return nil }
        let call = place.call(around: node)
        let label = call.flatMap { call in
          call.parts.dropFirst().firstIndex { $0 === node }.flatMap { call.labels[$0 - 1] }
        }
        return "What a function changes is given with &: \(label.map { $0 + ": " } ?? "")&\(text)."
      },
      AdviceRule(/extra argument '(\w+)' in call/) { place, match in
        guard let call = place.callHere, let expected = place.labels(of: call), expected.count == call.labels.count,
          let text = place.call(call, labels: expected)
        else { return nil }
        return "With the names that it has the call reads \(text)."
      },
    ]
  }

  private static let emptyValues = [
    "ForwardCache": "ForwardCache(activations: [], preActivations: [])",
    "Parameters": "Parameters(weights: [], biases: [])",
    "Gradients": "Gradients(weights: [], biases: [])",
  ]
}

extension ErrorPlace {
  /// The call at whose name, bracket or argument the compiler points.
  fileprivate var callHere: SourceNode? {
    let calls = file.nodes.filter { $0.kind == .call && $0.first.line <= line && line <= $0.last.line }
    return calls.first { call in
      // Its opening bracket stands behind the callee, its closing one at the end.
      let callee = call.parts[0].last
      return call.last == token || token == call.anchor
        || (token?.text == "(" && token?.line == callee.line && token?.range.lowerBound == callee.range.upperBound)
    }
      ?? calls.last { call in
        call.parts.dropFirst().contains { $0.first == token || $0.anchor == token || isLabel(of: $0) }
      }
  }

  /// Whether the compiler points at the word before an argument.
  private func isLabel(of argument: SourceNode) -> Bool {
    guard let token, let index = file.tokens.firstIndex(of: token), index + 2 < file.tokens.count else { return false }
    return file.tokens[index + 1].text == ":" && file.tokens[index + 2] == argument.first
  }

  /// The words before the arguments as the function is declared; nil if that is not known.
  fileprivate func labels(of call: SourceNode) -> [String?]? {
    guard let name = call.calledName else { return nil }
    if call.parts[0].name == nil {
      let members = KitType.all.flatMap(\.members).filter { $0.isFunction && $0.name == name }
      let labels = Set(members.map { $0.text.drop { $0 != "(" }.dropFirst().dropLast() })
      guard labels.count == 1, let text = labels.first else { return nil }
      return text.split(separator: ":").map { $0 == "_" ? nil : String($0) }
    }
    let heads = file.functions(named: name)
    return heads.count == 1 ? heads[0].parameters.map(\.label) : nil
  }
}
