import Foundation
import LabKit
import Testing

@testable import Judge
@testable import course_check

@Suite("The notebook's command line")
struct NotebookCommandTests {
  @Test("has this help")
  func help() throws {
    guard case .show(let text) = try Invocation(["notebook", "--help"]).task else {
      Issue.record("no help")
      return
    }
    #expect(
      text == """
        swift run course-check notebook [LESSON] [options]

        Weaves a lesson, or the course, into a notebook that you can show: the page, with
        your code for each exercise, its checks, numbers that it computes and figures that
        your network draws. The files go into Notebooks/ and are yours to commit; what has
        not changed since it was woven is not run again.

          --check           only look: exit status 1 if a file is missing, stale or edited
          --tree solutions  use the reference solutions instead of Lessons/
          --ascii           plain ASCII output
          --color WHEN      auto (on a terminal), always or never

        examples
          swift run course-check notebook lesson4
          swift run course-check notebook
          swift run course-check notebook --check

        """)
  }

  @Test("understands a lesson's names and --check, in any order")
  func words() throws {
    for words in [["notebook", "4", "--check"], ["notebook", "--check", "backward"]] {
      guard case .run(let command as NotebookCommand) = try Invocation(words).task else {
        Issue.record("another command")
        return
      }
      #expect(command.part == CoursePart(4))
      #expect(command.isCheck)
    }
  }

  @Test(
    "says what it does not understand",
    arguments: [
      ("4.3", "`notebook` weaves whole lessons, and 4.3 is an exercise: swift run course-check notebook lesson4"),
      ("3 4", "One lesson or exercise at a time: 'lesson3' or '4'?"),
      (
        "--chek",
        "There is no option '--chek' of `notebook`. Did you mean '--check'? "
          + "`swift run course-check notebook --help` shows what there is."
      ),
    ])
  func errors(words: String, sentence: String) throws {
    let error = #expect(throws: UsageError.self) {
      _ = try Invocation(["notebook"] + words.split(separator: " ").map(String.init))
    }
    #expect(error?.sentence == sentence)
  }
}

@Suite("A woven file")
struct WovenFileTests {
  private func inFile(_ contents: String?, _ test: (URL) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "woven-\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: file) }
    if let contents { try Data(contents.utf8).write(to: file) }
    try test(file)
  }

  @Test("is current for the key that it was woven from, and stale for any other")
  func keys() throws {
    try inFile(WovenFile.contents("# Lesson\n\n- last", from: "1a2b")) { file in
      #expect(WovenFile.state(of: file, for: "1a2b") == .current)
      #expect(WovenFile.state(of: file, for: "1a2c") == .stale)
    }
    try inFile(nil) { #expect(WovenFile.state(of: $0, for: "1a2b") == .missing) }
  }

  @Test("is edited as soon as one letter differs, in the text or in its last line, or if it was never woven")
  func edits() throws {
    let contents = WovenFile.contents("# Lesson 4\n", from: "1a2b")
    let edited = [
      contents.replacing("Lesson 4", with: "Lesson 5"), contents.replacing("1a2b", with: "1a2c"), contents + "more\n",
      "more\n" + contents, "# Notes of mine\n", "", String(contents.dropLast()),
    ]
    for text in edited {
      try inFile(text) { #expect(WovenFile.state(of: $0, for: "1a2b") == .edited, "\(text)") }
    }
  }

  @Test("that holds another one's last line is read by its own")
  func quotation() {
    let inner = WovenFile.contents("inner", from: "1")
    let outer = WovenFile(WovenFile.contents(inner, from: "2"))
    #expect(outer?.key == "2")
    #expect(outer?.text == inner)
    #expect(outer?.isUnedited == true)
  }
}

@Suite("Where the notebook's links lead")
struct NotebookLinksTests {
  @Test(
    "is where they led from the page",
    arguments: [
      ("see [Matrix](../../Sources/CourseKit/Matrix.swift).", "see [Matrix](../Sources/CourseKit/Matrix.swift)."),
      (
        "[next](../Lesson5-MiniBatches/README.md), [own](Backward.swift)",
        "[next](../Lessons/Lesson5-MiniBatches/README.md), [own](../Lessons/Lesson4-Backward/Backward.swift)"
      ),
      ("![curve](./curve.svg)", "![curve](../Lessons/Lesson4-Backward/curve.svg)"),
      (
        "[web](https://example.org/a/../b) and [mail](mailto:a@example.org)",
        "[web](https://example.org/a/../b) and [mail](mailto:a@example.org)"
      ),
      ("[above](#the-idea)", "[above](../Lessons/Lesson4-Backward/README.md#the-idea)"),
      ("f[0](x y) and [a] (b)", "f[0](x y) and [a] (b)"),
    ])
  func pages(line: String, rebased: String) {
    let links = NotebookLinks(from: "Notebooks", page: "Lessons/Lesson4-Backward/README.md")
    #expect(links.rebased(line[...]) == rebased)
  }

  @Test("counts the notebook's folders, and names the line of a file")
  func folders() {
    let links = NotebookLinks(from: "Notebooks/solutions", page: "Lessons/Lesson4-Backward/README.md")
    #expect(
      links.link(to: SourceLocation(file: "Solutions/A/A.swift", line: 7))
        == "[A.swift:7](../../Solutions/A/A.swift#L7)")
    #expect(links.rebased("[x](../README.md)") == "[x](../../Lessons/README.md)")
  }
}

@Suite("A page taken apart for the notebook")
struct LessonPageTests {
  private static let links = NotebookLinks(from: "Notebooks", page: "Lessons/LessonN/README.md")

