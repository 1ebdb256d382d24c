import Engine
import FixtureCourse
import Foundation
import Testing

@testable import Building
@testable import CourseFiles

@Suite("A declaration")
struct ChangedDeclarationsTests {
  private let lesson = Course.fixture.lessons[1]

  /// What is said of lesson 2 after a change to its stubs.
  private func sentences(replacing old: String, with new: String) throws -> [String] {
    let course = try SmallCheckout()
    let stubs = String(decoding: try course.bytes(of: "Lessons/\(lesson.file)"), as: UTF8.self)
    try #require(old.isEmpty || stubs.contains(old))
    try course.write(stubs.replacing(old, with: new, maxReplacements: 1), to: "Lessons/\(lesson.file)")
    return ChangedDeclarations(
      in: lesson.outline,
      Checkout(root: course.root, tree: .lessons, lessons: Course.fixture.outline)
    ).sentences
  }

  @Test("that is as it should be is not spoken of, however it is laid out")
  func unchanged() throws {
    #expect(try sentences(replacing: "", with: "").isEmpty)
    #expect(try sentences(replacing: "_ x: Matrix, seed", with: "\n  _ rows: Matrix,\n  seed s").isEmpty)
  }

  @Test("that is changed is told from one that lacks only its brace")
  func changed() throws {
    let wrong = try sentences(replacing: "_ x: Matrix, seed", with: "_ x: Matrix, start")
    #expect(wrong.count == 1 && wrong[0].hasSuffix("but it is declared with other names or types."))
    let result = "seed: UInt64) -> Matrix"
    let open = try sentences(replacing: "\(result) {", with: result)
    #expect(open.count == 1 && open[0].hasSuffix("but the brace { behind it is missing."))
  }
}
