/// Members that a type does not have.
extension AdviceRule {
  static var memberRules: [AdviceRule] {
    [
      AdviceRule(/value of type '(.+)' has no member '(\w+)'/) { place, match in
        place.noteOnMember(String(match.2), of: String(match.1))
      },
      AdviceRule(/static member '(\w+)' cannot be used on instance of type '(\w+)'/) { _, match in
        KitType.named(String(match.2)).flatMap { type in
          type.members.first { $0.name == match.1[...] }.map {
            "\($0.name) belongs to the type and not to one value: \(type.name).\($0.name)(…)."
          }
        }
      },
      AdviceRule(/enum case '(relu|tanh|sigmoid)' cannot be used as an instance member/) { place, match in
        let calls = place.file.nodes.filter { $0.kind == .call && $0.first == place.token }
        guard let node = calls.first(where: { $0.calledName == String(match.1) }) else { return nil }
        if case .member = node.parts[0].kind {
          guard let base = node.parts[0].parts.first, place.type(of: base) == "Activation", let text = place.text(base),
            let arguments = place.text(from: node.parts.dropFirst())
          else { return nil }
          return "\(text) is the activation function itself: call it, \(text)(\(arguments))."
        }
        guard place.function?.node.chain.contains(where: { $0.kind == .type("Activation") }) ?? false else {
          return nil
        }
        return "Inside `Activation` the name alone is the case: Activations.\(match.1)(z) is the function."
      },
      AdviceRule(/cannot call value of non-function type '(.+)'/) { place, match in
        guard
          let node = place.file.nodes.first(where: {
            $0.kind == .call && ($0.anchor == place.token || $0.first == place.token)
          }),
          let callee = place.text(node.parts[0])
        else { return nil }
        let arguments = Array(node.parts.dropFirst())
        if arguments.isEmpty, case .member(let name) = node.parts[0].kind {
          return "\(name) is read and not called: write \(callee) without brackets."
        }
        guard let inside = place.text(from: arguments) else { return nil }
        if match.1 == "Matrix", arguments.count == 2, node.parts[0].name != nil {
          return "An entry stands in square brackets: \(callee)[\(inside)]."
        }
        if ["Int", "Double"].contains(match.1), arguments.count == 1, node.labels == [nil] {
          let isLiteral = node.parts[0].isLiteral
          return isLiteral
            ? "A product needs its sign in Swift: write \(callee) * (\(inside))."
            : "\(callee) is a number here and no function; a product has its sign: \(callee) * (\(inside))."
        }
        return nil
      },
    ]
  }
}

extension ErrorPlace {
  /// The source of arguments; nil if it is too long.
  func text(from arguments: some BidirectionalCollection<SourceNode>) -> String? {
    guard let first = arguments.first, let last = arguments.last else { return "" }
    let text = file.text(from: first.first, to: last.last)
    return text.count <= 60 ? text : nil
  }

  /// What stands before the point of a member that is not there.
  private func base(of name: String) -> SourceNode? {
    file.nodes.first { $0.kind == .member(name) && $0.anchor == token }?.parts.first
  }

  fileprivate func noteOnMember(_ name: String, of type: String) -> String? {
    let base = base(of: name)
    let text = base.flatMap { self.text($0, limit: 30) }
    if type == "Activation" {
      guard let text else { return nil }
      return "\(text) is an activation function: \(text)(z) calls it, and \(text).derivative(z) is its slope."
    }
    if type.contains("->"), let text {
      return "\(text) is a function: call it first, as in \(text)(…)."
    }
    if let element = type.element { return text.flatMap { noteOnList(name, $0, of: element, base) } }
    if type == "Double" || type == "Int" { return text.flatMap { noteOnNumber(name, $0, type) } }
    guard let kit = KitType.named(type) else { return nil }
    var sentences: [String] = []
    if let text, type == "Matrix", let way = MatrixWord(name, base: text, in: self)?.sentence {
      sentences.append(way)
    } else if let word = kit.words[name.lowercased()] {
      sentences.append("Here that is called \(word).")
    } else if let nearest = name.nearest(in: kit.members.map(\.name)) {
      sentences.append("The nearest name is \(nearest).")
    }
    return (sentences + [kit.list]).joined(separator: " ")
  }

  private func noteOnList(_ name: String, _ text: String, of element: String, _ base: SourceNode?) -> String? {
    switch name {
    case "length", "size", "len": return "How many elements a list has is \(text).count."
    case "push", "add": return "A list grows with append: \(text).append(…)."
    case "sum" where element == "Double" || element == "Int":
      return "The sum of a list of numbers is \(text).reduce(0, +)."
    case "mean" where element == "Double", "average" where element == "Double":
      return "The mean of a list of numbers is \(text).reduce(0, +) / Double(\(text).count)."
    default:
      guard let kit = KitType.named(element), kit.members.contains(where: { $0.name == name }) else { return nil }
      let index = element == "Matrix" ? "layer" : "0"
      return "\(text) is a list, and \(name) belongs to one of its elements: \(text)[\(index)].\(name)."
    }
  }

  private func noteOnNumber(_ name: String, _ text: String, _ type: String) -> String? {
    if KitType.elementary.contains(name), name != "pow" {
      return type == "Int"
        ? "Functions stand before what they take: \(name)(Double(\(text)))."
        : "Functions stand before what they take: \(name)(\(text))."
    }
    if name == "abs" { return "Functions stand before what they take: abs(\(text))." }
    if KitType.named("Matrix")?.members.contains(where: { $0.name == name }) ?? false {
      return "\(text) is one number here (\(type)) and no matrix."
    }
    return nil
  }
}

extension String {
  /// The one of these names that is spelled nearly like it; nil if there is none, or there are several.
  func nearest(in names: some Sequence<String>, within bound: Int = 3) -> String? {
    let own = lowercased()
    let ranked = Set(names).map { name -> (name: String, distance: Int) in
      (name, own == name.lowercased() ? 0 : own.distance(to: name.lowercased()))
    }.filter { $0.distance <= Swift.min(bound, count < 6 ? 1 : count < 9 ? 2 : 3) }.sorted {
      ($0.distance, $0.name) < ($1.distance, $1.name)
    }
    guard let best = ranked.first, count >= 3 else { return nil }
    return ranked.dropFirst().first?.distance == best.distance ? nil : best.name
  }

  /// How many letters must be changed, added or left out.
  private func distance(to other: String) -> Int {
    let (one, two) = (Array(self), Array(other))
    var row = Array(0...two.count)
    for i in one.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in two.indices {
        let next = one[i] == two[j] ? diagonal : 1 + Swift.min(diagonal, row[j], row[j + 1])
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[two.count]
  }
}
