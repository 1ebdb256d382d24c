import Engine
import Foundation
import Testing
import Vocabulary
import Wire

@testable import CourseFiles
@testable import Notebooks
@testable import Reports
@testable import Running
@testable import Terminal
@testable import course_check

@Suite("Lesson 10 and exercise 4.10")
struct TwoDigitNumbersTests {
  /// Ten lessons, the last one with eleven exercises and the others with one.
  private let course = Course(
    lessons: (1...10).map { lesson in
      let exercises = (1...(lesson == 10 ? 11 : 1)).map { number in
        let id = ExerciseID(lesson: lesson, number: number)
        let function = LessonFunction<Int, Int>(id, "lesson\(lesson)step\(number)(_ x: Int) -> Int")
        return Exercise(Specification(function) { _, x in x }, demonstration: nil) { _ in
          [Check(id, .value, "an example") { _ in .passed }]
        }
      }
      return Lesson(lesson, "Topic\(lesson)", "A topic", summary: "", exercises: exercises)
    })

  private func examination(of lesson: Lesson) -> Examination {
    let verdicts = lesson.exercises.map {
      Verdict(exercise: $0.id, kind: .value, summary: "an example", outcome: .passed)
    }
    return Examination(lesson: lesson.number, verdicts: verdicts, prerequisites: [])
  }

  /// The columns at which a text begins in the lines that hold it.
  private func columns(of text: String, in lines: String) -> [Int] {
    lines.split(separator: "\n").compactMap { line in
      line.firstRange(of: text).map { line.distance(from: line.startIndex, to: $0.lowerBound) }
    }
  }

  @Test("are found by their names, and follow the ninth")
  func parts() {
    Course.$taught.withValue(course) {
      for word in ["lesson10", "10", "topic10", "Lesson10-Topic10"] { #expect(CoursePart(word) == CoursePart(10)) }
      #expect(CoursePart("10.11") == CoursePart(10, exercise: "10.11"))
      #expect(CoursePart("10.1") == CoursePart(10, exercise: "10.1"))
      #expect(CoursePart.joining(["lesson", "10", "exercise", "10.10"]) == ["lesson10", "10.10"])
      #expect(CoursePart(9).next == CoursePart(10))
      #expect(CoursePart(10, exercise: "10.9").next == CoursePart(10, exercise: "10.10"))
      #expect(CoursePart(10, exercise: "10.2").previous == CoursePart(10, exercise: "10.1"))
      #expect(Set(["lesson10", "10.1", "10.11"]).isSubset(of: CompletionTable.all.first))
    }
    #expect(course.lessons(neededBy: ["10.11", "9.1", "2.1"]).map(\.number) == [2, 9, 10])
  }

  @Test("leave the columns of tables straight")
  func tables() {
    Course.$taught.withValue(course) {
      let checkout = Checkout(
        root: URL(filePath: "/nowhere"), tree: .lessons, lessons: course.outline)
      let style = Style(isColoured: false, isASCII: false)
      let report = LessonReport(examination(of: course.lessons[9]), of: course.lessons[9], checkout, style).brief
      #expect(columns(of: "lesson10step", in: report) == [Int](repeating: 10, count: 11), "\(report)")
      #expect(Set(columns(of: "1 of 1 checks", in: report)).count == 1, "\(report)")
      let bars = course.lessons.map { lesson in
        let standing = LessonStanding(lesson: lesson, result: .success(examination(of: lesson)))
        return ProgressBar(of: standing, in: course, style).text + "\n"
      }.joined()
      for text in ["A topic", "█", "done"] {
        #expect(columns(of: text, in: bars).count == 10 && Set(columns(of: text, in: bars)).count == 1, "\(bars)")
      }
    }
  }

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
    #expect(page.hints(of: "4.10") == [Hint(summary: "4.10 · Hint 1 of 3", text: "look")])
    #expect(page.hints(of: "4.1") == [])
    #expect(page.readable.text.contains("swift run course-check hint 4.10"))
    let parts = LessonPage(page, links: NotebookLinks(from: "Notebooks", page: "Lessons/README.md")).parts
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
