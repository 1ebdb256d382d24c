/// The text of a function's body with its tokens: as much of Swift's grammar as random edits need.
///
/// It reads bodies as swift-format leaves them: binary operators with a space on both sides, a statement on lines of its own.
struct SwiftText {
  let characters: [Character]
  let tokens: [Token]
  /// For each bracket, by its token's index, the index of its counterpart.
  let counterparts: [Int: Int]

  init(_ text: String) {
    characters = Array(text)
    tokens = Token.all(in: characters)
    var open: [Int] = []
    var counterparts: [Int: Int] = [:]
    for (index, token) in tokens.enumerated() {
      if token.kind == .opening { open.append(index) }
      if token.kind == .closing, let start = open.popLast() {
        (counterparts[start], counterparts[index]) = (index, start)
      }
    }
    self.counterparts = counterparts
  }

  var text: String { String(characters) }

  /// The text from one place to another.
  func text(_ range: Range<Int>) -> String { String(characters[range]) }

  /// The text of some tokens, and what stands between them.
  func text(ofTokens range: Range<Int>) -> String { text(places(ofTokens: range)) }

  /// Where some tokens stand.
  func places(ofTokens range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }

  /// The same text with something else in one place.
  func replacing(_ range: Range<Int>, with replacement: String) -> String {
    String(characters[..<range.lowerBound]) + replacement + String(characters[range.upperBound...])
  }
}

// Operands: a name, a number or brackets, with what is called and looked up on it.
extension SwiftText {
  /// The tokens of the operand that ends with a token.
  func operand(endingWith last: Int) -> Range<Int>? {
    var first = last
    if tokens[last].kind == .closing {
      guard let start = counterparts[last] else { return nil }
      first = start
    } else if ![.name, .number].contains(tokens[last].kind) {
      return nil
    }
    while first > 0 {
      let before = tokens[first - 1]
      if before.kind == .dot, first > 1, before.touches(tokens[first]) {
        first -= 2
      } else if tokens[first].kind == .opening, before.touches(tokens[first]), before.kind == .name {
        first -= 1
      } else if before.kind == .closing, before.touches(tokens[first]), let start = counterparts[first - 1] {
        first = start
      } else {
        break
      }
      if tokens[first].kind == .closing, let start = counterparts[first] { first = start }
    }
    if first > 0, isPrefix(first - 1) { first -= 1 }
    return first..<(last + 1)
  }

  /// The tokens of the operand that begins with a token.
  func operand(beginningWith first: Int) -> Range<Int>? {
    var next = first
    if tokens.indices.contains(next), isPrefix(next) { next += 1 }
    guard tokens.indices.contains(next) else { return nil }
    if tokens[next].kind == .opening {
      guard let end = counterparts[next] else { return nil }
      next = end + 1
    } else if [.name, .number].contains(tokens[next].kind), !tokens[next].isKeyword {
      next += 1
    } else {
      return nil
    }
    while next < tokens.count {
      let token = tokens[next]
      if token.kind == .opening, token.text != "{", tokens[next - 1].touches(token), let end = counterparts[next] {
        next = end + 1
      } else if token.kind == .dot, next + 1 < tokens.count, tokens[next - 1].touches(token) {
        next += 2
      } else if token.text == "{", let end = counterparts[next], isOnOneLine(next..<(end + 1)) {
        next = end + 1
      } else {
        break
      }
    }
    return first..<next
  }

  func isOnOneLine(_ range: Range<Int>) -> Bool { !characters[places(ofTokens: range)].contains("\n") }

  /// Whether a token is an operator with an operand on either side.
  func isBinary(_ index: Int) -> Bool {
    guard tokens[index].kind == .symbol, index > 0, index + 1 < tokens.count else { return false }
    return tokens[index - 1].touches(tokens[index]) == tokens[index].touches(tokens[index + 1])
      && [.name, .number, .closing].contains(tokens[index - 1].kind) && !tokens[index - 1].isKeyword
  }

  /// Whether a token is an operator that stands directly before its operand: the minus of −z.
  func isPrefix(_ index: Int) -> Bool {
    tokens[index].kind == .symbol && !isBinary(index) && index + 1 < tokens.count
      && tokens[index].touches(tokens[index + 1])
  }

  /// The arguments of a call, or the elements of a list or a subscript, without their labels.
  ///
  /// - Parameter opening: the bracket's token.
  func arguments(in opening: Int) -> [Range<Int>] {
    guard let closing = counterparts[opening], tokens[opening].text != "{", closing > opening + 1 else { return [] }
    var result: [Range<Int>] = []
    var (start, index) = (opening + 1, opening + 1)
    while index <= closing {
      if index == closing || tokens[index].kind == .comma {
        if start < index { result.append(start..<index) }
        start = index + 1
      } else if tokens[index].kind == .colon, start == index - 1 {
        start = index + 1
      } else if tokens[index].kind == .opening, let end = counterparts[index] {
        index = end
      }
      index += 1
    }
    return result
  }
}
