import Course
import Engine
import FixtureCourse
import Testing

@testable import CourseFiles
@testable import Markup

@Suite("A formula in MathML")
struct MathMLTests {
  @Test(
    "is elements for browsers",
    arguments: [
      ("z", "<mi>z</mi>"), ("1.25", "<mn>1.25</mn>"),
      (
        #"A_{l-1}^\top"#,
        "<msubsup><mi>A</mi><mrow><mi>l</mi><mo>−</mo><mn>1</mn></mrow><mi mathvariant=\"normal\">⊤</mi></msubsup>"
      ),
      (
        "g'(Z)",
        "<mrow><msup><mi>g</mi><mo>′</mo></msup><mo stretchy=\"false\">(</mo><mi>Z</mi><mo stretchy=\"false\">)</mo></mrow>"
      ),
      (
        #"\frac{1}{|B|}"#,
        "<mfrac><mn>1</mn><mrow><mo form=\"prefix\" fence=\"true\" stretchy=\"false\">|</mo><mi>B</mi>"
          + "<mo form=\"postfix\" fence=\"true\" stretchy=\"false\">|</mo></mrow></mfrac>"
      ),
      (#"\hat m"#, "<mover accent=\"true\"><mi>m</mi><mo stretchy=\"false\">^</mo></mover>"),
      (#"\log p"#, "<mrow><mi>log</mi><mspace width=\"0.17em\"/><mi>p</mi></mrow>"),
      (
        #"\exp(z)"#,
        "<mrow><mi>exp</mi><mo stretchy=\"false\">(</mo><mi>z</mi><mo stretchy=\"false\">)</mo></mrow>"
      ),
      (#"\left( x \right)"#, "<mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>"),
      (#"\text{a < b} < c"#, "<mrow><mtext>a\u{A0}&lt;\u{A0}b</mtext><mo>&lt;</mo><mi>c</mi></mrow>"),
      (#"\sqrt{2}"#, "<msqrt><mn>2</mn></msqrt>"), (#"\mathcal{N}"#, "<mi>𝒩</mi>"),
    ])
  func elements(source: String, content: String) {
    #expect(Formula(source).mathML == "<math>\(content)</math>")
  }

  @Test(
    "is none where something is not known or not whole",
    arguments: [
      #"\unknown x"#, "{open", "shut}", #"a\"#, "x_", "x_1_2", #"\left( x"#, #"x \right)"#, "a # b", #"\text{\alpha}"#,
    ])
  func unknown(source: String) {
    #expect(Formula(source).mathML == nil)
  }

  @Test("is there for every formula of every page", arguments: Course.neuralNetwork.lessons.map(\.number))
  func pages(number: Int) throws {
    let page = try Page(of: Course.neuralNetwork.lessons[number - 1].outline, in: SmallCheckout.checkout)
    let formulas = Self.formulas(in: Block.blocks(of: page.text))
    #expect(!formulas.isEmpty || !page.text.contains("$"))
    for formula in formulas { #expect(Formula(formula).mathML != nil, "\(formula)") }
  }

  private static func formulas(in blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .heading(_, let text), .paragraph(let text): formulas(in: Inline.pieces(of: text))
      case .item(_, let inner), .quote(let inner): formulas(in: inner)
      case .details(let summary, let inner): formulas(in: Inline.pieces(of: summary)) + formulas(in: inner)
      case .table(let rows): rows.flatMap { $0.flatMap { formulas(in: Inline.pieces(of: $0)) } }
      case .code, .picture: []
      }
    }
  }

  private static func formulas(in pieces: [Inline]) -> [String] {
    pieces.flatMap { piece -> [String] in
      switch piece {
      case .formula(let source): [source]
      case .bold(let inner), .emphasis(let inner), .link(let inner, _): formulas(in: inner)
      case .text, .code, .picture: []
      }
    }
  }
}
