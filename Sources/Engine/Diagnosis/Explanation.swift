/// What is known of the cause of a wrong result.
package enum Explanation: Sendable, Equatable {
  /// The slips whose answers the student's are, a sentence for each.
  case slips([String])
  /// Two sets of slips that no input separates, a text for each.
  case either(String, String)
  /// The smallest formula whose numbers the student's are.
  case formula(String)
  /// Nothing but the smallest arguments on which the result is wrong, in lines.
  case example([String])

  /// What the student reads of the cause; nil if none is known.
  var diagnosis: String? {
    switch self {
    case .slips(let sentences): sentences.joined(separator: " ")
    case .either(let one, let other): "One of two things, which give the same numbers. Either: \(one) Or: \(other)"
    case .formula(let sentence): sentence
    case .example: nil
    }
  }

  /// What it rests on.
  var basis: Finding.Basis {
    switch self {
    case .slips, .either: .slips
    case .formula: .formula
    case .example: .example
    }
  }

  /// Whether it names two mistakes or more, all of which have been made.
  var isOfSeveral: Bool { if case .slips(let sentences) = self { sentences.count > 1 } else { false } }

  /// The lines that stand among the numbers.
  var evidence: [String] {
    if case .example(let lines) = self { lines } else { [] }
  }
}
