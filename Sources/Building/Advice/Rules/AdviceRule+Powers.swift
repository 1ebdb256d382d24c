/// Powers.
extension AdviceRule {
  static var powerRules: [AdviceRule] {
    [
      // Whatever the compiler says of the types in such a line follows from it.
      AdviceRule(
        /cannot convert|operator|no exact matches|requires that|reasonable time|did you mean 'pow|contextual result/
      ) {
        place, _ in
        let powers = place.file.nodes.filter {
          ["^", "**"].contains($0.operation) && $0.chain.contains { $0.anchor.line == place.line }
            && $0.anchor.line == place.line
        }
        guard let power = place.nearest(powers) else { return nil }
        return place.note(on: power)
      }
    ]
  }
}

extension ErrorPlace {
  /// The one to which the compiler points, or else the first.
  fileprivate func nearest(_ nodes: [SourceNode]) -> SourceNode? {
    nodes.first { node in
      token.map {
        node.first.range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= node.last.range.upperBound
      } ?? false
    }
      ?? nodes.first
  }

  fileprivate func note(on power: SourceNode) -> String? {
    let sign = "`\(power.operation ?? "")` is no power in Swift: "
    let (base, exponent) = (power.parts[0], power.parts[1])
    guard let baseText = text(base, limit: 30), let exponentText = text(exponent, limit: 20) else { return nil }
    if type(of: base) == "Matrix" {
      if let formula = EntryFormula(around: power, in: self) { return sign + "for every entry write \(formula.text)." }
      return exponentText == "2" ? sign + "for a matrix write \(baseText) * \(baseText), entry by entry." : nil
    }
    let call = "pow(\(text(base.bare) ?? baseText), \(exponentText))"
    // Where the exponent is a whole number with a name, pow wants a Double.
    let isWhole = type(of: exponent) == "Int" && !exponent.isWholeLiteral
    let power = isWhole ? "pow(\(text(base.bare) ?? baseText), Double(\(exponentText)))" : call
    guard exponentText == "2" else { return sign + "write \(power)." }
    return sign + "write \(baseText) * \(baseText), or \(call) for one number."
  }
}
