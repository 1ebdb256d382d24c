extension Formula {
  /// The formula in MathML, which browsers show by themselves; nil if it holds something that is not known here.
  package var mathML: String? {
    var writer = MathMLWriter()
    let content = writer.row(parts)
    return isWhole && writer.isComplete ? "<math>\(content)</math>" : nil
  }
}

/// Writes the parts of a formula as elements.
private struct MathMLWriter {
  /// Whether everything so far was known.
  private(set) var isComplete = true

  /// An element with its index and its exponents, before they are put together.
  private struct Atom {
    var text: String
    var kind: FormulaSymbol.Kind
    var index: String?
    var exponents: [String] = []

    var element: String {
      let above = exponents.count > 1 ? "<mrow>\(exponents.joined())</mrow>" : exponents.first
      return switch (index, above) {
      case (nil, nil): text
      case (let index?, nil): "<msub>\(text)\(index)</msub>"
      case (nil, let above?): "<msup>\(text)\(above)</msup>"
      case (let index?, let above?): "<msubsup>\(text)\(index)\(above)</msubsup>"
      }
    }
  }

  /// The parts as one element.
  mutating func row(_ parts: [Formula.Part]) -> String {
    var rest = parts.filter { $0 != .blank }[...]
    return Self.grouped(atoms(&rest, isInPair: false))
  }

  private static func grouped(_ atoms: [Atom]) -> String {
    let elements = spaced(atoms)
    return elements.count == 1 ? elements[0] : "<mrow>\(elements.joined())</mrow>"
  }

  /// The elements, with a narrow space between a function's name and what stands beside it without brackets.
  private static func spaced(_ atoms: [Atom]) -> [String] {
    var elements: [String] = []
    for (index, atom) in atoms.enumerated() {
      if index > 0 {
        let (before, isOperand) = (atoms[index - 1].kind, [.letter, .capital, .function].contains(atom.kind))
        let afterOperand = [.letter, .capital, .closing].contains(before)
        if before == .function && isOperand || atom.kind == .function && afterOperand {
          elements.append(space("0.17em"))
        }
      }
      elements.append(atom.element)
    }
    return elements
  }

  /// The elements up to the end, or to the bracket that pairs with the one before.
  private mutating func atoms(_ rest: inout ArraySlice<Formula.Part>, isInPair: Bool) -> [Atom] {
    var atoms: [Atom] = []
    while let part = rest.popFirst() {
      switch part {
      case .index(let parts) where atoms.last?.index == nil && !atoms.isEmpty:
        atoms[atoms.count - 1].index = row(parts)
      case .exponent(let parts) where !atoms.isEmpty:
        atoms[atoms.count - 1].exponents.append(row(parts))
      case .character("'") where !atoms.isEmpty:
        atoms[atoms.count - 1].exponents.append("<mo>′</mo>")
      case .command("left"):
        // Brackets of a pair are as high as what stands between them, and not as the rest of the row.
        let opening = bracket(&rest, .opening)
        let content = self.atoms(&rest, isInPair: true)
        atoms.append(Atom(text: Self.grouped([opening] + content + [bracket(&rest, .closing)]), kind: .closing))
      case .command("right"):
        if !isInPair { isComplete = false }
        return atoms
      default:
        if let atom = self.atom(part, &rest, isFirstBar: atoms.filter { $0.text.contains("|") }.count % 2 == 0) {
          atoms.append(atom)
        } else {
          isComplete = false
        }
      }
    }
    if isInPair { isComplete = false }
    return atoms
  }

  private mutating func bracket(_ rest: inout ArraySlice<Formula.Part>, _ kind: FormulaSymbol.Kind) -> Atom {
    guard case .character(let character)? = rest.popFirst(), "()[]|".contains(character) else {
      isComplete = false
      return Atom(text: "", kind: kind)
    }
    return Atom(text: "<mo>\(character)</mo>", kind: kind)
  }

