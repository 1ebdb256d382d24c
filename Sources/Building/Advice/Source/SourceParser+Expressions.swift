extension SourceParser {
  private static let assignments: Set = ["=", "+=", "-=", "*=", "/=", "%="]

  /// How tightly an operator binds; nil for what is none.
  ///
  /// A power binds as a student means it, not as Swift's `^` does.
  private static func strength(of operation: String) -> Int? {
    switch operation {
    case "||": 2
    case "&&": 3
    case "==", "!=", "<", ">", "<=", ">=": 4
    case "??": 5
    case "..<", "...": 6
    case "+", "-", "|": 7
    case "*", "/", "%", "&", "@": 8
    case "^", "**": 10
    default: nil
    }
  }

  /// An expression, or a value that is given to what stands on the left.
  mutating func assignment() -> SourceNode? {
    guard let left = expression() else { return nil }
    guard let sign = next, Self.assignments.contains(sign.text) else { return left }
    skip()
    guard let right = expression() else { return left }
    return SourceNode(.binary(sign.text), [left, right], from: left.first, to: right.last, anchor: sign)
  }

  mutating func expression() -> SourceNode? {
    guard let condition = operation(above: 1) else { return nil }
    guard let mark = next, mark.text == "?", mark.kind == .symbol else { return condition }
    let start = self
    skip()
    if let first = expression(), take(":") != nil, let second = expression() {
      return SourceNode(.ternary, [condition, first, second], from: condition.first, to: second.last, anchor: mark)
    }
    self = start
    skip()
    return condition
  }

  /// Operands with the operators between them that bind more tightly than a bound.
  private mutating func operation(above bound: Int) -> SourceNode? {
    guard var left = prefixed() else { return nil }
    while let sign = next, sign.kind == .symbol, let strength = Self.strength(of: sign.text), strength > bound {
      // In Swift a sign with a space before and none behind belongs to what follows; on a line of its own it begins anew.
      if sign.line != left.last.line, sign.isSpaced.before, !sign.isSpaced.after { break }
      let start = self
      skip()
      guard let right = operation(above: strength) else {
        self = start
        break
      }
      left = SourceNode(.binary(sign.text), [left, right], from: left.first, to: right.last, anchor: sign)
    }
    return left
  }

  private mutating func prefixed() -> SourceNode? {
    guard let sign = next else { return nil }
    if sign.kind == .symbol, ["-", "+", "!", "&"].contains(sign.text) {
      skip()
      guard let operand = prefixed() else { return nil }
      return SourceNode(.prefix(sign.text), [operand], from: sign, to: operand.last)
    }
    guard let first = primary() else { return nil }
    return suffixed(first)
  }

  private mutating func primary() -> SourceNode? {
    guard let first = next else { return nil }
    switch first.kind {
    case .number:
      skip()
      return SourceNode(.number(first.text), from: first, to: first)
    case .text:
      skip()
      return SourceNode(.text, from: first, to: first)
    case .name:
      if ["else", "in", "case", "default", "return", "let", "var", "func", "for", "where"].contains(first.text) {
        return nil
      }
      skip()
      return SourceNode(.name(first.text), from: first, to: first)
    case .symbol: break
    }
    switch first.text {
    case "(", "[":
      let (parts, labels, last) = arguments(closing: first.text == "(" ? ")" : "]")
      return SourceNode(first.text == "(" ? .group : .list, parts, labels: labels, from: first, to: last)
    case "{": return takesClosures ? closure() : nil
    case ".":
      guard let name = token(after: 1), name.kind == .name else { return nil }
      skip()
      skip()
      return SourceNode(.member(name.text), from: first, to: name, anchor: name)
    default: return nil
    }
  }

  /// What follows an expression without a space: members, arguments, indices.
  private mutating func suffixed(_ first: SourceNode) -> SourceNode {
    var node = first
    while let sign = next {
      let touches =
        sign.line == node.last.line && !sign.isSpaced.before
        || sign.range.lowerBound == node.last.range.upperBound && sign.line == node.last.line
      if sign.text == ".", let name = token(after: 1), name.kind == .name || name.kind == .number {
        skip()
        skip()
        node = SourceNode(.member(name.text), [node], from: node.first, to: name, anchor: name)
      } else if sign.text == "(", touches {
        let (parts, labels, last) = arguments(closing: ")")
        node = SourceNode(.call, [node] + parts, labels: labels, from: node.first, to: last, anchor: node.anchor)
      } else if sign.text == "[", touches {
        let (parts, labels, last) = arguments(closing: "]")
        node = SourceNode(.element, [node] + parts, labels: labels, from: node.first, to: last, anchor: sign)
      } else if sign.text == "!" || sign.text == "?", touches, sign.range.lowerBound == node.last.range.upperBound {
        skip()
        node = SourceNode(.postfix(sign.text), [node], from: node.first, to: sign, anchor: node.anchor)
      } else if sign.text == "{", takesClosures, node.canTakeBraces, sign.line == node.last.line, let braces = closure()
      {
        let isCall = node.kind == .call
        let arguments = isCall ? Array(node.parts.dropFirst()) : []
        let callee = isCall ? node.parts[0] : node
        node = SourceNode(
          .call, [callee] + arguments + [braces], labels: (isCall ? node.labels : []) + [nil], from: node.first,
          to: braces.last, anchor: node.anchor)
      } else {
        break
      }
    }
    return node
  }

  private mutating func arguments(closing: String) -> ([SourceNode], [String?], SourceToken) {
    skip()
    let wasTaking = takesClosures
    takesClosures = true
    defer { takesClosures = wasTaking }
    var parts: [SourceNode] = []
    var labels: [String?] = []
    while let next, next.text != closing, next.text != "}" {
      let start = index
      var label: String?
      if next.kind == .name, token(after: 1)?.text == ":" {
        label = next.text
        skip()
        skip()
      }
      if let part = expression() {
        parts.append(part)
        labels.append(label)
      } else if let sign = self.next, sign.kind == .symbol, ![closing, ",", "}"].contains(sign.text) {
        // An operator alone, as in reduce(0, +).
        skip()
        parts.append(SourceNode(.name(sign.text), from: sign, to: sign))
        labels.append(label)
      }
      _ = take(",")
      if index == start { break }
    }
    return (parts, labels, take(closing) ?? previous)
  }

  private mutating func closure() -> SourceNode? {
    guard let first = take("{") else { return nil }
    let wasTaking = takesClosures
    takesClosures = true
    defer { takesClosures = wasTaking }
    var names: [String] = []
    let start = self
    var depth = 0
    while let next, next.line == first.line, next.text != "in", next.text != "{", next.text != "}" {
      if next.text == "(" { depth += 1 }
      // A colon is followed by a type, and so is an arrow.
      if next.kind == .name, ![":", "->", "inout"].contains(previous.text) { names.append(next.text) }
      skip()
    }
    if take("in") == nil {
      self = start
      names = []
    }
    let parts = statements()
    return SourceNode(.closure(names), parts, from: first, to: take("}") ?? previous)
  }
}

extension SourceNode {
  /// Whether braces behind it can be an argument.
  fileprivate var canTakeBraces: Bool {
    switch kind {
    case .name, .member, .call: true
    default: false
    }
  }
}
