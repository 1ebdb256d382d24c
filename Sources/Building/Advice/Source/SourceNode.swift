/// A piece of a lesson's source with its parts: an expression, a statement or a declaration.
///
/// It knows as much of Swift as the notes below a compiler's error need, and no type but what can be read from the text.
final class SourceNode {
  enum Kind: Equatable {
    case name(String), number(String), text
    /// `base.name`; without a base `.name`.
    case member(String)
    /// A function and its arguments.
    case call
    /// A base and its indices.
    case element
    case prefix(String), postfix(String), binary(String), ternary
    /// What stands in round brackets, and in square ones.
    case group, list
    /// Braces that are an argument, with the names before their `in`.
    case closure([String])
    /// Braces that hold statements.
    case block
    case returned
    /// `let` and `var`: the word, the names and the type that is written.
    case declared(String, [String], String?)
    /// `if let` and `guard let`.
    case unwrapped(String)
    case loop([String])
    case condition(String)
    case function(FunctionHead)
    case type(String)
    case file
  }

  let kind: Kind
  /// The parts, in the order of the text.
  let parts: [SourceNode]
  /// The words before the colon of a call's arguments.
  let labels: [String?]
  /// The first and the last token.
  let first: SourceToken
  let last: SourceToken
  /// The token at which the compiler places what it says of this.
  let anchor: SourceToken
  private(set) weak var parent: SourceNode?

  init(
    _ kind: Kind, _ parts: [SourceNode] = [], labels: [String?] = [], from first: SourceToken, to last: SourceToken,
    anchor: SourceToken? = nil
  ) {
    self.kind = kind
    self.parts = parts
    self.labels = labels
    self.first = first
    self.last = last
    self.anchor = anchor ?? first
    for part in parts { part.parent = self }
  }

  /// This and all that stands around it, the innermost first.
  var chain: [SourceNode] {
    var chain = [self]
    while let parent = chain.last?.parent { chain.append(parent) }
    return chain
  }

  /// This and all its parts.
  var all: [SourceNode] { [self] + parts.flatMap(\.all) }

  /// The name, if it is one.
  var name: String? {
    if case .name(let name) = kind { name } else { nil }
  }

  /// The function that a call names, without what stands before its point.
  var calledName: String? {
    guard kind == .call, let callee = parts.first else { return nil }
    if case .member(let name) = callee.kind { return name }
    return callee.name
  }

  /// The operator between two operands.
  var operation: String? {
    if case .binary(let operation) = kind { operation } else { nil }
  }

  /// What stands in round brackets alone, without them.
  var bare: SourceNode { kind == .group && parts.count == 1 ? parts[0].bare : self }

  /// Whether it is a number without a point.
  var isWholeLiteral: Bool {
    switch bare.kind {
    case .number(let text): !text.contains { ".eE".contains($0) }
    case .prefix("-"): bare.parts[0].isWholeLiteral
    default: false
    }
  }

  /// Whether it is a number as it is written in the source.
  var isLiteral: Bool {
    switch bare.kind {
    case .number: true
    case .prefix("-"): bare.parts[0].isLiteral
    default: false
    }
  }
}

/// How a function is declared.
struct FunctionHead: Equatable {
  /// One of its parameters.
  struct Parameter: Equatable {
    /// The word that a call writes before it; nil for none.
    let label: String?
    let name: String
    let type: String
    let hasDefault: Bool

    var isInout: Bool { type.hasPrefix("inout ") }
  }

  let name: String
  var parameters: [Parameter]
  /// The type of what it returns; nil for nothing.
  var result: String?
  var isMutating = false
  /// Whether it belongs to a type, so that it is called behind a point.
  var isMember = false

  /// The parameters that a call must write.
  var needed: [Parameter] { parameters.filter { !$0.hasDefault } }
}
