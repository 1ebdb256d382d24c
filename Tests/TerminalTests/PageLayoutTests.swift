import Course
import Engine
import FixtureCourse
import Foundation
import Testing
import Vocabulary

@testable import CourseFiles
@testable import Terminal

@Suite("A page in the terminal")
struct PageLayoutTests {
  private static let root = SmallCheckout.checkout
  private static let plain = Style(isColoured: false, isASCII: false)
  /// The pages of the course: the syllabus first.
  private static var pages: [Page] {
    get throws {
      try [Page(of: nil, in: root)] + Course.neuralNetwork.lessons.map { try Page(of: $0.outline, in: root) }
    }
  }

  @Test("has no line wider than it may be, but for words that cannot be broken", arguments: [40, 80])
  func width(columns: Int) throws {
    for page in try Self.pages {
      for line in PageLayout(Self.plain, width: columns).text(page.readable.text).split(separator: "\n") {
        let words = line.split { $0 == " " || $0 == "•" }
        #expect(line.count <= columns || words.count == 1, "\(page.file): \(line)")
      }
    }
  }

  @Test("shows nothing of the notation", arguments: [40, 80])
  func notation(columns: Int) throws {
    for page in try Self.pages {
      let prose = Self.withoutCode(page.readable.text)
      let text = PageLayout(Self.plain, width: columns).text(prose)
      for mark in ["$", "\\", "<details>", "<!--", "**", "](", "|---", "## "] {
        #expect(!text.contains(mark), "\(page.file) has \(mark)")
      }
    }
  }

  @Test("still has every word of the prose", arguments: [40, 80])
  func words(columns: Int) throws {
    for page in try Self.pages {
      let prose = page.text.replacing(/<details>(?s).*?<\/details>|<!--.*?-->/, with: "")
        .replacing(/\$[^$\n]+\$/, with: "").replacing(/\]\([^:)]*\)/, with: "]")
      let shown = Self.counts(PageLayout(Self.plain, width: columns).text(page.readable.text))
      for (word, count) in Self.counts(prose) where !["text", "swift"].contains(word) {
        #expect(shown[word, default: 0] >= count, "\(page.file): \(word)")
      }
    }
  }

  @Test("has no hints, but names the command that shows them")
  func hints() throws {
    for (course, root) in [(Course.fixture, Course.fixtureFiles), (.neuralNetwork, Self.root)] {
      for lesson in course.lessons {
        let page = try Page(of: lesson.outline, in: root)
        let text = PageLayout(Self.plain, width: 80).text(page.readable.text)
        for exercise in lesson.exercises {
          #expect(text.contains("Stuck? `swift run course-check hint \(exercise.id)`\n"))
          #expect(page.hints(of: exercise.id).map(\.step) == [1, 2, 3])
        }
        #expect(!text.contains("Hint 1 of 3") && !text.contains("What is twice −3?"))
      }
    }
  }

  @Test("is pure ASCII where that is wished, and no character is lost on the way")
  func ascii() throws {
    let style = Style(isColoured: false, isASCII: true)
    for page in try Self.pages {
      let text = PageLayout(style, width: 80).text(page.readable.text)
      #expect(text.utf8.allSatisfy { $0 < 128 })
      #expect(text.count { $0 == "?" } <= page.text.count { $0 == "?" }, "\(page.file) has a character without a twin")
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test("shows the part about one exercise", arguments: Course.neuralNetwork.exercises.map(\.id))
  func part(id: ExerciseID) throws {
    let lesson = try #require(Course.neuralNetwork.lesson(of: id))
    let exercise = try #require(Course.neuralNetwork.exercise(id))
    let part = try #require(Page(of: lesson.outline, in: Self.root).readablePart(on: exercise.id))
    #expect(part.hasPrefix("### \(exercise.title)\n"))
    #expect(part.contains("Must hold:") && part.contains("hint \(id)`"))
    #expect(part.matches(of: /(?m)^##/).count == 1)
  }

  @Test("has tables in columns where they fit, and row by row where they do not")
  func tables() {
    let table = """
      | symptom | cause |
      |---|---|
      | the loss rises from the first step | y − A for A − y |
      | NaN at `z = 1000` | the formula overflows |
      """
    #expect(
      PageLayout(Self.plain, width: 80).text(table) == """
        symptom                             cause
        ──────────────────────────────────  ─────────────────────
        the loss rises from the first step  y − A for A − y
        NaN at `z = 1000`                   the formula overflows

        """)
    #expect(
      PageLayout(Self.plain, width: 40).text(table) == """
        symptom              cause
        ───────────────────  ───────────────────
        the loss rises from  y − A for A − y
        the first step

        NaN at `z = 1000`    the formula
                             overflows

        """)
    #expect(
      PageLayout(Self.plain, width: 24).text(table) == """
        symptom: the loss
          rises from the first
          step
          cause: y − A for A −
            y

        symptom: NaN at
          `z = 1000`
          cause: the formula
            overflows

        """)
  }

  @Test("has lists with hanging lines, code inside of them, and boxes to tick")
  func lists() {
    let list = """
      A list:
      - one that is so long that it goes on
        below
      - [ ] Why?
      1. first

         ```
         swift run
         ```
         then
      """
    #expect(
      PageLayout(Self.plain, width: 24).text(list) == """
        A list:
        • one that is so long
          that it goes on below
        [ ] Why?
        1. first

             swift run

           then

        """)
  }

  @Test("has colours where they are wished, which take no room")
  func colours() {
    let style = Style(isColoured: true, isASCII: false)
    #expect(
      PageLayout(style, width: 24).text("A **bold claim** and `code` in *one* line here") == """
        A \u{1B}[1mbold claim\u{1B}[0m and \u{1B}[36mcode\u{1B}[0m in
        \u{1B}[3mone\u{1B}[0m line here

        """)
  }

  private static func withoutCode(_ text: String) -> String { text.replacing(/(?m)^ *```(?s).*?^ *```/, with: "") }

  private static func counts(_ text: String) -> [Substring: Int] {
    text.matches(of: /\p{L}{2,}/).reduce(into: [:]) { $0[$1.output, default: 0] += 1 }
  }
}
