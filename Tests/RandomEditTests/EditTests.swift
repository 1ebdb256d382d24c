import CourseKit
import Testing

@Suite("Random edits of Swift text") struct EditTests {
  private static let body = """
      var sum = 0.0
      for row in 0..<labels.rows {
        let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
        if p > 0.5 {
          sum -= labels[row, 0] * (1 - p)
        }
      }
      return sum / Double(labels.rows)
    """

  /// The bodies that one edit of a kind makes.
  private func bodies(_ kind: Edit.Kind, of text: String = body) -> [String] {
    let edits = Edit.all(of: text, names: Edit.Names(in: [text]))[kind] ?? []
    return edits.map { SwiftText(text).replacing($0.range, with: $0.replacement) }
  }

  @Test("find the tokens of which a text is made, numbers and ranges apart")
  func tokens() {
    let texts = SwiftText("0..<count { x[i, 1e-8] != -1.5 } // no").tokens.map(\.text)
    #expect(texts == ["0", "..<", "count", "{", "x", "[", "i", ",", "1e-8", "]", "!=", "-", "1.5", "}"])
  }

  @Test("find the statements with those inside their braces")
  func statements() {
    let statements = Statement.all(in: Self.body)
    #expect(statements.map(\.lines) == [0..<1, 1..<7, 7..<8])
    #expect(statements[1].blocks.map { $0.map(\.lines) } == [[2..<3, 3..<6]])
    #expect(statements[1].blocks[0][1].blocks.map { $0.map(\.lines) } == [[4..<5]])
  }

  @Test("take a call that goes over several lines as one statement")
  func longStatement() {
    let text = "  let a = f(\n    x, y)\n    .map { $0 }\n  return a ? b\n    : c"
    #expect(Statement.all(in: text).map(\.lines) == [0..<3, 3..<5])
  }

  @Test(
    "of each kind are made where the text has a place for them",
    arguments: [
      (Edit.Kind.operator, "if p >= 0.5 {"), (.operator, "sum += labels[row, 0]"), (.operator, "return sum * Double"),
      (.operands, "Double(labels.rows) / sum"), (.operand, "return sum\n"), (.sign, "* (1 - (-p))"),
      (.constant, "var sum = 1\n"), (.constant, "1 - (1e-8 * 10)"), (.name, "* (1 - row)"),
      (.argument, "min(1 - 1e-8, max("), (.index, "labels[(row + 1), 0]"), (.bound, "0..<(labels.rows - 1)"),
      (.condition, "if !(p > 0.5) {"), (.brackets, "labels[row, 0] * 1 - p"),
      (.precision, "Double(Float(labels.rows))"), (.dropped, "  var sum = 0.0\n  return sum"),
      (.doubled, "  var sum = 0.0\n  var sum = 0.0\n"), (.cut, "(1 - p)\n      break\n"),
    ])
  func kinds(kind: Edit.Kind, text: String) {
    #expect(bodies(kind).contains { ($0 + "\n").contains(text) }, "\(kind.rawValue)")
  }

  @Test("exchange the branches of a condition and take a member away")
  func shortBodies() {
    #expect(
      bodies(.branches, of: "  return isLast ? sigmoid(z) : hidden(z)").contains(
        "  return isLast ? hidden(z) : sigmoid(z)"))
    #expect(bodies(.member, of: "  return matmul(a, b.transposed)").contains("  return matmul(a, b)"))
    #expect(bodies(.label, of: "  f(from: a, to: b)").contains("  f(to: a, to: b)"))
  }

  @Test("move statements across a brace")
  func moved() {
    let text = "  f()\n  for i in r {\n    g()\n    h()\n  }\n  k()"
    let moved = bodies(.moved, of: text)
    #expect(moved.contains { $0.contains("    g()\n  for i in r {\n    h()\n") })
    #expect(moved.contains { $0.contains("    g()\n  }\n    h()\n") })
    #expect(moved.contains { $0.hasPrefix("  for i in r {\n  f()\n    g()\n") })
    #expect(moved.contains { $0.contains("    h()\n  k()\n  }") })
  }

  @Test("are one to three, change the text, and are the same for the same seed")
  func random() {
    func some(_ seed: UInt64) -> [EditedBody] {
      var generator = SeededGenerator(seed: seed)
      return (0..<200).map { _ in
        EditedBody.random(of: Self.body, names: Edit.Names(in: [Self.body]), using: &generator)
      }
    }
    let bodies = some(1)
    #expect(Set(bodies.map(\.steps.count)) == [1, 2, 3])
    #expect(bodies.count { $0.text != Self.body } > 190)
    #expect(bodies == some(1))
    #expect(bodies != some(2))
  }
}
