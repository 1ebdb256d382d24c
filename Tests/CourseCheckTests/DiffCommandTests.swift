import Engine
import FixtureCourse
import Foundation
import Testing
import Vocabulary

@testable import CourseFiles
@testable import Reports
@testable import Terminal
@testable import course_check

@Suite("The words of diff", .taught(.fixture))
struct DiffCommandTests {
  @Test("have this help")
  func help() {
    #expect(
      DiffCommand.help == """
        swift run course-check diff LESSON | EXERCISE [options]

        Shows what you wrote beside the reference solution, exercise by exercise: your
        lines with a minus, those of the reference with a plus, common lines once. It
        waits until every check passes, for a solution that was read cannot be found any
        more. Right answers may well differ.

          --spoil       show the reference although checks do not pass yet
          --ascii       plain ASCII output
          --color WHEN  auto (on a terminal), always or never

        examples
          swift run course-check diff lesson2
          swift run course-check diff 2.10
          swift run course-check diff lesson2 --spoil

        """)
  }

  @Test(
    "that cannot be understood get a sentence",
    arguments: [
      ([], "`diff` needs a lesson or an exercise, for example: swift run course-check diff lesson2"),
      (["--spoil"], "`diff` needs a lesson or an exercise, for example: swift run course-check diff lesson2"),
      (
        ["2", "--tree", "solutions"],
        "`diff` compares your own work in Lessons/ with the tree 'solutions', so it does not go with that tree."
      ),
      (
        ["2", "--spoli"],
        "`diff` has no option '--spoli'. Did you mean '--spoil'? "
          + "`swift run course-check diff --help` shows what there is."
      ),
    ])
  func errors(words: [String], sentence: String) throws {
    let error = try #require(throws: UsageError.self) { try Invocation(["diff"] + words) }
    #expect(error.sentence == sentence)
  }
}

@Suite("A comparison with the reference", .taught(.fixture))
struct ReferenceComparisonTests {
  private let lesson = Course.fixture.lessons[1]
  private let plain = Style(isColoured: false, isASCII: false)

  private func comparison(_ id: ExerciseID, of text: String) throws -> ReferenceComparison {
    let checkout = try SmallCheckout()
    try checkout.write(text, to: "Lessons/\(lesson.file)")
    let exercise = try #require(lesson.exercises.first { $0.id == id })
    return try ReferenceComparison(exercise.outline, of: lesson.outline, in: checkout.root)
  }

  private func text(of comparison: ReferenceComparison) -> String {
    DiffReport(comparison: comparison, style: plain).text
  }

  @Test("has your lines with a minus, those of the reference with a plus, and common ones once")
  func lines() throws {
    let own = try SmallCheckout.solution(of: lesson)
      .replacing("  let count = Double(x.rows)\n", with: "  let rows = Double(x.rows)\n")
      .replacing("/ count", with: "/ rows")
    #expect(
      text(of: try comparison("2.10", of: own)) == """
        2.10 spread
          public func spread(_ x: Matrix) -> Matrix {
        -   let rows = Double(x.rows)
        +   let count = Double(x.rows)
            let sums = squared(centred(x)).columnSums()
        -   let means = sums / rows
        +   let means = sums / count
            return means
          }

        """)
  }

  @Test("finds the same in what differs by spaces, line breaks and line endings alone")
  func spaces() throws {
    let own = try SmallCheckout.solution(of: lesson)
      .replacing("squared(centred(x))", with: "squared(\n    centred( x ) )")
      .replacing("\n", with: "\r\n")
    let comparison = try comparison("2.10", of: own)
    #expect(comparison.isSame)
    #expect(text(of: comparison) == "2.10 spread reads like the reference.\n")
    #expect(try !self.comparison("2.10", of: own.replacing("x.rows", with: "x.columns")).isSame)
  }

  @Test("has no markers of the solutions")
  func markers() throws {
    for exercise in lesson.exercises {
      let own = try SmallCheckout.solution(of: lesson).replacing("(_ x: Matrix", with: "(_ y: Matrix")
      #expect(try !text(of: comparison(exercise.id, of: own)).contains("SOLUTION"))
    }
  }

  @Test("says when an exercise cannot be found, or there are no solutions")
  func lost() throws {
    let own = try SmallCheckout.solution(of: lesson).replacing("spread(", with: "width(")
    let refusal = try #require(throws: Refusal.self) { try comparison("2.10", of: own) }
    #expect(
      refusal.sentence
        == "2.10 spread cannot be found in Lessons/Lesson2-Averages/Averages.swift: its function has another name, "
        + "or its braces do not pair.")
    let checkout = try SmallCheckout()
    try FileManager.default.removeItem(at: checkout.root.appending(path: "Solutions"))
    let other = try #require(throws: Refusal.self) {
      try ReferenceComparison(lesson.exercises[0].outline, of: lesson.outline, in: checkout.root)
    }
    #expect(other.sentence == "There is no file Solutions/Lesson2-Averages/Averages.swift here that could be compared.")
  }

  @Test("paints what is yours red and what is the reference's green")
  func colours() throws {
    let own = try SmallCheckout.solution(of: lesson).replacing(
      "  let count = Double(x.rows)\n", with: "  let count = 2.0\n")
    let style = Style(isColoured: true, isASCII: false)
    let text = DiffReport(comparison: try comparison("2.10", of: own), style: style).text
    #expect(text.contains("\n\u{1B}[31m-   let count = 2.0\u{1B}[0m\n"))
    #expect(text.contains("\n\u{1B}[32m+   let count = Double(x.rows)\u{1B}[0m\n"))
    #expect(text.contains("\n    return means\n"))
  }
}
