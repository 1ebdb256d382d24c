import Testing

@testable import Markup

@Suite("A formula as a line of text")
struct FormulaTextTests {
  @Test(
    "reads as it would be said",
    arguments: [
      (#"\delta"#, "δ"), (#"A_{l-1}^\top"#, "Aₗ₋₁ᵀ"),
      (#"dW_l = A_{l-1}^\top \delta_l / N"#, "dWₗ = Aₗ₋₁ᵀ δₗ / N"),
      (#"\delta_1 = \delta_2 W_2^\top \odot g'(Z_1)"#, "δ₁ = δ₂ W₂ᵀ ⊙ g′(Z₁)"),
      (#"\partial \text{loss} / \partial p"#, "∂loss / ∂p"),
      (#"\tanh'(z) = 1 - \tanh^2(z)"#, "tanh′(z) = 1 − tanh²(z)"),
      (#"\sigma(z) = \dfrac{1}{1 + e^{-z}}"#, "σ(z) = 1 / (1 + e⁻ᶻ)"),
      (#"\dfrac{e^z - e^{-z}}{e^z + e^{-z}}"#, "(eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)"),
      (#"\frac{\lambda}{2N} \sum_l \lVert W_l \rVert^2"#, "λ/(2N) Σₗ ‖Wₗ‖²"),
      (#"\frac{1}{|B|} \sum_{i \in B}"#, "1/|B| Σ_{i ∈ B}"), (#"\sqrt{2 / n_{l-1}} \cdot g"#, "√(2 / nₗ₋₁) · g"),
      (#"[\lvert B \rvert, \text{features}]"#, "[|B|, features]"), (#"W \sim \mathcal{N}(0, 1)"#, "W ~ N(0, 1)"),
      (#"-\frac{1}{N} \sum_i \left( y_i \log p_i \right)"#, "−1/N Σᵢ (yᵢ log pᵢ)"),
      (#"\quad \mathrm{ReLU}(z)"#, "ReLU(z)"), (#"\eta \, dW"#, "η dW"), (#"\sqrt{2}"#, "√2"), ("", ""),
      (#"\hat m = m / (1 - \beta_1^t)"#, "m̂ = m / (1 − β₁ᵗ)"), (#"\sqrt{\hat v} + \varepsilon"#, "√v̂ + ε"),
      (#"M_{ij}"#, "Mᵢⱼ"), (#"p_{ik}"#, "pᵢₖ"), (#"z_{i y_i}"#, "z_{i yᵢ}"), (#"x_B^Q"#, "x_B^Q"),
      (#"\unknown x"#, "unknown x"), ("{open", "open"), (#"a\"#, "a"),
    ])
  func text(source: String, text: String) {
    #expect(Formula.text(source) == text)
  }
}
