import Testing

@testable import make_lessons

@Suite("The rules of a page's pictures") struct PictureRulesTests {
  private static let first = "![Left, three curves against z"

  @Test("name the picture that is not drawn, and the command that draws it")
  func notDrawn() throws {
    let checkout = try LessonCheckout()
    try checkout.remove("\(LessonCheckout.pictures)/hat.svg")
    let line = try checkout.line(of: "](pictures/hat.svg)", in: LessonCheckout.page)
    #expect(
      checkout.problems() == [
        "\(LessonCheckout.page):\(line): error: the picture hat is not drawn: there is no "
          + "\(LessonCheckout.pictures)/hat.svg. To draw it: COURSE_UPDATE=figures swift test --filter DrawnPageTests"
      ])
  }

  @Test("name the page that shows other pictures than the course declares, and those that no page shows")
  func others() throws {
    let checkout = try LessonCheckout()
    let problems = checkout.problems(figures: ["activations", "hat", "slopes"])
    #expect(
      problems.contains(
        "\(LessonCheckout.page): error: it shows the pictures [activations, hat, fading], and the course declares "
          + "[activations, hat, slopes] for it"))
    try checkout.write("<svg/>", to: "\(LessonCheckout.pictures)/old.svg")
    #expect(checkout.problems() == ["\(LessonCheckout.pictures)/old.svg: error: no page shows this picture"])
  }

  @Test("name the page that opens without a picture, and the one that has a single picture")
  func opening() throws {
    let checkout = try LessonCheckout()
    try checkout.replace(Self.first, by: "## Before\n\(Self.first)", in: LessonCheckout.page)
    let line = try checkout.line(of: Self.first, in: LessonCheckout.page)
    #expect(
      checkout.problems() == [
        "\(LessonCheckout.page):\(line): error: a page opens with a picture, before its first section"
      ])

    let other = try LessonCheckout()
    for name in ["hat", "fading"] {
      try other.replace("(pictures/\(name).svg)", by: "(\(name))", in: LessonCheckout.page)
    }
    #expect(
      other.problems(figures: ["activations"]).contains(
        "\(LessonCheckout.page): error: a page has two to four pictures, and this one has 1"))
  }

  @Test("name the picture whose words say nothing to those who do not see it")
  func words() throws {
    let checkout = try LessonCheckout()
    let line = try checkout.line(of: "](pictures/hat.svg)", in: LessonCheckout.page)
    let text = try checkout.text(of: LessonCheckout.page)
    let shortened = text.replacing(/!\[[^\]]*\]\(pictures\/hat\.svg\)/, with: "![A hat](pictures/hat.svg)")
    try checkout.write(shortened, to: LessonCheckout.page)
    #expect(
      checkout.problems() == [
        "\(LessonCheckout.page):\(line): error: the picture hat wants words that say what is to be seen, for those who do "
          + "not see it"
      ])
  }

  @Test(
    "name the picture that does not stand alone",
    arguments: ["<script", "href=", "@import", "@font-face", "url(http"])
  func standsAlone(forbidden: String) throws {
    let checkout = try LessonCheckout()
    let hat = "\(LessonCheckout.pictures)/hat.svg"
    try checkout.write(try checkout.text(of: hat) + "<!-- \(forbidden) -->\n", to: hat)
    let line = try checkout.line(of: "](pictures/hat.svg)", in: LessonCheckout.page)
    #expect(
      checkout.problems() == [
        "\(LessonCheckout.page):\(line): error: the picture hat holds '\(forbidden)': it must stand alone, without scripts"
      ])
  }

  @Test("name the picture that is too large for a phone")
  func size() throws {
    let checkout = try LessonCheckout()
    let hat = "\(LessonCheckout.pictures)/hat.svg"
    try checkout.write(try checkout.text(of: hat) + String(repeating: " ", count: 40_000), to: hat)
    let size = try checkout.text(of: hat).utf8.count
    let line = try checkout.line(of: "](pictures/hat.svg)", in: LessonCheckout.page)
    #expect(
      checkout.problems() == [
        "\(LessonCheckout.page):\(line): error: the picture hat has \(size) bytes, more than 40,000"
      ])
  }
}
