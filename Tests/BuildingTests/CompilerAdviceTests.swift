import Testing

@testable import Building

@Suite("Advice on a compiler's error")
struct CompilerAdviceTests {
  @Test(
    "says what beginners need to know of Swift, and nothing where the compiler says it all",
    arguments: [
      // What the compiler says to: z * (1 - z), 1 / (1 + z), z / z.rows, -1 / n * 2.5, s += e, -z, exp(z) …
      ("cannot convert value of type 'Int' to expected argument type 'Matrix'", "a.map { x in 1 - x }"),
      ("binary operator '+' cannot be applied to operands of type 'Int' and 'Matrix'", "a.map { x in 1 - x }"),
      ("binary operator '/' cannot be applied to operands of type 'Matrix' and 'Int'", "Double(n)"),
      ("cannot convert value of type 'Int' to expected argument type 'Double'", "Double(n)"),
      ("cannot convert value of type 'Double' to expected argument type 'Int'", "`var sum = 0.0` a Double"),
      ("unary operator '-' cannot be applied to an operand of type 'Matrix'", "-1 * a"),
      ("no exact matches in call to global function 'exp'", "a.map { x in exp(x) }"),
      ("missing return in global function expected to return 'Matrix'", "`return`"),
      ("cannot assign through subscript: 'z' is a 'let' constant", "make a copy with `var`"),
      ("cannot call value of non-function type 'Matrix'", "a.transposed"),
      ("enum case 'relu' cannot be used as an instance member", "Activations.relu(z)"),
      ("cannot find 'sin' in scope", "import Foundation"),
    ])
  func advice(message: String, words: String) {
    #expect(CompilerAdvice(on: message).sentence?.contains(words) ?? false)
  }

  @Test(
    "is not given on other errors",
    arguments: [
      "cannot find 'sgmoid' in scope", "expected ')' in expression list", "missing argument for parameter #2 in call",
      "cannot convert return expression of type '[Double]' to return type 'Matrix'",
    ])
  func none(message: String) {
    #expect(CompilerAdvice(on: message).sentence == nil)
  }
}
