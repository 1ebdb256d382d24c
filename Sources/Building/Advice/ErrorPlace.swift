/// An error of the compiler with the source that it is about.
struct ErrorPlace {
  let message: String
  let line: Int
  let column: Int
  let file: SourceFile
  /// The piece of source at which the compiler points; nil if there is none that can be read.
  let node: SourceNode?
  let types: SourceTypes

  init(_ message: String, line: Int, column: Int, in file: SourceFile) {
    // Where a type has two names, the second is the plain one.
    self.message = message.replacing(/'[^']*' \(aka '([^']*)'\)/) { "'\($0.1)'" }
    self.line = line
    self.column = column
    self.file = file
    node = file.node(line: line, column: column)
    types = SourceTypes(file: file)
  }

  /// The words of the line.
  var tokens: [SourceToken] { file.tokens.filter { $0.line == line } }

  /// The word at which the compiler points.
  var token: SourceToken? { file.token(line: line, column: column) }

  /// Whether the compiler points at these words, one behind the other.
  func begins(with words: String...) -> Bool {
    guard let token, let index = file.tokens.firstIndex(of: token) else { return false }
    return file.tokens[index...].prefix(words.count).map(\.text) == words
  }

  func type(of node: SourceNode) -> String? { types.type(of: node) }

  /// The source of a piece; nil if it is too long to stand in a sentence.
  func text(_ node: SourceNode, limit: Int = 60) -> String? {
    let text = file.text(node)
    return text.count <= limit ? text : nil
  }

  /// The function in which the error is.
  var function: (node: SourceNode, head: FunctionHead)? {
    guard let node = file.function(around: line), case .function(let head) = node.kind else { return nil }
    return (node, head)
  }

  /// The innermost call that a piece is an argument of; nil if a brace or a statement lies between.
  func call(around node: SourceNode) -> SourceNode? {
    for outer in node.chain.dropFirst() {
      switch outer.kind {
      case .call: return outer.parts[0] === node ? nil : outer
      case .binary, .group, .prefix, .ternary, .member, .element, .postfix, .list: continue
      default: return nil
      }
    }
    return nil
  }

  /// What the parser knows of a name: the statement that declares it here.
  func declaration(of name: String) -> SourceNode? {
    let place = node ?? file.nodes.last { $0.first.line == line && $0.parent != nil } ?? file.function(around: line)
    return place.flatMap { types.declaration(of: name, at: $0) }
  }

  /// A call with other words before its arguments.
  func call(_ call: SourceNode, labels: [String?], order: [Int]? = nil) -> String? {
    let arguments = Array(call.parts.dropFirst())
    guard arguments.count == labels.count, !arguments.contains(where: \.isClosure), let callee = text(call.parts[0])
    else { return nil }
    let texts = zip(labels, arguments).map { label, argument in
      (label.map { $0 + ": " } ?? "") + (text(argument) ?? "…")
    }
    return "\(callee)(\((order ?? Array(texts.indices)).map { texts[$0] }.joined(separator: ", ")))"
  }
}

extension SourceNode {
  /// Whether it is braces that are an argument.
  var isClosure: Bool {
    if case .closure = kind { true } else { false }
  }
}
