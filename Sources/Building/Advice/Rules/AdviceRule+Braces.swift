/// Braces that are handed to a function such as `map`.
extension AdviceRule {
  static var braceRules: [AdviceRule] {
    [
      AdviceRule(/contextual type for closure argument list expects 1 argument, which cannot be implicitly ignored/) {
        place, _ in place.braces.flatMap { place.noteOnUnnamed($0.node) }
      },
      AdviceRule(
        /contextual closure type '\((.*)\) (?:throws )?-> .*' expects (\d) arguments?, but (\d) (?:was|were) used in closure body/
      ) {
        place, match in
        guard let braces = place.braces, let expected = Int(match.2) else { return nil }
        let hint =
          expected == 1
          ? "one name stands before `in`, or $0 alone" : "\(expected) names stand before `in`, or $0 and $1"
        guard expected <= 2 else { return nil }
        return "\(braces.function) hands \(expected == 1 ? "one value" : "two values") to its braces: \(hint)."
      },
      AdviceRule(
        /operands of type 'Matrix'|operands of type '\w+' and 'Matrix'|value of type 'Matrix' to expected argument|operand of type 'Matrix'|requires that 'Matrix' conform|no exact matches in call to global function|type 'Int' to expected argument type 'Matrix'/
      ) { place, _ in place.node.flatMap(place.noteOnWholeMatrix) },
      AdviceRule(/anonymous closure argument not contained in a closure/) { place, _ in
        guard let node = place.file.nodes.last(where: { $0.first == place.token && $0.name?.hasPrefix("$") ?? false })
        else { return nil }
        if let call = place.call(around: node), call.calledName == "map", let callee = place.text(call.parts[0]),
          let inside = place.text(from: call.parts.dropFirst())
        {
          return "\(node.name ?? "$0") stands in braces: \(callee) { \(inside) }."
        }
        return
          "\(node.name ?? "$0") is what a function such as map hands to its braces, and has a meaning only in there."
      },
      AdviceRule(
        /cannot convert value of type '(?:@Sendable )?\(Matrix\) -> Matrix' to expected argument type '\(Double\) -> Double'/
      ) {
        place, _ in
        guard let node = place.node, let text = place.text(node), let call = place.call(around: node),
          case .member("map") = call.parts[0].kind, let base = call.parts[0].parts.first.flatMap({ place.text($0) })
        else { return nil }
        return "\(text) takes a whole matrix, and map hands on single numbers: write \(text)(\(base))."
      },
    ]
  }
}

extension ErrorPlace {
  /// A whole matrix in braces that are handed single entries.
  fileprivate func noteOnWholeMatrix(_ node: SourceNode) -> String? {
    guard let braces = node.chain.first(where: \.isClosure), case .closure(let names) = braces.kind, names.count <= 1,
      let call = braces.parent, call.calledName == "map", let base = call.parts[0].parts.first,
      type(of: base) == "Matrix"
    else { return nil }
    let entry = names.first ?? "$0"
    let pieces = node.all + (node.parent?.all ?? [])
    guard let matrix = pieces.first(where: { $0.name != nil && type(of: $0) == "Matrix" })?.name else { return nil }
    return "In these braces \(entry) is one entry, and \(matrix) is still a whole matrix."
  }

  /// Braces behind `map` that do not name what they are handed.
  func noteOnUnnamed(_ braces: SourceNode) -> String? {
    guard braces.kind == .closure([]), let call = braces.parent, call.kind == .call, call.calledName == "map",
      let base = call.parts[0].parts.first, let text = text(base, limit: 30),
      !braces.all.contains(where: { $0.name?.hasPrefix("$") ?? false })
    else { return nil }
    let body = braces.parts.count == 1 ? self.text(braces.parts[0], limit: 40) : nil
    // The name that the student may have meant for it is one that stands for nothing.
    let unknown = braces.all.first { node in
      guard let name = node.name, node.parent?.calledName != name else { return false }
      return types.declaration(of: name, at: node) == nil && file.functions(named: name).isEmpty
    }
    let name = unknown?.name ?? "entry"
    return "map hands each element to the braces, which must name it: \(text).map { \(name) in \(body ?? "…") }."
  }

  /// The braces in which or at which the compiler points, with the function that they are given to.
  fileprivate var braces: (node: SourceNode, function: String, base: SourceNode)? {
    let around = file.nodes.last { braces in
      guard let token, braces.isClosure, braces.first.line == token.line else { return false }
      return braces.first.range.lowerBound <= token.range.lowerBound
        && (braces.last.line > token.line || token.range.upperBound <= braces.last.range.upperBound)
    }
    guard let node = around, let call = node.parent, call.kind == .call,
      case .member(let function) = call.parts[0].kind, let base = call.parts[0].parts.first
    else { return nil }
    return (node, function, base)
  }
}
