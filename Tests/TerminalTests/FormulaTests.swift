import Engine
import Testing

@testable import Terminal

@Suite("A formula")
struct FormulaTests {
  @Test(
    "in TeX's notation reads as a line of text",
    arguments: [
      (#"\delta"#, "δ"), (#"A_{l-1}^\top"#, "A_{l−1}ᵀ"),
      (#"dW_l = A_{l-1}^\top \delta_l / N"#, "dW_l = A_{l−1}ᵀ δ_l / N"),
      (#"\delta_1 = \delta_2 W_2^\top \odot g'(Z_1)"#, "δ₁ = δ₂ W₂ᵀ ⊙ g′(Z₁)"),
      (#"\partial \text{loss} / \partial p"#, "∂loss / ∂p"),
      (#"\tanh'(z) = 1 - \tanh^2(z)"#, "tanh′(z) = 1 − tanh²(z)"),
      (#"\sigma(z) = \dfrac{1}{1 + e^{-z}}"#, "σ(z) = 1 / (1 + e^(−z))"),
      (#"\dfrac{e^z - e^{-z}}{e^z + e^{-z}}"#, "(e^z − e^(−z)) / (e^z + e^(−z))"),
      (#"\frac{\lambda}{2N} \sum_l \lVert W_l \rVert^2"#, "λ/(2N) Σ_l ‖W_l‖²"),
      (#"\frac{1}{|B|} \sum_{i \in B}"#, "1/|B| Σ_{i ∈ B}"), (#"\sqrt{2 / n_{l-1}} \cdot g"#, "√(2 / n_{l−1}) · g"),
      (#"[\lvert B \rvert, \text{features}]"#, "[|B|, features]"), (#"W \sim \mathcal{N}(0, 1)"#, "W ~ N(0, 1)"),
      (#"-\frac{1}{N} \sum_i \left( y_i \log p_i \right)"#, "−1/N Σ_i (y_i log p_i)"),
      (#"\quad \mathrm{ReLU}(z)"#, "ReLU(z)"), (#"\eta \, dW"#, "η dW"), (#"\sqrt{2}"#, "√2"), ("", ""),
      (#"\unknown x"#, "unknown x"), ("{open", "open"), (#"a\"#, "a"),
    ])
  func text(source: String, text: String) {
    #expect(Formula.text(source) == text)
  }
}
