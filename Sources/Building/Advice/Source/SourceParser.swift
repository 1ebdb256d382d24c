/// Reads tokens as declarations and statements; what is no Swift is skipped.
struct SourceParser {
  private let tokens: [SourceToken]
  private(set) var index = 0
  /// Whether a brace may follow an expression as its last argument: behind `if` it opens the block.
  var takesClosures = true

  init(_ tokens: [SourceToken]) { self.tokens = tokens }

  /// The token that comes next.
  var next: SourceToken? { index < tokens.count ? tokens[index] : nil }
  var previous: SourceToken { tokens[max(0, index - 1)] }
  func token(after count: Int) -> SourceToken? { index + count < tokens.count ? tokens[index + count] : nil }
  mutating func skip() { index += 1 }

  /// Takes the next token if it reads so.
  mutating func take(_ text: String) -> SourceToken? {
    guard let next, next.text == text, next.kind != .text else { return nil }
    index += 1
    return next
  }

  /// The whole file.
  mutating func file() -> SourceNode? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    var parts: [SourceNode] = []
    while next != nil {
      parts += statements()
      // A brace too many.
      skip()
    }
    return SourceNode(.file, parts, from: first, to: last)
  }

  /// The statements up to a closing bracket, which stays.
  mutating func statements() -> [SourceNode] {
    var found: [SourceNode] = []
    while let next, !["}", ")", "]"].contains(next.text) {
      let start = index
      if let statement = statement() { found.append(statement) }
      if index == start { skip() }
    }
    return found
  }

  private mutating func statement() -> SourceNode? {
    guard let first = next else { return nil }
    switch first.text {
    case "let", "var": return declaration(first)
    case "func", "init", "subscript": return function(first)
    case "struct", "class", "enum", "extension", "protocol":
      guard let name = token(after: 1), name.kind == .name, name.text != "func", name.text != "var" else {
        skip()
        return nil
      }
      while let next, next.text != "{" { skip() }
      let body = block()
      return SourceNode(.type(name.text), body.map { [$0] } ?? [], from: first, to: previous)
    case "return":
      skip()
      guard let next, next.line == first.line || next.kind != .name, !["}", "case", "default"].contains(next.text),
        let value = assignment()
      else { return SourceNode(.returned, from: first, to: first) }
      return SourceNode(.returned, [value], from: first, to: previous)
    case "for": return loop(first)
    case "if", "while", "guard", "switch": return condition(first)
    case "{": return block()
    case "case", "default":
      // The patterns of a switch, or the cases of an enum.
      while let next, next.text != ":", next.line == first.line { skip() }
      _ = take(":")
      return nil
    case "else", "import", "do", "repeat", "public", "private", "mutating", "override", "final", "static", "open",
      "internal", "fileprivate", "convenience", "consuming", "@", ";", "break", "continue", "in":
      skip()
      return nil
    default: return assignment()
    }
  }

  /// `{ … }`; nil if no brace comes next.
  mutating func block() -> SourceNode? {
    guard let first = take("{") else { return nil }
    let wasTaking = takesClosures
    takesClosures = true
    let parts = statements()
    takesClosures = wasTaking
    return SourceNode(.block, parts, from: first, to: take("}") ?? previous)
  }

  private mutating func declaration(_ first: SourceToken) -> SourceNode? {
    let isCondition = !takesClosures
    skip()
    var names: [String] = []
    if take("(") != nil {
      while let next, next.text != ")" {
        if next.kind == .name { names.append(next.text) }
        skip()
      }
      _ = take(")")
    } else if let next, next.kind == .name {
      names.append(next.text)
      skip()
    }
    var type: String?
    if take(":") != nil { type = self.type() }
    var parts: [SourceNode] = []
    if take("=") != nil, let value = expression() { parts.append(value) }
    if !isCondition, next?.text == "{", let body = block() { parts.append(body) }
    if isCondition, let name = names.first { return SourceNode(.unwrapped(name), parts, from: first, to: previous) }
    return SourceNode(.declared(first.text, names, type), parts, from: first, to: previous)
  }

  private mutating func loop(_ first: SourceToken) -> SourceNode? {
    skip()
    var names: [String] = []
    while let next, next.text != "in", next.text != "{" {
      if next.kind == .name { names.append(next.text) }
      skip()
    }
    _ = take("in")
    takesClosures = false
    var parts = expression().map { [$0] } ?? []
    if take("where") != nil { parts += expression().map { [$0] } ?? [] }
    takesClosures = true
    if let body = block() { parts.append(body) }
    return SourceNode(.loop(names), parts, from: first, to: previous)
  }

  private mutating func condition(_ first: SourceToken) -> SourceNode? {
    skip()
    takesClosures = false
    var parts: [SourceNode] = []
    while let next, next.text != "{", next.text != "else", next.text != "}" {
      let start = index
      if next.text == "let" || next.text == "var" {
        parts += declaration(next).map { [$0] } ?? []
      } else {
        parts += assignment().map { [$0] } ?? []
      }
      if take(",") == nil, index == start { break }
    }
    takesClosures = true
    _ = first.text == "guard" ? take("else") : nil
    if let body = block() { parts.append(body) }
    while first.text == "if", take("else") != nil {
      if let next, next.text == "if" {
        if let other = condition(next) { parts.append(other) }
      } else if let body = block() {
        parts.append(body)
      }
    }
    return SourceNode(.condition(first.text), parts, from: first, to: previous)
  }

  private mutating func function(_ first: SourceToken) -> SourceNode? {
    let isMutating = (1...4).contains {
      index >= $0 && tokens[index - $0].text == "mutating" && tokens[index - $0].line == first.line
    }
    skip()
    var head = FunctionHead(name: first.text, parameters: [], isMutating: isMutating)
    var anchor = first
    if first.text == "func", let name = next {
      head = FunctionHead(name: name.text, parameters: [], isMutating: isMutating)
      anchor = name
      skip()
    }
    if take("(") != nil { head.parameters = parameters() }
    while let next, next.text != "{", next.text != "->", next.text != "}", next.text != "func" { skip() }
    if take("->") != nil { head.result = type() }
    let body = block()
    return SourceNode(.function(head), body.map { [$0] } ?? [], from: first, to: previous, anchor: anchor)
  }

  private mutating func parameters() -> [FunctionHead.Parameter] {
    var found: [FunctionHead.Parameter] = []
    while let next, next.text != ")" {
      var names: [String] = []
      while let next = self.next, next.text != ":", next.text != ")" {
        names.append(next.text)
        skip()
      }
      guard take(":") != nil, let name = names.last else { break }
      let type = self.type()
      let hasDefault = take("=") != nil
      if hasDefault { _ = expression() }
      let label = names[0] == "_" ? nil : names[0]
      found.append(FunctionHead.Parameter(label: label, name: name, type: type, hasDefault: hasDefault))
      if take(",") == nil { break }
    }
    _ = take(")")
    return found
  }

  /// A type, up to what ends it.
  private mutating func type() -> String {
    var text = ""
    var depth = 0
    while let next {
      if depth == 0, [",", ")", "=", "{", "}"].contains(next.text) { break }
      if depth == 0, let last = text.last, next.line != previous.line, last != ">" { break }
      if "([<".contains(next.text) { depth += 1 }
      if ")]>".contains(next.text) { depth -= 1 }
      let needsSpace = ["some", "inout", "any", "->", ",", ":"].contains(previous.text) || next.text == "->"
      text += (needsSpace && !text.isEmpty ? " " : "") + next.text
      skip()
    }
    return text
  }
}
