import Engine
import FixtureCourse
import Foundation
import Testing

@testable import Building
@testable import CourseFiles
@testable import Processes

@Suite("What a compiler printed")
struct ToolOutcomeTests {
  private let root = URL(filePath: "/course")

  /// A compiler that failed and said this.
  private func outcome(_ lines: [String]) -> ToolRun.Outcome {
    ToolRun.Outcome(program: "/usr/bin/swiftc", status: ExitStatus(code: 1 << 8), lines: lines)
  }

  @Test("gives each error and each warning once, with the path in the checkout")
  func errors() {
    let outcome = outcome([
      "<unknown>:0: remark: hello",
      "/course/Lessons/Lesson2-Averages/Averages.swift:33:5: error: cannot find 'x' in scope",
      " 33 |     x", "    |     `- error: cannot find 'x' in scope",
      "/course/Lessons/Lesson2-Averages/Averages.swift:33:5: error: cannot find 'x' in scope",
      "/course/Lessons/Lesson2-Averages/Averages.swift:40:1: warning: unused", "error: fatalError",
    ])
    let file = "Lessons/Lesson2-Averages/Averages.swift"
    #expect(
      outcome.messages(relativeTo: root) == [
        CompilerMessage(file: file, line: 33, column: 5, message: "cannot find 'x' in scope"),
        CompilerMessage(.warning, file: file, line: 40, column: 1, message: "unused"),
      ])
  }

  @Test("tells a full disk from other failures")
  func fullDisk() {
    #expect(!outcome(["error: unable to write file"]).saysDiskIsFull)
    #expect(outcome(["error: unable to write file: No space left on device"]).saysDiskIsFull)
  }

  @Test("shows an error in the lesson's own file before those of the lessons below")
  func order() throws {
    let outcome = outcome([
      "/course/Lessons/Lesson1-Scaling/Scaling.swift:3:1: error: below",
      "/course/Lessons/Lesson2-Averages/Averages.swift:5:1: error: own",
    ])
    let checkout = Checkout(root: root, tree: .lessons, lessons: Course.fixture.outline)
    let failure = BuildFailure(outcome, of: .host(of: Course.fixture.lessons[1].outline), in: checkout)
    #expect(failure.errors.map(\.message) == ["own", "below"])
    #expect(failure.kind == .lesson)
  }

  @Test("shows what stands further up in a file first, and keeps the compiler's order within a line")
  func lines() throws {
    let places = ["9:1: error: third", "5:8: error: first", "5:2: error: second"]
    let outcome = outcome(places.map { "/course/Lessons/Lesson1-Scaling/Scaling.swift:\($0)" })
    let checkout = Checkout(root: root, tree: .lessons, lessons: Course.fixture.outline)
    let failure = BuildFailure(outcome, of: .host(of: Course.fixture.lessons[0].outline), in: checkout)
    #expect(failure.errors.map(\.message) == ["first", "second", "third"])
  }

  @Test("about the page's kit is nothing that a student wrote")
  func pageKit() {
    let calls =
      "/course/Sources/Playground/WebAssembly/KitCalls/TableCalls.swift:5:1: error: cannot find 'Table' in scope"
    let checkout = Checkout(root: root, tree: .lessons, lessons: Course.fixture.outline)
    let failure = BuildFailure(outcome([calls]), of: .pageKit, in: checkout)
    #expect(failure.kind == .kit)
    #expect(failure.sentence.hasPrefix("Building the page's kit failed, but not in the lesson."))
    #expect(BuildProduct.pageKit.linkedLessons(in: checkout).isEmpty)
  }
}
