import Foundation
import Testing
import Vocabulary

@testable import Notebooks

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
