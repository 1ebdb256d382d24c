import Engine
import FixtureCourse
import Foundation
import Testing

@testable import course_check

@Suite("What a build printed", .taught(.fixture))
struct BuildOutputTests {
  private let root = URL(filePath: "/course")

  @Test("gives each compiler error once, with the path in the checkout")
  func errors() {
    var output = BuildOutput()
    for line in [
      "[3/7] Compiling Averages Averages.swift",
      "/course/Lessons/Lesson2-Averages/Averages.swift:33:5: error: cannot find 'x' in scope",
      " 33 |     x", "    |     `- error: cannot find 'x' in scope",
      "/course/Lessons/Lesson2-Averages/Averages.swift:33:5: error: cannot find 'x' in scope",
      "/course/Lessons/Lesson2-Averages/Averages.swift:40:1: warning: unused", "error: fatalError",
    ] { output.append(line) }
    let error = CompilerError(
      file: "Lessons/Lesson2-Averages/Averages.swift", line: 33, column: 5, message: "cannot find 'x' in scope")
    #expect(output.errors(relativeTo: root) == [error])
  }

  @Test("tells a full disk from other failures")
  func fullDisk() {
    var output = BuildOutput()
    #expect(!output.saysDiskIsFull)
    output.append("error: unable to write file: No space left on device")
    #expect(output.saysDiskIsFull)
  }

  @Test("shows an error in the lesson's own file before those of the lessons below")
  func order() throws {
    var output = BuildOutput()
    output.append("/course/Lessons/Lesson1-Scaling/Scaling.swift:3:1: error: below")
    output.append("/course/Lessons/Lesson2-Averages/Averages.swift:5:1: error: own")
    let checkout = Checkout(root: root, tree: .lessons, isolatedLesson: nil)
    let failure = BuildFailure(
      output, of: .host(of: Course.fixture.lessons[1]), in: checkout, swift: "swift",
      status: ExitStatus(code: 1 << 8))
    #expect(failure.errors.map(\.message) == ["own", "below"])
    #expect(failure.kind == .lesson)
  }

  @Test("shows what stands further up in a file first, and keeps the compiler's order within a line")
  func lines() throws {
    var output = BuildOutput()
    for place in ["9:1: error: third", "5:8: error: first", "5:2: error: second"] {
      output.append("/course/Lessons/Lesson1-Scaling/Scaling.swift:\(place)")
    }
    let checkout = Checkout(root: root, tree: .lessons, isolatedLesson: nil)
    let failure = BuildFailure(
      output, of: .host(of: Course.fixture.lessons[0]), in: checkout, swift: "swift",
      status: ExitStatus(code: 1 << 8))
    #expect(failure.errors.map(\.message) == ["first", "second", "third"])
  }
}
