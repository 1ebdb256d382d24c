/// A formula that is written for whole matrices but makes sense for single numbers, as `1 / (1 + exp(-z))`.
struct EntryFormula {
  /// The same with `map`: `z.map { entry in 1 / (1 + exp(-entry)) }`.
  let text: String
  /// Whether it is a minus sign before a matrix and nothing else.
  let isOnlyNegated: Bool

  /// The largest formula around a piece of source that is about one matrix and known numbers alone; nil if there is none.
  init?(around node: SourceNode, in place: ErrorPlace) {
    // Inside braces the entries have a name already.
    guard !node.chain.contains(where: \.isClosure) else { return nil }
    for candidate in Self.formulas(around: node).reversed() {
      guard let leaves = Self.leaves(of: candidate, place), let matrix = leaves.first, Set(leaves).count == 1,
        matrix.count <= 40
      else { continue }
      let reader = EntryReader(place: place, matrix: matrix)
      guard var body = reader.entry(candidate.bare), body.count <= 90, body != "entry" else { continue }
      if place.type(of: candidate) == "Bool" { body += " ? 1 : 0" }
      text = "\(matrix).map { entry in \(body) }"
      isOnlyNegated = body == "-entry"
      return
    }
    return nil
  }

  /// The piece itself and what calculates with it, the innermost first.
  private static func formulas(around node: SourceNode) -> [SourceNode] {
    var found: [SourceNode] = []
    for outer in node.chain {
      guard outer.isFormula || outer === node else { break }
      if outer.isFormula { found.append(outer) }
    }
    return found
  }

  /// The matrices in a formula as they are written; nil if it holds anything that is neither a matrix nor a Double.
  private static func leaves(of node: SourceNode, _ place: ErrorPlace) -> [String]? {
    func leaves(_ parts: some Sequence<SourceNode>) -> [String]? {
      var found: [String] = []
      for part in parts {
        guard let own = self.leaves(of: part, place) else { return nil }
        found += own
      }
      return found
    }
    switch node.kind {
    case .number: return []
    case .binary, .ternary, .prefix, .group: return leaves(node.parts)
    case .call where node.isOfNumbers:
      // A function of the lessons that has the same name takes a matrix.
      if place.type(of: node) == "Matrix", node.parts.count == 2, place.isFunctionOfMatrices(node.calledName) {
        return [place.file.text(node)]
      }
      return leaves(node.parts.dropFirst())
    default:
      switch place.type(of: node) {
      case "Matrix": return [place.file.text(node)]
      case "Double":
        // Double(z) of a matrix is a mistake of its own.
        let isWrong = node.all.contains { piece in
          ["Double", "Float"].contains(piece.calledName ?? "")
            && piece.parts.contains { place.type(of: $0) == "Matrix" }
        }
        return isWrong ? nil : []
      default: return nil
      }
    }
  }
}

/// Writes a formula for the entries of one matrix.
private struct EntryReader {
  let place: ErrorPlace
  /// The matrix as the source writes it.
  let matrix: String

  /// The formula for one entry.
  func entry(_ node: SourceNode) -> String? {
    let source = place.file.text(node)
    if source == matrix { return "entry" }
    switch node.kind {
    case .binary("^"), .binary("**"):
      guard let base = entry(node.parts[0]), let power = entry(node.parts[1]) else { return nil }
      return power == "2" && !base.contains(" ") ? "\(base) * \(base)" : "pow(\(base), \(power))"
    case .binary(let operation):
      guard let left = entry(node.parts[0]), let right = entry(node.parts[1]) else { return nil }
      return "\(left) \(operation) \(right)"
    case .ternary:
      let parts = node.parts.compactMap(entry)
      return parts.count == 3 ? "\(parts[0]) ? \(parts[1]) : \(parts[2])" : nil
    case .prefix(let sign): return entry(node.parts[0]).map { sign + $0 }
    case .group: return entry(node.parts[0]).map { "(\($0))" }
    case .call where node.isOfNumbers:
      let parts = node.parts.dropFirst().compactMap(entry)
      return parts.count == node.parts.count - 1 ? "\(node.calledName ?? "")(\(parts.joined(separator: ", ")))" : nil
    default: return source
    }
  }
}

extension SourceNode {
  /// Whether it calculates: an operation, or a function of numbers.
  fileprivate var isFormula: Bool {
    switch kind {
    case .binary(let operation): !["=", "+=", "-=", "*=", "/=", "&&", "||", "??", "..<", "..."].contains(operation)
    case .ternary, .prefix("-"): true
    case .group: parts.count == 1
    case .call: isOfNumbers
    default: false
    }
  }

  /// Whether it calls a function that takes single numbers.
  fileprivate var isOfNumbers: Bool {
    guard kind == .call, let name = parts[0].name else { return false }
    return KitType.elementary.contains(name) || ["max", "min", "abs"].contains(name)
  }
}

extension ErrorPlace {
  /// Whether the lessons have a function of that name which takes a matrix.
  func isFunctionOfMatrices(_ name: String?) -> Bool {
    guard let name else { return false }
    return file.functions(named: name).contains {
      !$0.isMember && $0.parameters.count == 1 && $0.parameters[0].type == "Matrix"
    }
  }
}
