import Course
import Engine
import Testing

@testable import Building

@Suite("The note below a compiler's error")
struct CompilerAdviceTests {
  /// The note on a message about a line of a function, at the words that a mark stands before.
  private func note(_ message: String, _ body: String, head: String = "func f(_ z: Matrix, n: Int) -> Matrix {")
    -> String?
  {
    let lines = ["import CourseKit", "", head] + body.split(separator: "\n").map { "  " + $0 } + ["}"]
    let index = lines.firstIndex { $0.contains("¦") } ?? 0
    let column = lines[index].utf8.prefix { $0 != "¦".utf8.first }.count + 1
    let source = lines.map { Substring($0.replacing("¦", with: "")) }
    return CompilerAdvice().note(
      on: ErrorPlace(
        message, line: index + 1, column: column, in: SourceFile(source, lessons: Course.neuralNetwork.outline)))
  }

  @Test(
    "is none where the line does not support it",
    arguments: [
      // No var makes a whole number here.
      ("cannot convert value of type 'Double' to expected argument type 'Int'", "return numbers[¦0.5]"),
      ("cannot convert value of type 'Double' to expected argument type 'Int'", "sum += ¦z[0, 0]"),
      // An index is a whole number.
      ("cannot convert value of type 'Double' to expected argument type 'Int'", "let x = sizes[n - ¦0.5]"),
      ("cannot convert value of type 'Double' to expected argument type 'Int'", "for i in ¦0.5..<n { }"),
      // The name is unknown, so nobody knows what kind of thing it is.
      ("cannot convert value of type 'Int' to expected argument type 'Double'", "return scale(¦unknown)"),
      ("cannot convert return expression of type 'Int' to return type 'Double'", "return a ¦/ b"),
      ("cannot convert value of type 'Int' to expected argument type 'Matrix'", "return linear(¦1, z)"),
      ("cannot convert value of type 'Int' to expected argument type 'Matrix'", "return ¦1 - unknown"),
      ("unary operator '-' cannot be applied to an operand of type 'Matrix'", "return z"),
      ("no exact matches in call to global function 'exp'", "return ¦exp(unknown)"),
      ("no exact matches in call to initializer", "return ¦Array(z)"),
      ("missing argument for parameter #2 in subscript", "return table[0¦]"),
      ("missing argument for parameter #1 in call", "return numbers.reduce(¦)"),
      // It is a function that is called without its brackets' contents, not a property with brackets.
      ("cannot call value of non-function type 'Matrix'", "return ¦z(1)"),
      ("enum case 'relu' cannot be used as an instance member", "return ¦relu(z)"),
      ("value of type 'Widget' has no member 'T'", "return widget.¦T"),
      ("value of type '[Double]' has no member 'colour'", "return z.elements.¦colour"),
      ("cannot find 'len' in scope", "return ¦len(unknown)"),
      ("cannot find 'sgmo' in scope", "return ¦sgmo(z)"),
      ("missing argument labels 'weights:biases:' in call", "return ¦unheard(z, z, z)"),
      ("'*' is not a prefix unary operator", "return z * ¦n"),
      ("expected '{' after 'if' condition", "if n > 0 ¦then"),
      ("expected expression", "let x = ¦"),
      ("cannot assign to value: 'n' is a 'let' constant", "if ¦n = 1 { }"),
      ("cannot assign to property: 'rows' is a 'let' constant", "z.¦rows = 2"),
      ("variable 'r' used before being initialized", "return ¦r"),
      ("type of expression is ambiguous without a type annotation", "return ¦z.map { $0 }"),
      ("cannot convert value of type 'Bool' to expected argument type 'Double'", "let x = 1.0 + ¦true"),
    ])
  func none(message: String, body: String) {
    #expect(note(message, body) == nil)
  }

  @Test("is none for a whole number that the compiler only guessed")
  func guessed() {
    // In `numbers.reduce(0, +) / n` it calls the sum an Int, which it is not.
    let found = note(
      "cannot convert return expression of type 'Int' to return type 'Double'", "return z.elements.reduce(0, +) ¦/ n",
      head: "func f(_ z: Matrix, n: Int) -> Double {")
    #expect(found == "n is a whole number (Int), and here a Double is needed: write Double(n).")
  }

  @Test("tells a number by its nearest declaration: in the braces of map a matrix's name may be a number's")
  func shadowed() {
    #expect(
      note("unary operator '-' cannot be applied to an operand of type 'Matrix'", "return z.map { z in exp(z) } + ¦-z")
        == "There is no minus sign before a matrix: write -1 * z.")
    #expect(
      note("cannot convert value of type 'Bool' to closure result type 'Double'", "return z.map { z in z ¦> 0 }")
        == "z > 0 is true or false (Bool), and here a number is needed: write z > 0 ? 1 : 0.")
  }

  @Test("counts the columns of the compiler in bytes")
  func columns() {
    #expect(
      note("unary operator '-' cannot be applied to an operand of type 'Matrix'", "let λ = 2.0; return ¦-z")
        == "There is no minus sign before a matrix: write -1 * z.")
  }

  @Test("names the file's own functions where one of the lessons has become private")
  func access() {
    #expect(
      note("'linear' is inaccessible due to 'internal' protection level", "return ¦linear(z, weights: z, biases: z)")
        == "linear is there in lesson 3, but without the word `public` other lessons cannot call it.")
  }

  @Test("on what is too much for the compiler names the line and a part that can stand alone")
  func tooMuch() {
    let message =
      "the compiler is unable to type-check this expression in reasonable time; try breaking up the expression"
    #expect(
      note(message, "let x = a * b * (1 + exp(c)) ¦+ d")
        == "Line 4 is too much for the compiler at once. Give a part of it a name in the line before, as in "
        + "`let part = a * b * (1 + exp(c))`, and write part in its place.")
    // What uses the braces' own names cannot stand before them.
    #expect(
      note(message, "let x = ¦z.map { a in a * b * (1 + exp(c)) + d }")
        == "Line 4 is too much for the compiler at once. Give a part of it a name in the line before, with let, and use that."
    )
  }
}
