import CourseFiles
import Testing

@testable import Terminal

/// Pictures of a page in the terminal.
@Suite("A picture of a page") struct PagePictureTests {
  private let plain = Style(isColoured: false, isASCII: false, width: 40)

  @Test("is drawn in its place, as wide as the text")
  func drawn() {
    let layout = PageLayout(plain) { file, width in file == "pictures/hat.svg" ? "drawn in \(width)\n" : nil }
    #expect(layout.text("One.\n![A hat.](pictures/hat.svg)\nTwo.") == "One.\n\ndrawn in 40\n\nTwo.\n")
  }

  @Test("says in words what is to be seen where it cannot be drawn")
  func words() {
    #expect(
      PageLayout(plain).text("![Three kinks make a hat.](pictures/hat.svg)") == "[Picture: Three kinks make a hat.]\n")
  }

  @Test("is a line of its own: what only looks like one is text")
  func text() {
    #expect(PageLayout(plain).text("See ![a](b.svg) here.").contains("here."))
  }
}
