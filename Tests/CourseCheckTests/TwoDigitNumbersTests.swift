import Engine
import Foundation
import Testing
import Vocabulary

@testable import course_check

@Suite("Lesson 10 and exercise 4.10")
struct TwoDigitNumbersTests {
  @Test("keep their hints apart from those of 4.1, in the order of the course")
  func hintMemory() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "hints-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    var memory = HintMemory(root: root)
    let exercises: [ExerciseID] = ["10.11", "4.10", "4.9", "10.2", "4.1"]
    for (index, exercise) in exercises.enumerated() { memory.note(index, for: exercise) }
    for (index, exercise) in exercises.enumerated() {
      #expect(HintMemory(root: root).stepsTaken(for: exercise) == index)
    }
    let text = try String(contentsOf: root.appending(path: ".course-check/hints.txt"), encoding: .utf8)
    #expect(text == "4.1 4\n4.9 2\n4.10 1\n10.2 3\n10.11 0\n")
  }

  @Test("have their own part and their own hints on a page")
  func page() {
    let text = "### 4.1 a\none\n### 4.10 b\nten\n<details><summary>4.10 · Hint 1 of 3</summary>look</details>\n"
    let page = Page(file: "README.md", text: text)
    #expect(page.hints(of: "4.10") == [Hint(step: 1, text: "look")])
    #expect(page.hints(of: "4.1") == [])
    #expect(page.readable.contains("swift run course-check hint 4.10"))
    let parts = LessonPage(text, links: NotebookLinks(from: "Notebooks", page: "Lessons/README.md")).parts
    #expect(parts.contains(.exercise("4.1")) && parts.contains(.exercise("4.10")))
  }

  @Test("are no slip for another number, and a digit that was typed twice is one")
  func suggestions() {
    let words = ["lesson1", "lesson2", "lesson10", "lesson21", "4.1", "4.10", "10.4"]
    #expect(Suggestion(for: "lesson12", among: words).word == nil)
    #expect(Suggestion(for: "leson10", among: words).word == "lesson10")
    #expect(Suggestion(for: "4,10", among: words).word == "4.10")
    #expect(Suggestion(for: "1.40", among: words).word == nil)
    #expect(Suggestion(for: "4.100", among: words).word == "4.10")
  }
}
