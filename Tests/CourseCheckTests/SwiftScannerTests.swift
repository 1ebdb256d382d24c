import Course
import Engine
import Testing

@testable import course_check

@Suite("A lesson's text")
struct SwiftScannerTests {
  @Test(
    "without comments and strings keeps its columns",
    arguments: [
      ("let a = 1 // {", "let a = 1     "),
      ("let a = \"}\" + b", "let a =     + b"),
      ("let a = \"\\\"}\" }", "let a =       }"),
      ("let a = \"\\(f(\"}\") + 1)}\" }", "let a =                  }"),
      ("let a = #\"\\(\"}\"# }", "let a =          }"),
      ("a /* } */ b", "a         b"),
      ("a /* /* } */ } */ b", "a                 b"),
      ("let quote: Character = \"\"", "let quote: Character =   "),
    ])
  func lines(text: String, code: String) {
    #expect(SwiftScanner.code(of: [text[...]]) == [code])
  }

  @Test("ends comments and strings of several lines where they end")
  func several() {
    let lines = ["a /* {", "} */ b", "let c = \"\"\"", "  { \"quoted\" }", "  \"\"\" + d", "let e = \"open {", "f {"]
    let code = SwiftScanner.code(of: lines.map { $0[...] })
    #expect(code == ["a     ", "     b", "let c =    ", "              ", "      + d", "let e =        ", "f {"])
  }

  private let lesson = """
    /// 4.1  The output layer's delta.
    ///
    /// Given: much.
    @inlinable
    public func outputDelta(probabilities: Matrix, labels: Matrix) -> Matrix {
      print("}")  // }
      func help() { /* { */ }
      return probabilities - labels
    }

    let between = 1

    /// 4.2  A hidden layer's delta.
    public func hiddenDelta(nextDelta: Matrix) -> Matrix { nextDelta }
    """

  @Test("shows where an exercise begins and ends: from its comment to the brace that closes it")
  func regions() {
    let source = LessonSource(lesson.split(separator: "\n", omittingEmptySubsequences: false), file: "Lesson.swift")
    let exercises = Course.neuralNetwork.lessons[3].exercises
    #expect(source.region(of: exercises[0]) == 0..<9)
    #expect(source.region(of: exercises[1]) == 12..<14)
    #expect(source.region(of: exercises[2]) == nil)
  }

  @Test("has no end of an exercise whose brace is missing")
  func missingBrace() {
    let broken = lesson.replacing("  return probabilities - labels\n}", with: "  return probabilities - labels\n")
    let source = LessonSource(broken.split(separator: "\n", omittingEmptySubsequences: false), file: "Lesson.swift")
    #expect(source.region(of: Course.neuralNetwork.lessons[3].exercises[0]) == nil)
  }
}
