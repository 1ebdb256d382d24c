import Foundation
import Testing

@testable import CourseFiles

@Suite("Hints")
struct HintTests {
  private let page = """
    ### 2.1 mean
    <details><summary>2.1 · Hint 2 of 3</summary>second</details>
    <details><summary>2.1 · Hint 1 of 3</summary>

    first, on
    two lines

    </details>
    <details><summary>2.10 · Hint 1 of 3</summary>another exercise</details>
    """

  @Test("are read from the page, on one line or on several, in the order of their steps")
  func reading() {
    let expected = [
      Hint(summary: "2.1 · Hint 1 of 3", text: "first, on\ntwo lines"),
      Hint(summary: "2.1 · Hint 2 of 3", text: "second"),
    ]
    #expect(Page(file: "README.md", text: page).hints(of: "2.1") == expected)
    #expect(Page(file: "README.md", text: page).hints(of: "2.2") == [])
  }

  @Test("are remembered for each exercise, and a damaged memory only begins again")
  func memory() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "hints-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    var memory = HintMemory(root: root)
    #expect(memory.stepsTaken(for: "2.1") == 0)
    memory.note(2, for: "2.1")
    memory.note(1, for: "1.1")
    #expect(HintMemory(root: root).stepsTaken(for: "2.1") == 2)
    #expect(HintMemory(root: root).stepsTaken(for: "1.1") == 1)
    try Data([0xFF, 0x0A]).write(to: root.appending(path: ".course-check/hints.txt"))
    #expect(HintMemory(root: root).stepsTaken(for: "2.1") == 0)
  }
}
