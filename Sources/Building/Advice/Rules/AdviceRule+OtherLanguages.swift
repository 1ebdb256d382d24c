/// Words of Python and other languages that Swift does not have.
extension AdviceRule {
  static var otherLanguageRules: [AdviceRule] {
    [
      AdviceRule(/cannot find '(np|math|numpy)' in scope/) { place, match in
        guard let member = place.member(behind: String(match.1)) else { return nil }
        let function = member.name
        let there: String
        switch function {
        case "exp", "log", "sqrt", "tanh", "pow", "abs": there = "\(function)(x) takes one number"
        case "dot", "matmul": there = "the matrix product is matmul(a, b)"
        case "zeros": there = "Matrix.zeros(rows: 2, columns: 3) makes a matrix"
        case "maximum", "max": there = "max(a, b) takes two numbers"
        case "minimum", "min": there = "min(a, b) takes two numbers"
        case "sum": there = "a.elements.reduce(0, +) sums the entries of a matrix"
        case "mean": there = "a.elements.reduce(0, +) / Double(a.elements.count) is the mean of a matrix"
        case "log2", "log10", "sin", "cos", "floor", "round": return nil
        default:
          return
            "There is no \(match.1) in Swift: what matrices can do stands on the card, swift run course-check read card."
        }
        let map =
          ["exp", "log", "sqrt", "tanh", "abs"].contains(function)
          ? ", and a.map { entry in \(function)(entry) } every entry of a matrix" : ""
        return "There is no \(match.1) in Swift: \(there)\(map)."
      },
      AdviceRule(
        /cannot find '(len|range|enumerate|sum|print_|True|False|None|null|not|and|or|elif|self|this)' in scope/
      ) {
        place, match in place.foreign(String(match.1))
      },
      AdviceRule(/cannot find operator '(\+\+|--)' in scope/) { _, match in
        "Swift has no `\(match.1)`: write \(match.1 == "++" ? "+= 1" : "-= 1")."
      },
      AdviceRule(/consecutive statements on a line must be separated by ';'/) { place, _ in
        place.foreignOperator ?? place.badSpace
      },
      AdviceRule(/'(.+)' is not a (?:prefix|postfix) unary operator/) { place, _ in place.badSpace },
      AdviceRule(/extraneous whitespace between '@' and attribute name|expected declaration/) { place, _ in
        place.foreignOperator
      },
      AdviceRule(/expected '\{' (?:after '(?:if|while)' condition|to start the body of for-each loop)/) { place, _ in
        if let note = place.foreignOperator { return note }
        guard let token = place.token, place.tokens.last?.text == ":", token.text == ":" else { return nil }
        return "Swift has braces where Python has a colon: { at the end of this line, and } below what belongs to it."
      },
      AdviceRule(/adjacent operators are in non-associative precedence group 'ComparisonPrecedence'/) { place, _ in
        guard
          let node = place.file.nodes.first(where: {
            $0.isChainOfComparisons && $0.parts[0].bare.anchor == place.token
              || $0.isChainOfComparisons && $0.anchor == place.token
          }),
          let left = place.text(node.parts[0]), let middle = place.text(node.parts[0].parts[1]),
          let right = place.text(node.parts[1]), let operation = node.operation
        else { return nil }
        guard operation != "==", node.parts[0].operation != "==" else {
          return
            "Swift makes one comparison at a time: put brackets around the one that comes first, or join two with &&."
        }
        return "Swift makes one comparison at a time: write \(left) && \(middle) \(operation) \(right)."
      },
      AdviceRule(/C-style for statement/) { _, _ in
        "A loop that counts is `for i in 0..<n { … }` in Swift: i is 0, 1, … n - 1."
      },
      AdviceRule(/'(\w+)' is not a valid digit in integer literal/) { place, _ in
        guard
          let token = place.tokens.last(where: {
            $0.kind == .number && $0.range.lowerBound < place.column && place.column <= $0.range.upperBound
          }),
          let match = token.text.wholeMatch(of: /(\d+)([A-Za-z_]\w*)/)
        else { return nil }
        return "A product needs its sign in Swift: write \(match.1) * \(match.2)."
      },
    ]
  }
}

