/// Values that may be missing.
extension AdviceRule {
  static var optionalRules: [AdviceRule] {
    [
      AdviceRule(
        /value of optional type '(.+)\?' (?:\(aka '.*?'\) )?must be unwrapped to (?:a value of type|refer to member)/
      ) { place, match in
        place.noteOnOptional(String(match.1))
      },
      AdviceRule(/cannot call value of non-function type '\w+\?'/) { place, _ in
        place.node.flatMap { node in
          node.kind == .call ? place.text(node.parts[0]).map { "\($0) is read without brackets." } : nil
        }
      },
    ]
  }
}

extension ErrorPlace {
  fileprivate func noteOnOptional(_ type: String) -> String? {
    guard let node else { return nil }
    guard let text = text(node, limit: 50) else { return nil }
    if case .member(let end) = node.kind, end == "last" || end == "first", let base = node.parts.first {
      return noteOnEnd(end, text, of: base)
    }
    // Where the value comes from says what to do about a name.
    if let name = node.name, case .declared("let", _, nil) = declaration(of: name)?.kind,
      let value = declaration(of: name)?.parts.first, case .member(let end) = value.kind,
      end == "last" || end == "first",
      let base = value.parts.first, let valueText = self.text(value)
    {
      return noteOnEnd(end, valueText, of: base)
    }
    if case .call = node.kind {
      return "\(text) may be nil, since a list may be empty: where there surely is a value, write \(text)!."
        .when(["max", "min", "randomElement"].contains(node.calledName))
    }
    guard node.name != nil || node.isMember else { return nil }
    let name = node.name ?? text
    if type == "Matrix", node.name != nil, let owner = function?.node.chain.lazy.compactMap(\.typeName).first,
      file.lines.contains(where: { $0.contains("class \(owner): Layer") })
    {
      return
        "\(text) may be nil, that is, hold nothing: kept(\(text)) is the matrix, and stops the program if there is none."
    }
    let without = ["Int": "0", "Double": "0"][type].map { "\(text) ?? \($0)" } ?? "\(text) ?? …"
    let asks = node.name == nil ? "if let value = \(text) { … }" : "if let \(name) { … }"
    return
      "\(text) may be nil, that is, hold nothing: use it inside `\(asks)`, or say what else counts, as in (\(without))."
  }

  private func noteOnEnd(_ end: String, _ text: String, of base: SourceNode) -> String {
    var ways = "where the list surely is not empty, write \(text)!."
    if end == "last", case .member("activations") = base.kind, let cache = base.parts.first,
      type(of: cache) == "ForwardCache",
      let cacheText = self.text(cache)
    {
      ways = "\(cacheText).probabilities is the last activation, or write \(text)!."
    }
    return "\(end) may be nil, since a list may be empty: " + ways
  }
}

extension String {
  fileprivate func when(_ condition: Bool) -> String? { condition ? self : nil }
}

extension SourceNode {
  /// The name of the type that it declares.
  fileprivate var typeName: String? {
    if case .type(let name) = kind { name } else { nil }
  }

  fileprivate var isMember: Bool {
    if case .member = kind { true } else { false }
  }
}
