import Engine
import FixtureCourse
import Foundation
import Testing
import Vocabulary

@testable import Building
@testable import CourseFiles
@testable import Notebooks
@testable import Running

@Suite("What the notebook shows of an exercise")
struct WovenExerciseTests {
  private let lesson = Course.fixture.lessons[1]
  private let checkout = Checkout(
    root: URL(filePath: "/nowhere"), tree: .lessons, lessons: Course.fixture.outline)

  private func woven(_ code: String, _ outcome: Outcome?) -> String {
    let verdicts = outcome.map { [Verdict(exercise: "2.1", kind: .value, summary: "by hand", outcome: $0)] }
    let standing = LessonStanding(
      lesson: lesson,
      result: verdicts.map { .success(Examination(lesson: lesson.number, verdicts: $0, prerequisites: [])) }
        ?? .failure(BuildFailure(kind: .lesson, sentence: "Lesson 2 does not compile.")))
    let exercise = WovenExercise(
      exercise: lesson.exercises[0], standing: standing,
      source: LessonSource(
        code.split(separator: "\n", omittingEmptySubsequences: false), file: "Lessons/B/B.swift", of: lesson.outline),
      checkout: checkout, links: NotebookLinks(from: "Notebooks", page: "Lessons/B/README.md"),
      numbers: [DemonstratedCall("`f(x)`", "`1`")])
    return MarkdownNotebook.text(of: exercise.block)
  }

  @Test("that is right is its code with its line, its checks and its numbers")
  func right() {
    #expect(
      woven("import A\n\n  /// Doc.\n  func mean(a: Int) -> Int {\n    a\n  }\n", .passed) == """
        **Code** · [B.swift:4](../Lessons/B/B.swift#L4)

        ```swift
        /// Doc.
        func mean(a: Int) -> Int {
          a
        }
        ```

        **Checks**

        ```text
          ✓ 2.1  mean      value: by hand
        ```

        **Numbers** that this code computes

        | call | result |
        |---|---|
        | `f(x)` | `1` |
        """)
  }

  @Test("that is not right says so with file and line, and shows no numbers")
  func others() {
    let code = "func mean(a: Int) -> Int {\n  fatalError()\n}\n"
    let open = woven(code, .notStarted(Vocabulary.SourceLocation(file: "Lessons/B/B.swift", line: 2)))
    #expect(open.hasSuffix("```text\n  · 2.1  mean      not started (TODO at B.swift:2)\n```"))
    let crashed = woven(
      code,
      .failed(
        Finding(evidence: ["It stopped."], location: Vocabulary.SourceLocation(file: "Lessons/B/B.swift", line: 2))))
    #expect(
      crashed.hasSuffix(
        """
        ```text
          ✗ 2.1  mean      value: by hand
                It stopped.
                at Lessons/B/B.swift:2
                Next hint: swift run course-check hint 2.1
        ```
        """))
    #expect(
      woven(code, nil).hasSuffix(
        "**Checks** · not checked, because the code does not compile: see the top of this page."))
  }

  @Test("whose end nobody can tell, or that is gone, says so and shows no half of it")
  func broken() {
    let open = woven("func mean(a: Int) -> Int {\n  a\n", nil)
    #expect(
      open.hasPrefix(
        "**Code** · `mean` begins at [B.swift:1](../Lessons/B/B.swift#L1), and where it ends cannot be told: "
          + "see the rest of the file below."))
    #expect(woven("let a = 1\n", nil).hasPrefix("**Code** · `mean` is not in [B.swift](../Lessons/B/B.swift)"))
  }

  @Test("stands between fences that are longer than any in it")
  func fences() {
    #expect(MarkdownFence.block("a ``` b ```` c", "swift") == "`````swift\na ``` b ```` c\n`````")
    #expect(MarkdownFence.block("a\n", "text") == "```text\na\n```")
  }
}