extension SourceNode {
  fileprivate var isChainOfComparisons: Bool {
    let comparisons: Set = ["<", ">", "<=", ">=", "==", "!="]
    guard let operation, comparisons.contains(operation), let inner = parts[0].operation else { return false }
    return comparisons.contains(inner)
  }
}

extension ErrorPlace {
  /// What stands behind a module's name and a point.
  fileprivate func member(behind name: String) -> (name: String, node: SourceNode)? {
    let found = file.nodes.first { node in
      guard case .member = node.kind else { return false }
      return node.parts.first?.name == name && node.first == token
    }
    guard let found, case .member(let member) = found.kind else { return nil }
    return (member, found)
  }

  fileprivate func foreign(_ word: String) -> String? {
    let call = file.nodes.first { $0.kind == .call && $0.first == token && $0.parts[0].name == word }
    let argument = call.flatMap { $0.parts.count == 2 ? $0.parts[1] : nil }
    let text = argument.flatMap { self.text($0) }
    let type = argument.flatMap { self.type(of: $0) }
    switch word {
    case "len":
      guard let text else { return nil }
      if type == "Matrix" {
        return "The number of rows of a matrix is \(text).rows, that of all entries \(text).elements.count."
      }
      return type?.element == nil ? nil : "How many elements a list has is \(text).count."
    case "range": return text.map { "To count from 0 write 0..<\($0)." }
    case "enumerate": return text.map { "With its index each element comes from \($0).enumerated()." }
    case "sum":
      guard let text else { return nil }
      if type == "Matrix" { return "The sum of all entries is \(text).elements.reduce(0, +)." }
      return type?.element == nil ? nil : "The sum of a list of numbers is \(text).reduce(0, +)."
    case "True", "False": return "It is written \(word.lowercased()) in Swift."
    case "None", "null": return "Nothing is called nil in Swift."
    case "not": return "`not` is written ! in Swift, before what it turns round."
    default: return foreignOperator
    }
  }

  /// `and`, `or` and `@` between two operands.
  fileprivate var foreignOperator: String? {
    guard let token, let index = file.tokens.firstIndex(of: token) else { return nil }
    // The compiler points at the word, or at the end of what stands before it.
    let near = [index, index + 1].filter(file.tokens.indices.contains).map { file.tokens[$0] }
    for word in near where word.line == line {
      switch word.text {
      case "and": return "`and` is written && in Swift."
      case "or": return "`or` is written || in Swift."
      case "@":
        guard let place = file.tokens.firstIndex(of: word), place > 0, place + 1 < file.tokens.count else { return nil }
        let (left, right) = (file.tokens[place - 1], file.tokens[place + 1])
        guard left.line == line, right.line == line, left.kind == .name, right.kind == .name else {
          return "Swift has no `@` between matrices: their product is matmul(a, b)."
        }
        return "Swift has no `@` between matrices: their product is matmul(\(left.text), \(right.text))."
      default: continue
      }
    }
    return nil
  }

  /// A sign with a space on one side alone.
  fileprivate var badSpace: String? {
    guard let token, let index = file.tokens.firstIndex(of: token) else { return nil }
    for place in [index, index + 1, index - 1] where file.tokens.indices.contains(place) {
      let sign = file.tokens[place]
      guard sign.line == line, sign.kind == .symbol, ["+", "-", "*", "/", "<", ">", "==", "="].contains(sign.text),
        sign.isSpaced.before != sign.isSpaced.after, place > 0, place + 1 < file.tokens.count
      else { continue }
      let (left, right) = (file.tokens[place - 1], file.tokens[place + 1])
      guard left.line == line, right.line == line else { continue }
      return "A sign between two values has a space on both sides or on none: \(left.text) \(sign.text) \(right.text)."
    }
    return nil
  }
}