  @Test("has places for the summary, each exercise and the report, and neither hints nor transcripts")
  func parts() {
    let page = LessonPage(
      """
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
      """, links: Self.links)
    #expect(
      page.parts == [
        .prose("# Lesson 4"), .summary,
        .prose("Goal.\n\n## The exercises\n### 4.1 f\n```swift\n### no heading\n```\nGiven: a."), .exercise("4.1"),
        .prose("### 4.2 g\nGiven: b."), .exercise("4.2"),
        .prose("## How to check\nRun it, or one\nexercise, `4.3`."), .report, .prose("Afterwards."),
      ])
  }

  @Test("keeps all else of every real page", arguments: Course.lessons.map(\.number))
  func realPages(number: Int) throws {
    let lesson = Course.lessons[number - 1]
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    let text = try Page(of: lesson, in: root).text
    let links = NotebookLinks(from: "Notebooks", page: "Lessons/\(lesson.folder)/README.md")
    let parts = LessonPage(text, links: links).parts
    #expect(parts.filter { $0 == .summary || $0 == .report } == [.summary, .report])
    let exercises = parts.compactMap { if case .exercise(let number) = $0 { number } else { nil } }
    #expect(exercises == lesson.exercises.map(\.number))
    let prose = parts.compactMap { if case .prose(let text) = $0 { text } else { nil } }.joined(separator: "\n")
    #expect(!prose.contains("<details>") && !prose.contains("```text") && !prose.contains("<!--"))
    // Nothing goes but hints, transcripts and the sentences that lead to these, which end with a colon.
    let rest = text.replacing(/(?s)<details>.*?<\/details>\n?/, with: "")
      .replacing(/(?s)<!-- transcript.*?```text.*?```\n/, with: "")
    let kept = Set(prose.split(separator: "\n"))
    let leftOut = rest.split(separator: "\n").filter { !kept.contains($0) && !kept.contains(links.rebased($0)[...]) }
    #expect(leftOut.count <= 2 && leftOut.allSatisfy { $0.hasSuffix(":") }, "\(leftOut)")
  }
}

@Suite("What the notebook depends on")
struct NotebookKeyTests {
  /// A checkout with one line in every file that counts.
  private func inCheckout(_ test: (URL, Checkout) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "notebook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let lessons = Course.lessons.flatMap { ["Lessons/\($0.file)", "Lessons/\($0.folder)/README.md"] }
    for file in lessons + ["Package.swift", "Sources/CourseKit/Matrix.swift"] { try write("one\n", to: file, in: root) }
    try test(root, Checkout(root: root, tree: .lessons, isolatedLesson: nil))
  }

  private func write(_ text: String, to file: String, in root: URL) throws {
    let location = root.appending(path: file)
    try FileManager.default.createDirectory(at: location.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: location)
  }

