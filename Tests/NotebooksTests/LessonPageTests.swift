import Course
import Engine
import FixtureCourse
import Foundation
import Testing

@testable import CourseFiles
@testable import Notebooks

@Suite("A page taken apart for the notebook")
struct LessonPageTests {
  private static let links = NotebookLinks(from: "Notebooks", page: "Lessons/LessonN/README.md")

  @Test("has places for the summary, each exercise and the report, and neither hints nor transcripts")
  func parts() {
    let page = LessonPage(
      Page(
        file: "README.md",
        text: """
          # Lesson 4

          Goal.

          ## The exercises
          ### 4.1 f
          ```swift
          ### no heading
          ```
          Given: a.
          <details><summary>4.1 · Hint 1 of 3</summary>
          Secret.
          </details>
          <details><summary>4.1 · Hint 2 of 3</summary>Secret.</details>

          ### 4.2 g
          Given: b.
          ## How to check
          Run it, or one
          exercise, `4.3`. A fresh copy has
          not started:
          <!-- transcript: stubs -->
          ```text
          $ run
          ```
          Green ✓ holds; what fails is shown like this:
          <!-- transcript: plant 4.1 x -->
          ```text
          ✗
          ```
          Afterwards.
          """), links: Self.links)
    #expect(
      page.parts == [
        .prose("# Lesson 4"), .summary,
        .prose("Goal.\n\n## The exercises\n### 4.1 f\n```swift\n### no heading\n```\nGiven: a."), .exercise("4.1"),
        .prose("### 4.2 g\nGiven: b."), .exercise("4.2"),
        .prose("## How to check\nRun it, or one\nexercise, `4.3`."), .report, .prose("Afterwards."),
      ])
  }

  @Test("keeps all else of every real page", arguments: Course.neuralNetwork.lessons.map(\.number))
  func realPages(number: Int) throws {
    let lesson = Course.neuralNetwork.lessons[number - 1]
    let root = SmallCheckout.checkout
    let page = try Page(of: lesson.outline, in: root)
    let links = NotebookLinks(from: "Notebooks", page: "Lessons/\(lesson.folder)/README.md")
    let parts = LessonPage(page, links: links).parts
    #expect(parts.filter { $0 == .summary || $0 == .report } == [.summary, .report])
    let exercises = parts.compactMap { if case .exercise(let number) = $0 { number } else { nil } }
    #expect(exercises == lesson.exercises.map(\.id))
    let prose = parts.compactMap { if case .prose(let text) = $0 { text } else { nil } }.joined(separator: "\n")
    // What is folded away stays; hints begin with their exercise's number.
    #expect(!prose.contains(/<summary>[0-9]/) && !prose.contains("```text") && !prose.contains("<!--"))
    // Nothing goes but hints, transcripts and the sentences that lead to these, which end with a colon.
    let rest = page.replacingHints()
      .replacing(/(?s)<!-- transcript.*?```text.*?```\n/, with: "")
    let kept = Set(prose.split(separator: "\n"))
    let leftOut = rest.split(separator: "\n").filter { !kept.contains($0) && !kept.contains(links.rebased($0)[...]) }
    #expect(leftOut.count <= 2 && leftOut.allSatisfy { $0.hasSuffix(":") }, "\(leftOut)")
  }
}
