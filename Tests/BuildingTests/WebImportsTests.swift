import Engine
import FixtureCourse
import Testing

@testable import Building
@testable import CourseFiles

@Suite("Imports that a browser cannot have")
struct WebImportsTests {
  private func lines(_ text: String) -> [String] {
    WebImports.obstacles(
      in: text.split(separator: "\n", omittingEmptySubsequences: false), file: "L.swift",
      lessons: Course.fixture.outline
    )
    .map { "\($0.module) \($0.location)" }
  }

  @Test(
    "are found in every way of writing them, with their line",
    arguments: [
      ("import Foundation", ["Foundation L.swift:1"]),
      ("import CourseKit\n  import Glibc", ["Glibc L.swift:2"]),
      ("@preconcurrency import Dispatch", ["Dispatch L.swift:1"]),
      ("import func Darwin.exp", ["Darwin L.swift:1"]),
      ("public import Foundation; import Scaling", ["Foundation L.swift:1"]),
      ("import CourseKit; private import struct Foundation.Date", ["Foundation L.swift:1"]),
      ("/* why\nnot */ import Foundation", ["Foundation L.swift:2"]),
    ])
  func found(text: String, expected: [String]) {
    #expect(lines(text) == expected)
  }

  @Test(
    "are not seen where there are none",
    arguments: [
      "import CourseKit\nimport Scaling\nimport Swift", "// import Foundation", "let a = \"import Foundation\"",
      "/* import Foundation */", "let important = 1", "func imports() {}",
      "#if canImport(Foundation)\nimport Foundation\n#endif\nimport CourseKit",
    ])
  func none(text: String) {
    #expect(lines(text) == [])
  }

  @Test("are named with file and line, and with what to do")
  func sentence() throws {
    let folder = try SmallCheckout()
    try folder.write("import CourseKit\nimport Foundation\n", to: "Lessons/Lesson2-Averages/Averages.swift")
    let checkout = Checkout(root: folder.root, tree: .lessons, lessons: Course.fixture.outline)
    let failure = try #require(WebImports(of: checkout).failure)
    #expect(failure.kind == .lesson)
    #expect(
      failure.sentence.hasPrefix(
        "Lessons/Lesson2-Averages/Averages.swift:2: `import Foundation` is not possible in a browser.\n"))
    #expect(failure.sentence.contains("CourseKit brings exp, log, pow, sqrt and tanh"))
  }
}
