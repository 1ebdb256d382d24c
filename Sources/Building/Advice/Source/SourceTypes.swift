/// Reads the types of expressions from the source, as far as they can be known without the compiler.
struct SourceTypes {
  let file: SourceFile
  /// How many declarations have been followed: what is declared by itself has no type.
  var depth = 0

  /// The type; nil if it cannot be told.
  ///
  /// A whole number counts as an Int, which as a literal it need not stay.
  func type(of node: SourceNode) -> String? {
    switch node.kind {
    case .number: return node.isWholeLiteral ? "Int" : "Double"
    case .text: return "String"
    case .name(let name): return name == "true" || name == "false" ? "Bool" : type(ofName: name, at: node)
    case .member(let name): return node.parts.first.flatMap { type(ofMember: name, of: $0) }
    case .call: return type(ofCall: node)
    case .element: return type(ofElement: node)
    case .prefix(let sign): return sign == "!" ? "Bool" : type(of: node.parts[0])
    case .postfix: return type(of: node.parts[0]).map(\.unwrapped)
    case .binary(let operation): return type(of: node.parts[0], operation, node.parts[1])
    case .ternary: return joined(node.parts[1], node.parts[2])
    case .group: return node.parts.count == 1 ? type(of: node.parts[0]) : nil
    case .list: return node.parts.first.flatMap { type(of: $0) }.map { "[\($0)]" }
    default: return nil
    }
  }

  private func type(of left: SourceNode, _ operation: String, _ right: SourceNode) -> String? {
    switch operation {
    case "==", "!=", "<", ">", "<=", ">=", "&&", "||": "Bool"
    case "??": type(of: right)
    case "..<", "...": "Range<Int>"
    case "+", "-", "*", "/", "%": joined(left, right)
    default: nil
    }
  }

  /// The type of what two operands make: a literal takes the other's.
  private func joined(_ left: SourceNode, _ right: SourceNode) -> String? {
    let (first, second) = (type(of: left), type(of: right))
    if first == "Matrix" || second == "Matrix" { return "Matrix" }
    if first == second { return first }
    if left.isOfLiterals, !right.isOfLiterals { return second == "Int" && first == "Double" ? nil : second }
    if right.isOfLiterals, !left.isOfLiterals { return first == "Int" && second == "Double" ? nil : first }
    return left.isOfLiterals && right.isOfLiterals ? "Double" : nil
  }

  private func type(ofMember name: String, of base: SourceNode) -> String? {
    if base.name == "Double" || base.name == "Int" { return base.name }
    guard let type = type(of: base)?.unwrappedIfNeeded(base) else { return nil }
    if let element = type.element {
      switch name {
      case "count": return "Int"
      case "first", "last": return element + "?"
      case "indices": return "Range<Int>"
      case "isEmpty": return "Bool"
      default: return nil
      }
    }
    if type.hasPrefix("("), let part = type.firstMatch(of: /[(\s](\w+): ([^,)]+)/), part.1 == name[...] {
      return String(part.2)
    }
    return KitType.named(type)?.members.first { $0.text == name }?.type ?? deeper?.property(name, of: type)
  }

  /// A property that the file declares in a type.
  private func property(_ name: String, of type: String) -> String? {
    file.nodes.first { $0.kind == .type(type) }?.parts.first?.parts.lazy.compactMap { declared(name, by: $0) }.first
  }

  private func type(ofCall node: SourceNode) -> String? {
    guard let callee = node.parts.first, let name = node.calledName else { return nil }
    let arguments = node.parts.dropFirst()
    if case .member = callee.kind, let base = callee.parts.first {
      if base.name == "Matrix" { return name == "zeros" ? "Matrix" : nil }
      if name == "nextGaussian" || name == "nextUniform" { return "Double" }
      guard let type = type(of: base) else { return nil }
      if let element = type.element {
        switch name {
        case "reduce": return arguments.first.flatMap { $0.isWholeLiteral ? element : self.type(of: $0) }
        case "shuffled", "sorted", "filter": return type
        case "max", "min", "randomElement": return element + "?"
        case "contains", "allSatisfy": return "Bool"
        default: return nil
        }
      }
      if type == "Activation" { return name == "derivative" ? "Matrix" : nil }
      if type == "Double", name == "squareRoot" || name == "rounded" { return "Double" }
      return KitType.named(type)?.members.first { $0.isFunction && $0.name == name }?.type
    }
    guard case .name = callee.kind else { return nil }
    switch name {
    case "Double", "Int", "Matrix", "Parameters", "Gradients", "ForwardCache", "Dataset", "History": return name
    case "max", "min": return arguments.count == 2 ? joined(arguments[1], arguments[2]) : nil
    case "abs": return arguments.first.flatMap { type(of: $0) }
    case "Array":
      return arguments.first.flatMap {
        type(of: $0) == "Range<Int>" ? "[Int]" : type(of: $0)?.element.map { "[\($0)]" }
      }
    default: break
    }
    if let type = type(ofName: name, at: callee) { return type == "Activation" ? "Matrix" : nil }
    let own = file.functions(named: name)
    if KitType.elementary.contains(name), let argument = arguments.first {
      let type = type(of: argument)
      if type == "Double" || type == "Int" { return "Double" }
      return type == "Matrix" && !own.isEmpty ? "Matrix" : nil
    }
    let results = Set(own.map(\.result))
    return results.count == 1 ? results.first ?? nil : nil
  }

  private func type(ofElement node: SourceNode) -> String? {
    guard let type = type(of: node.parts[0]) else { return nil }
    if type == "Matrix" { return node.parts.count == 3 ? "Double" : nil }
    guard let element = type.element, node.parts.count == 2 else { return nil }
    let index = node.parts[1].operation
    return index == "..<" || index == "..." ? "ArraySlice<\(element)>" : element
  }
}

extension SourceNode {
  /// Whether it is made of numbers as they are written alone.
  var isOfLiterals: Bool {
    switch bare.kind {
    case .number: true
    case .prefix: bare.parts[0].isOfLiterals
    case .binary: bare.parts.allSatisfy(\.isOfLiterals)
    default: false
    }
  }
}

extension String {
  /// The type of a list's elements; nil for what is no list.
  var element: String? {
    for prefix in ["ArraySlice<", "Array<"] where hasPrefix(prefix) {
      return String(dropFirst(prefix.count).dropLast())
    }
    return hasPrefix("[") && hasSuffix("]") && !contains(":") ? String(dropFirst().dropLast()) : nil
  }

  /// The type without its question mark.
  var unwrapped: String { hasSuffix("?") ? String(dropLast()) : self }

  fileprivate func unwrappedIfNeeded(_ base: SourceNode) -> String {
    if case .postfix = base.kind { unwrapped } else { self }
  }
}
