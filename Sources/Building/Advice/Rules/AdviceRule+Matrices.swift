/// Matrices and lists: their entries, how they are made, and what does not calculate with them.
extension AdviceRule {
  static var matrixRules: [AdviceRule] {
    [
      AdviceRule(/(?:missing argument for parameter #2 in subscript|value of type 'Double' has no subscripts)/) {
        place, _ in place.noteOnIndices
      },
      AdviceRule(/extra argument in subscript/) { place, _ in
        guard
          let node = place.file.nodes.first(where: {
            $0.kind == .element && $0.parts.count == 3 && $0.first.line <= place.line && place.line <= $0.last.line
          }),
          let element = place.type(of: node.parts[0])?.element, element == "Matrix",
          let list = place.text(node.parts[0]), let row = place.text(node.parts[1]),
          let column = place.text(node.parts[2])
        else { return nil }
        return "\(list) is a list of matrices: take one of them first, as in \(list)[layer][\(row), \(column)]."
      },
      AdviceRule(/value of type '(\w+)' has no subscripts/) { place, match in
        guard let node = place.node, node.kind == .element, let base = place.text(node.parts[0]),
          let index = node.parts.dropFirst().first.flatMap({ place.text($0) })
        else { return nil }
        switch match.1 {
        case "Parameters", "Gradients":
          return "\(base) holds two lists, of weights and of biases: \(base).weights[\(index)] is a matrix."
        case "ForwardCache": return "A ForwardCache holds lists: \(base).activations[\(index)] is a matrix."
        case "Dataset", "ClassDataset":
          return "A dataset has no square brackets: \(base).rows(at: indices) takes examples out of it."
        case "Int" where base.hasSuffix(".rows"):
          return "\(base) counts the rows: \(base)(at: [\(index)]) takes row \(index) out."
        default: return nil
        }
      },
      AdviceRule(
        /(?:no exact matches in call to initializer|missing argument for parameter (?:'elements'|#1) in call|cannot convert value of type 'Int' to expected element type '\[Double\]')/
      ) {
        place, _ in place.noteOnMatrix
      },
      AdviceRule(/for-in loop requires '(\w+)' to conform to 'Sequence'/) { place, match in
        guard let node = place.node, let text = place.text(node) else { return nil }
        switch match.1 {
        case "Matrix":
          return "A loop runs through a list: \(text).elements holds all entries, and 0..<\(text).rows counts the rows."
        case "Int" where text != "0": return "A loop runs through a list or a range: to count write 0..<\(text)."
        default: return nil
        }
      },
      AdviceRule(/operator '(.+)' cannot be applied to .*'(\[\w+\]|Array<\w+>)'/) { place, match in
        guard let node = place.node,
          let list = node.parts.first(where: { place.type(of: $0)?.element != nil && $0.kind != .list }),
          let text = place.text(list)
        else { return nil }
        let element = place.type(of: list)?.element
        if node.parts.contains(where: { place.type(of: $0) == "Matrix" }) {
          return "\(text) is a list of matrices: take one of them, as in \(text)[layer]."
        }
        return element == "Matrix"
          ? "\(text) is a list of matrices: calculate with each of them in a loop, as in \(text)[layer]."
          : "\(text) is a list, and `\(match.1)` does not calculate with whole lists: go through it in a loop."
      },
      AdviceRule(
        /cannot convert value of type '(?:\[Double\]|Int|Double)' to expected argument type '(?:Double|Int|\[Double\]|Array<Double>)'/
      ) {
        place, _ in
        guard let sum = place.node?.parent, let operation = sum.operation, ["+", "-", "*", "/"].contains(operation),
          let list = sum.parts.first(where: { place.type(of: $0) == "[Double]" }), list.kind != .list,
          let text = place.text(list)
        else { return nil }
        return "\(text) is a list, and `\(operation)` does not calculate with whole lists: go through it in a loop."
      },
      AdviceRule(/binary operator '(.+)' cannot be applied to .*'(Parameters|Gradients)/) { place, match in
        guard let node = place.node, let value = node.parts.first(where: { place.type(of: $0) == String(match.2) }),
          let text = place.text(value)
        else { return nil }
        return
          "\(text) holds lists of matrices, and `\(match.1)` works on one matrix: go through the layers in a loop, with "
          + "\(text).weights[layer] and \(text).biases[layer]."
      },
      AdviceRule(/cannot convert value of type '\[Matrix\]' to expected argument type 'Matrix'/) { place, _ in
        guard let node = place.node, let text = place.text(node), place.type(of: node) == "[Matrix]" else { return nil }
        return "\(text) is a list of matrices: take one of them, as in \(text)[layer]."
      },
      AdviceRule(/cannot assign value of type '(\w+)' to type '\[(\w+)\]'/) { place, match in
        guard match.1 == match.2, let node = place.node, let change = node.chain.first(where: { $0.operation == "=" }),
          let list = place.text(change.parts[0]), let value = place.text(change.parts[1]),
          place.type(of: change.parts[0])?.element != nil
        else { return nil }
        return "\(list) is a list: one value is added by \(list).append(\(value))."
      },
      AdviceRule(/of type 'ArraySlice<\w+>' to .* type '\[\w+\]'/) { place, _ in
        guard let node = place.node, let text = place.text(node) else { return nil }
        return "A part of a list is no list by itself in Swift: write Array(\(text))."
      },
      AdviceRule(
        /(?:'Character' to .* type 'Int'|'subscript\(_:\)' is unavailable: cannot subscript String|'Character')/
      ) {
        place, _ in
        guard
          let node = place.file.nodes.first(where: { node in
            guard node.kind == .element, node.anchor.line == place.line, case .member("shape") = node.parts[0].kind
            else { return false }
            return node.parts[0].parts.first.flatMap { place.type(of: $0) } == "Matrix"
          }), let base = node.parts[0].parts.first.flatMap({ place.text($0) })
        else { return nil }
        return "shape is a text for messages: the sizes are \(base).rows and \(base).columns."
      },
    ]
  }
}

extension ErrorPlace {
  /// `z[i][j]` and `z[i]`.
  fileprivate var noteOnIndices: String? {
    let elements = file.nodes.filter { $0.kind == .element && $0.first.line <= line && line <= $0.last.line }
    // The compiler points at one of the square brackets.
    let node =
      elements.first { $0.anchor == token || $0.last == token }
      ?? elements.first { $0.parts.dropFirst().first?.first == token }
    guard var node else { return nil }
    if let outer = node.parent, outer.kind == .element, outer.parts[0] === node, outer.parts.count == 2 { node = outer }
    if node.parts[0].kind == .element, node.parts.count == 2, node.parts[0].parts.count == 2 {
      let inner = node.parts[0]
      guard type(of: inner.parts[0]) == "Matrix", let base = text(inner.parts[0]), let row = text(inner.parts[1]),
        let column = text(node.parts[1])
      else { return nil }
      return "An entry of a matrix has both indices in one pair of brackets: \(base)[\(row), \(column)]."
    }
    guard node.parts.count == 2, type(of: node.parts[0]) == "Matrix", let base = text(node.parts[0]),
      let row = text(node.parts[1])
    else { return nil }
    if let operation = node.parts[1].operation, operation == "..<" || operation == "..." {
      return "Rows of a matrix are taken by their numbers: \(base).rows(at: Array(\(row)))."
    }
    return
      "A matrix has two indices: \(base)[\(row), column] is an entry, and \(base).rows(at: [\(row)]) is a row as a matrix."
  }

  /// `Matrix(2, 3)` and other ways that there are not.
  fileprivate var noteOnMatrix: String? {
    let calls = file.nodes.filter { node in
      node.kind == .call && node.parts[0].name == "Matrix" && node.first.line <= line && line <= node.last.line
    }
    guard
      let call = calls.first(where: { node in
        node.first == token || node.last == token || node.all.contains { $0.first == token && $0 !== node }
      })
    else { return nil }
    let arguments = Array(call.parts.dropFirst())
    if message.contains("'[Double]'") {
      guard let list = arguments.first, list.kind == .list, let text = text(list),
        !list.parts.contains(where: { $0.kind == .list })
      else { return nil }
      return "A matrix is made from a list of rows: Matrix([\(text)]) has one row."
    }
    let sizes = call.labels.prefix(2) == ["rows", "columns"] || call.labels == [nil, nil] ? arguments : []
    let rows = sizes.first.flatMap { text($0, limit: 24) } ?? "2"
    let columns = sizes.dropFirst().first.flatMap { text($0, limit: 24) } ?? "3"
    if call.labels.contains("elements") || call.labels.contains("repeating") { return nil }
    return "A matrix of zeros is Matrix.zeros(rows: \(rows), columns: \(columns)); with another number it is "
      + "Matrix(rows: \(rows), columns: \(columns), repeating: 1), and from rows Matrix([[1, 2], [3, 4]])."
  }
}
