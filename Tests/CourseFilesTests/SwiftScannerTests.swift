import Engine
import FixtureCourse
import Testing
import Vocabulary

@testable import CourseFiles

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
    /// 2.1  The mean of each column.
    ///
    /// Given: much.
    @inlinable
    public func mean(_ x: Matrix) -> Matrix {
      print("}")  // }
      func help() { /* { */ }
      return x.columnSums()
    }

    let between = 1

    /// 2.2  Every entry less the mean.
    public func centred(_ x: Matrix) -> Matrix { x }
    """

  @Test("shows where an exercise begins and ends: from its comment to the brace that closes it")
  func regions() {
    let source = LessonSource(
      lesson.split(separator: "\n", omittingEmptySubsequences: false), file: "Lesson.swift",
      of: Course.fixture.lessons[1].outline)
    let exercises = Course.fixture.lessons[1].exercises
    #expect(source.region(of: exercises[0].outline) == 0..<9)
    #expect(source.region(of: exercises[1].outline) == 12..<14)
    #expect(source.region(of: exercises[2].outline) == nil)
  }

  @Test("has no end of an exercise whose brace is missing")
  func missingBrace() {
    let broken = lesson.replacing("  return x.columnSums()\n}", with: "  return x.columnSums()\n")
    let source = LessonSource(
      broken.split(separator: "\n", omittingEmptySubsequences: false), file: "Lesson.swift",
      of: Course.fixture.lessons[1].outline)
    #expect(source.region(of: Course.fixture.lessons[1].exercises[0].outline) == nil)
  }

  @Test("has no end of an exercise in which another one begins, even if the braces pair")
  func anotherInside() {
    let broken = lesson.replacing("  return x.columnSums()\n}", with: "  return x.columnSums()\n") + "\n}"
    let source = LessonSource(
      broken.split(separator: "\n", omittingEmptySubsequences: false), file: "Lesson.swift",
      of: Course.fixture.lessons[1].outline)
    #expect(source.region(of: Course.fixture.lessons[1].exercises[0].outline) == nil)
  }

  @Test("tells methods of one name apart by their types, and knows none of a type that has none")
  func methods() {
    let text = """
      public final class Wide: Layer {
        public override func forward(_ x: Matrix) -> Matrix { x }
      }

      // class Narrow is below.
      public final class Narrow: Layer {
        public override func forward(_ x: Matrix) -> Matrix {
          2 * x
        }
      }

      final class Flat: Layer {}
      """
    let exercises = ["Wide", "Narrow", "Flat"].enumerated().map { number, type in
      ExerciseOutline(
        id: ExerciseID(lesson: 10, number: number + 1), name: "\(type).forward",
        signature: "forward(_ x: Matrix) -> Matrix")
    }
    let source = LessonSource(
      text.split(separator: "\n", omittingEmptySubsequences: false), file: "Lesson.swift",
      of: LessonOutline(number: 10, topic: "Layers", title: "Layers", exercises: exercises))
    #expect(exercises.map { source.declaration(of: $0.name)?.line } == [2, 7, nil])
    #expect(exercises.map(source.region) == [1..<2, 6..<9, nil])
    #expect(source.declarationText(of: "Narrow.forward")?.contains("override") == true)
  }
}
