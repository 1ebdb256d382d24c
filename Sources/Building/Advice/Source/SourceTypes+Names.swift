extension SourceTypes {
  /// The type of a name where it stands: that of the nearest declaration before it.
  func type(ofName name: String, at place: SourceNode) -> String? {
    guard let deeper, let found = declaration(of: name, at: place) else { return nil }
    switch found.kind {
    case .function(let head):
      return head.parameters.first { $0.name == name }.map { $0.type.replacing("inout ", with: "") }
    case .closure(let names): return deeper.type(inBraces: found, name, names)
    case .loop(let names): return deeper.type(inLoop: found, name, names)
    case .unwrapped:
      guard let value = found.parts.first else {
        return found.parent.flatMap { deeper.type(ofName: name, at: $0) }?.unwrapped
      }
      return deeper.type(of: value)?.unwrapped
    default: return deeper.declared(name, by: found)
    }
  }

  /// The same, one declaration further; nil where it leads nowhere.
  var deeper: SourceTypes? { depth < 12 ? SourceTypes(file: file, depth: depth + 1) : nil }

  /// What declares a name: a statement, a loop, braces, or the function that is given it.
  func declaration(of name: String, at place: SourceNode) -> SourceNode? {
    for (inner, outer) in zip(place.chain, place.chain.dropFirst()) {
      switch outer.kind {
      case .block, .closure:
        let before = outer.parts.prefix { $0 !== inner }
        // What stands behind its brace is not reached by a condition's own names.
        if let found = before.last(where: { $0.declares(name) }) { return found }
        if let found = before.last(where: { $0.leaves(name) })?.parts.first(where: { $0.kind == .unwrapped(name) }) {
          return found
        }
        if case .closure(let names) = outer.kind, names.contains(name) || names.isEmpty && name.hasPrefix("$") {
          return outer
        }
      case .loop(let names) where inner !== outer.parts.first && names.contains(name): return outer
      case .condition:
        if let found = outer.parts.prefix(while: { $0 !== inner }).last(where: { $0.kind == .unwrapped(name) }) {
          return found
        }
      case .function(let head) where head.parameters.contains { $0.name == name }: return outer
      case .type, .file:
        let members = outer.parts.flatMap { $0.kind == .block ? $0.parts : [$0] }
        if let found = members.first(where: { $0.declares(name) }) { return found }
      default: break
      }
    }
    return nil
  }

  /// The type that a statement gives a name; nil if it declares another one.
  func declared(_ name: String, by statement: SourceNode) -> String? {
    guard case .declared(_, let names, let type) = statement.kind, names.contains(name) else { return nil }
    if let type { return type }
    guard let value = statement.parts.first, value.kind != .block else { return nil }
    if names.count == 1 { return self.type(of: value) }
    let parts: [String?]
    if value.kind == .group, value.parts.count == names.count {
      parts = value.parts.map { self.type(of: $0) }
    } else if let tuple = self.type(of: value), tuple.hasPrefix("(") {
      parts = tuple.dropFirst().dropLast().split(separator: ",").map { part in
        part.split(separator: ":").last.map { $0.filter { $0 != " " } }
      }
    } else {
      return nil
    }
    return names.firstIndex(of: name).flatMap { $0 < parts.count ? parts[$0] : nil }
  }

  /// What `map` hands to its braces.
  private func type(inBraces braces: SourceNode, _ name: String, _ names: [String]) -> String? {
    guard let call = braces.parent, let callee = call.parts.first, case .member(let function) = callee.kind,
      let base = callee.parts.first, let type = type(of: base)
    else { return nil }
    let isFirst = names.isEmpty ? name == "$0" : names.first == name && names.count == 1
    switch function {
    case "map" where type == "Matrix" && isFirst: return "Double"
    case "map", "forEach", "filter", "flatMap", "allSatisfy", "contains": return isFirst ? type.element : nil
    case "reduce": return type.element
    default: return nil
    }
  }

  /// What a loop runs through.
  private func type(inLoop loop: SourceNode, _ name: String, _ names: [String]) -> String? {
    guard let sequence = loop.parts.first else { return nil }
    if sequence.calledName == "stride" {
      return sequence.parts.dropFirst().allSatisfy { type(of: $0) == "Int" } ? "Int" : nil
    }
    if sequence.calledName == "enumerated", names.count == 2, let base = sequence.parts[0].parts.first {
      return name == names[0] ? "Int" : type(of: base)?.element
    }
    if sequence.calledName == "reversed", let base = sequence.parts[0].parts.first, names.count == 1 {
      return type(of: base).flatMap { $0 == "Range<Int>" ? "Int" : $0.element }
    }
    guard names.count == 1, let type = type(of: sequence) else { return nil }
    return type == "Range<Int>" ? "Int" : type.element
  }
}

extension SourceNode {
  /// Whether it is a statement that declares the name.
  func declares(_ name: String) -> Bool {
    if case .declared(_, let names, _) = kind { names.contains(name) } else { false }
  }

  /// Whether it is a guard whose name holds below it.
  fileprivate func leaves(_ name: String) -> Bool {
    kind == .condition("guard") && parts.contains { $0.kind == .unwrapped(name) }
  }
}
