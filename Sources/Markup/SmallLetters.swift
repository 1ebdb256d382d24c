/// Letters and digits that stand lower or higher than a line, as far as there are such characters.
package struct SmallLetters {
  /// The sign that says the same in plain text: `_` or `^`.
  package let sign: Character
  private let small: [Character: Character]
  private let usual: [Character: Character]

  /// An index: the `ij` of Mᵢⱼ.
  package static let lowered = SmallLetters("_", "0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
  /// An exponent: the `t` of βᵗ.
  package static let raised = SmallLetters(
    "^", "0123456789+−=()abcdefghijklmnoprstuvwxyzT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ")

  private init(_ sign: Character, _ usual: String, _ small: String) {
    self.sign = sign
    self.small = Dictionary(uniqueKeysWithValues: zip(usual, small))
    self.usual = Dictionary(uniqueKeysWithValues: zip(small, usual))
  }

  /// The text in small letters; nil if one of its characters has none.
  func text(_ text: String) -> String? {
    let letters = text.compactMap { small[$0] }
    return !text.isEmpty && letters.count == text.count ? String(letters) : nil
  }

  /// The letter that a small one stands for; nil if it is not one of these.
  package func letter(_ small: Character) -> Character? { usual[small] }
}