  /// The element of a part; nil if it is not known.
  private mutating func atom(
    _ part: Formula.Part, _ rest: inout ArraySlice<Formula.Part>, isFirstBar: Bool
  ) -> Atom? {
    switch part {
    case .character(let character) where character.isNumber: return number(character, &rest)
    case .character("|"): return Self.fence("|", isFirstBar ? .opening : .closing)
    case .character(let character): return Self.atom(character)
    case .command(let name): return FormulaSymbol.named[name].map(Self.atom)
    case .sign(let sign): return Self.widths[sign].map { Atom(text: Self.space($0), kind: .space) }
    case .group(let parts): return Atom(text: row(parts), kind: .letter)
    case .letters(let look, let parts): return Self.letters(parts, look).map { Atom(text: $0, kind: .letter) }
    case .accent(let name, let parts):
      let sign = FormulaSymbol.accents[name]?.above ?? ""
      let text = "<mover accent=\"true\">\(row(parts))<mo stretchy=\"false\">\(sign)</mo></mover>"
      return Atom(text: text, kind: .letter)
    case .fraction(let above, let below, let isLarge):
      let fraction = "<mfrac>\(row(above))\(row(below))</mfrac>"
      let large = "<mstyle displaystyle=\"true\">\(fraction)</mstyle>"
      return Atom(text: isLarge ? large : fraction, kind: .letter)
    case .root(let parts): return Atom(text: "<msqrt>\(row(parts))</msqrt>", kind: .letter)
    case .blank, .index, .exponent: return nil
    }
  }

  /// A number with all its digits.
  private func number(_ first: Character, _ rest: inout ArraySlice<Formula.Part>) -> Atom {
    var text = String(first)
    while case .character(let next)? = rest.first, next.isNumber || next == "." {
      text.append(next)
      rest.removeFirst()
    }
    return Atom(text: "<mn>\(text)</mn>", kind: .letter)
  }

  private static func atom(_ character: Character) -> Atom? {
    switch character {
    case "(", "[": Atom(text: "<mo stretchy=\"false\">\(character)</mo>", kind: .opening)
    case ")", "]": Atom(text: "<mo stretchy=\"false\">\(character)</mo>", kind: .closing)
    case "-": Atom(text: "<mo>−</mo>", kind: .operation)
    case "<": Atom(text: "<mo>&lt;</mo>", kind: .operation)
    case ">": Atom(text: "<mo>&gt;</mo>", kind: .operation)
    case "+", "=", "/", ",", ":", "!": Atom(text: "<mo>\(character)</mo>", kind: .operation)
    case _ where character.isLetter: Atom(text: "<mi>\(character)</mi>", kind: .letter)
    default: nil
    }
  }

  private static func atom(_ symbol: FormulaSymbol) -> Atom {
    let text = symbol.set ?? symbol.text
    return switch symbol.kind {
    case .letter, .function: Atom(text: "<mi>\(text)</mi>", kind: symbol.kind)
    case .capital: Atom(text: "<mi mathvariant=\"normal\">\(text)</mi>", kind: symbol.kind)
    case .operation: Atom(text: "<mo>\(text)</mo>", kind: symbol.kind)
    case .opening, .closing: fence(text, symbol.kind)
    case .space: Atom(text: space(text), kind: .space)
    }
  }

  /// A bar looks the same to both sides, so it says which one it is.
  private static func fence(_ bar: String, _ kind: FormulaSymbol.Kind) -> Atom {
    let form = kind == .opening ? "prefix" : "postfix"
    return Atom(text: "<mo form=\"\(form)\" fence=\"true\" stretchy=\"false\">\(bar)</mo>", kind: kind)
  }

  private static func space(_ width: String) -> String { "<mspace width=\"\(width)\"/>" }

  private static let widths: [Character: String] = [
    ",": "0.17em", ":": "0.22em", ";": "0.28em", "!": "-0.17em", " ": "0.33em",
  ]

  /// Letters in a look of their own; nil if other things stand among them.
  private static func letters(_ parts: [Formula.Part], _ look: String) -> String? {
    var text = ""
    for part in parts {
      switch part {
      // A usual space at an end would be gone.
      case .blank: text += look == "text" ? "\u{A0}" : ""
      case .character(let character): text.append(character)
      default: return nil
      }
    }
    switch look {
    case "text": return "<mtext>\(HTML.escaped(text))</mtext>"
    case "mathcal":
      return text.allSatisfy { script[$0] != nil } ? "<mi>\(text.compactMap { script[$0] }.joined())</mi>" : nil
    case "mathbf": return "<mi style=\"font-weight: bold\">\(HTML.escaped(text))</mi>"
    // More than one letter is upright by itself.
    default: return "<mi mathvariant=\"normal\">\(HTML.escaped(text))</mi>"
    }
  }

  /// The script capitals; some had a place in Unicode before the others.
  private static let script: [Character: String] = {
    let early: [Character: String] = ["B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ"]
    let capitals = (UInt32(65)...90).compactMap { code in
      Unicode.Scalar(code).flatMap { letter in
        Unicode.Scalar(0x1D49C + code - 65).map { (Character(letter), String(Character($0))) }
      }
    }
    return Dictionary(uniqueKeysWithValues: capitals).merging(early) { $1 }
  }()
}