  @Test("is not the folder, and not the time of a file")
  func places() throws {
    var keys: Set<String> = []
    for _ in 1...2 {
      try inCheckout { root, checkout in
        keys.insert(NotebookKey(checkout).text(for: Course.lessons[3]))
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1_000_000)],
          ofItemAtPath: root.appending(path: "Package.swift").path)
        keys.insert(NotebookKey(checkout).text(for: Course.lessons[3]))
      }
    }
    #expect(keys.count == 1)
  }

  @Test(
    "is the page, the lesson, what it stands on and the kit",
    arguments: [
      ("Lessons/Lesson4-Backward/README.md", true), ("Lessons/Lesson4-Backward/Backward.swift", true),
      ("Lessons/Lesson1-Activations/Activations.swift", true), ("Lessons/Lesson3-Forward/Forward.swift", true),
      ("Sources/CourseKit/Matrix.swift", true), ("Package.swift", true),
      ("Lessons/Lesson2-HeInit/HeInit.swift", false), ("Lessons/Lesson3-Forward/README.md", false),
      ("Lessons/Lesson5-MiniBatches/MiniBatches.swift", false),
    ])
  func contents(file: String, counts: Bool) throws {
    try inCheckout { root, checkout in
      let before = NotebookKey(checkout).text(for: Course.lessons[3])
      let wholeBefore = NotebookKey(checkout).textForCourse
      try write("two\n", to: file, in: root)
      #expect((NotebookKey(checkout).text(for: Course.lessons[3]) != before) == counts)
      #expect(NotebookKey(checkout).textForCourse != wholeBefore)
    }
  }

  @Test("draws every picture in just one lesson, whose notebook depends on all that draw it")
  func pictures() {
    let shown = Course.lessons.flatMap(NotebookFigures.names)
    #expect(Set(shown) == Set(PlotName.allCases))
    #expect(shown.count == PlotName.allCases.count)
    for lesson in Course.lessons {
      #expect(!NotebookFigures.names(of: lesson).isEmpty)
      #expect(
        NotebookFigures.names(of: lesson).allSatisfy { $0.lessons.isSubset(of: NotebookFigures.lessons(of: lesson)) })
    }
    for name in PlotName.allCases { #expect(!name.caption.contains("your") && !name.caption.contains("lesson")) }
  }
}

@Suite("What the notebook shows of an exercise")
struct WovenExerciseTests {
  private let lesson = Course.lessons[3]
  private let checkout = Checkout(root: URL(filePath: "/nowhere"), tree: .lessons, isolatedLesson: nil)

  private func woven(_ code: String, _ outcome: Outcome?) -> String {
    let verdicts = outcome.map { [Verdict(exercise: "4.1", kind: .value, summary: "by hand", outcome: $0)] }
    let state = LessonState(
      lesson,
      verdicts.map { .success(Examination(lesson: lesson, verdicts: $0, prerequisites: [])) }
        ?? .failure(BuildFailure(kind: .lesson, sentence: "Lesson 4 does not compile.")), checkout)
    return WovenExercise(
      exercise: lesson.exercises[0], state: state,
      source: LessonSource(code.split(separator: "\n", omittingEmptySubsequences: false), file: "Lessons/B/B.swift"),
      checkout: checkout, links: NotebookLinks(from: "Notebooks", page: "Lessons/B/README.md"),
      numbers: [DemonstratedCall("`f(x)`", "`1`")]
    ).text
  }

  @Test("that is right is its code with its line, its checks and its numbers")
  func right() {
    #expect(
      woven("import A\n\n  /// Doc.\n  func outputDelta(a: Int) -> Int {\n    a\n  }\n", .passed) == """
        **Code** · [B.swift:4](../Lessons/B/B.swift#L4)

        ```swift
        /// Doc.
        func outputDelta(a: Int) -> Int {
          a
        }
        ```

        **Checks**

        ```text
          ✓ 4.1 outputDelta     value: by hand
        ```

        **Numbers** that this code computes

        | call | result |
        |---|---|
        | `f(x)` | `1` |
        """)
  }

  @Test("that is not right says so with file and line, and shows no numbers")
  func others() {
    let code = "func outputDelta(a: Int) -> Int {\n  fatalError()\n}\n"
    let open = woven(code, .notStarted(SourceLocation(file: "Lessons/B/B.swift", line: 2)))
    #expect(open.hasSuffix("```text\n  · 4.1 outputDelta     not started (TODO at B.swift:2)\n```"))
    let crashed = woven(
      code,
      .failed(Finding(evidence: ["It stopped."], location: SourceLocation(file: "Lessons/B/B.swift", line: 2))))
    #expect(
      crashed.hasSuffix(
        """
        ```text
          ✗ 4.1 outputDelta     value: by hand
                It stopped.
                at Lessons/B/B.swift:2
                Next hint: swift run course-check hint 4.1
        ```
        """))
    #expect(
      woven(code, nil).hasSuffix(
        "**Checks** · not checked, because the code does not compile: see the top of this page."))
  }

  @Test("whose end nobody can tell, or that is gone, says so and shows no half of it")
  func broken() {
    let open = woven("func outputDelta(a: Int) -> Int {\n  a\n", nil)
    #expect(
      open.hasPrefix(
        "**Code** · `outputDelta` begins at [B.swift:1](../Lessons/B/B.swift#L1), and where it ends cannot be told: "
          + "see the rest of the file below."))
    #expect(woven("let a = 1\n", nil).hasPrefix("**Code** · `outputDelta` is not in [B.swift](../Lessons/B/B.swift)"))
  }

  @Test("stands between fences that are longer than any in it")
  func fences() {
    #expect(MarkdownFence.block("a ``` b ```` c", "swift") == "`````swift\na ``` b ```` c\n`````")
    #expect(MarkdownFence.block("a\n", "text") == "```text\na\n```")
  }
}
