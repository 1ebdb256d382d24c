import Course

// The edits of what stands inside a statement.
extension SwiftText {
  func expressionEdits(_ names: Edit.Names) -> [Edit] {
    tokens.indices.flatMap { index -> [Edit] in
      switch tokens[index].kind {
      case .symbol: symbolEdits(index)
      case .number: numberEdits(index)
      case .name: nameEdits(index, names)
      case .opening: bracketEdits(index)
      default: []
      }
    } + conditionEdits
  }

  private static let families: [[String]] = [
    ["+", "-", "*", "/"], ["<", "<=", ">", ">=", "==", "!="], ["&&", "||"], ["..<", "..."],
    ["=", "+=", "-=", "*=", "/="],
  ]

  private func symbolEdits(_ index: Int) -> [Edit] {
    let token = tokens[index]
    if token.text == "?" { return branchEdits(index) }
    if isPrefix(index) {
      if token.text == "&" { return [] }
      return [Edit(.sign, token.range, "")]
    }
    guard isBinary(index) else { return [] }
    var edits = Self.families.filter { $0.contains(token.text) }.joined().map { Edit(.operator, token.range, $0) }
    let isAssignment = token.text.hasSuffix("=") && !["<=", ">=", "==", "!="].contains(token.text)
    if !isAssignment, let left = operand(endingWith: index - 1), let right = operand(beginningWith: index + 1) {
      let whole = places(ofTokens: left.lowerBound..<right.upperBound)
      let (one, other) = (text(ofTokens: left), text(ofTokens: right))
      // A sum and a product are the same either way.
      if !["+", "*"].contains(token.text) {
        edits.append(Edit(.operands, whole, "\(other)\(text(between: left, and: right))\(one)"))
      }
      edits += [Edit(.operand, whole, one), Edit(.operand, whole, other)]
    }
    if ["..<", "..."].contains(token.text) {
      for bound in [operand(endingWith: index - 1), operand(beginningWith: index + 1)].compactMap({ $0 }) {
        edits += shifted(bound, .bound)
      }
    }
    return edits
  }

  /// What stands between two operands: the operator with its spaces.
  private func text(between left: Range<Int>, and right: Range<Int>) -> String {
    text(tokens[left.upperBound - 1].range.upperBound..<tokens[right.lowerBound].range.lowerBound)
  }

  /// One more and one less.
  private func shifted(_ operand: Range<Int>, _ kind: Edit.Kind) -> [Edit] {
    let text = text(ofTokens: operand)
    return ["(\(text) + 1)", "(\(text) - 1)"].map { Edit(kind, places(ofTokens: operand), $0) }
  }

  /// The two values of `condition ? one : other`.
  private func branchEdits(_ index: Int) -> [Edit] {
    guard let one = operand(beginningWith: index + 1), tokens.indices.contains(one.upperBound),
      tokens[one.upperBound].kind == .colon, let other = operand(beginningWith: one.upperBound + 1)
    else { return [] }
    let (first, second) = (text(ofTokens: one), text(ofTokens: other))
    let whole = places(ofTokens: one.lowerBound..<other.upperBound)
    return [(second, first), (first, first), (second, second)].map { Edit(.branches, whole, "\($0.0) : \($0.1)") }
  }

  private func numberEdits(_ index: Int) -> [Edit] {
    let token = tokens[index]
    if token.text == "0" { return ["1", "2", "(-1)", "0.5"].map { Edit(.constant, token.range, $0) } }
    let others =
      ["0", "1", "2", "(-1)", "0.5", "0.25", "3"] + [
        "(\(token.text) + 1)", "(\(token.text) * 10)", "(\(token.text) / 10)",
      ]
    return others.map { Edit(.constant, token.range, $0) }
  }

  private func nameEdits(_ index: Int, _ names: Edit.Names) -> [Edit] {
    let token = tokens[index]
    if token.text == "true" || token.text == "false" {
      return [Edit(.constant, token.range, token.text == "true" ? "false" : "true")]
    }
    guard !token.isKeyword, index == 0 || !["let", "var", "for", "func"].contains(tokens[index - 1].text) else {
      return []
    }
    if index > 0, tokens[index - 1].kind == .dot {
      return names.members.sorted().map { Edit(.member, token.range, $0) } + memberDropped(index)
    }
    if index + 1 < tokens.count, tokens[index + 1].kind == .colon {
      return names.labels.sorted().map { Edit(.label, token.range, $0) }
    }
    var edits = names.free.sorted().map { Edit(.name, token.range, $0) }
    if let operand = operand(beginningWith: index), operand.lowerBound == index {
      let text = text(ofTokens: operand)
      edits.append(Edit(.sign, places(ofTokens: operand), "(-\(text))"))
      edits.append(Edit(.precision, places(ofTokens: operand), "Double(Float(\(text)))"))
      if index + 1 < tokens.count, tokens[index + 1].text == "(", tokens[index].touches(tokens[index + 1]) {
        // The call gives way to one of its arguments.
        edits += arguments(in: index + 1).map { Edit(.operand, places(ofTokens: operand), self.text(ofTokens: $0)) }
      }
    }
    return edits
  }

  /// The member taken away from what it is looked up on, with its arguments.
  private func memberDropped(_ index: Int) -> [Edit] {
    var end = index + 1
    if end < tokens.count, tokens[end].kind == .opening, tokens[end].text != "{", tokens[index].touches(tokens[end]) {
      end = (counterparts[end] ?? end) + 1
    }
    return index > 1 ? [Edit(.member, places(ofTokens: (index - 1)..<end), "")] : []
  }

  private func bracketEdits(_ index: Int) -> [Edit] {
    guard let closing = counterparts[index], closing > index + 1 else { return [] }
    let touchesName =
      index > 0 && tokens[index - 1].touches(tokens[index]) && [.name, .closing].contains(tokens[index - 1].kind)
    var edits: [Edit] = []
    let inner = arguments(in: index)
    if tokens[index].text == "(", !touchesName {
      edits.append(Edit(.brackets, places(ofTokens: index..<(closing + 1)), text(ofTokens: (index + 1)..<closing)))
    }
    if tokens[index].text == "[", touchesName { edits += inner.flatMap { shifted($0, .index) } }
    for (place, one) in inner.enumerated() {
      for other in inner[(place + 1)...] {
        let whole = places(ofTokens: one.lowerBound..<other.upperBound)
        let between = text(tokens[one.upperBound - 1].range.upperBound..<tokens[other.lowerBound].range.lowerBound)
        edits.append(Edit(.argument, whole, text(ofTokens: other) + between + text(ofTokens: one)))
        edits.append(Edit(.argument, places(ofTokens: one), text(ofTokens: other)))
        edits.append(Edit(.argument, places(ofTokens: other), text(ofTokens: one)))
      }
    }
    return edits
  }

  /// The conditions of `if`, turned round or settled.
  private var conditionEdits: [Edit] {
    tokens.indices.filter { ["if", "while", "where"].contains(tokens[$0].text) }.flatMap { index -> [Edit] in
      guard let brace = tokens[index...].firstIndex(where: { $0.text == "{" }), brace > index + 1 else { return [] }
      let condition = (index + 1)..<brace
      return ["!(\(text(ofTokens: condition)))", "true", "false"].map {
        Edit(.condition, places(ofTokens: condition), $0)
      }
    }
  }
}
