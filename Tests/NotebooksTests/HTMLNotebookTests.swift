import Foundation
import Testing

@testable import Notebooks

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("A notebook for a browser")
struct HTMLNotebookTests {
  @Test("is one page with a title, its language, and a way to each heading")
  func page() {
    let html = HTMLNotebook.text(of: SamplePage.page("let a = 1"))
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    #expect(html.contains("<title>Lesson 2 · Means</title>"))
    #expect(html.contains("<h1 id=\"lesson2-lesson-2-means\">Lesson 2 · Means</h1>"))
    #expect(html.contains("<li><a href=\"#lesson2-the-idea\">The idea</a></li>"))
    #expect(html.contains("<li><a href=\"#lesson2-2-1-mean\">2.1 mean</a></li>"))
    #expect(html.contains("<code>\(SamplePage.command)</code> makes this page anew."))
    for target in Self.targets(html) where target.hasPrefix("#") {
      #expect(html.contains("id=\"\(target.dropFirst())\""), "\(target)")
    }
  }

  @Test("of the course has every lesson on it, one heading lower, and links that stay on it")
  func course() {
    let html = HTMLNotebook.text(of: SamplePage.course("let a = 1"))
    #expect(html.contains("<title>The course</title>"))
    #expect(html.matches(of: /<h1/).count == 1)
    #expect(html.contains("<h2 id=\"lesson2-lesson-2-means\">Lesson 2 · Means</h2>"))
    #expect(html.contains("<a href=\"#lesson2\">2</a>") && html.contains("<section id=\"lesson2\">"))
    #expect(html.contains("<a href=\"#lesson2-the-idea\">here</a>"))
    #expect(!Self.targets(html).contains { $0.hasPrefix("../Lessons") })
  }

  @Test("gives nothing on it the name of another thing, though a picture stands there twice")
  func names() {
    let html = HTMLNotebook.text(of: SamplePage.course("let a = 1"))
    let names = html.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
    #expect(Set(names).count == names.count)
    #expect(html.contains("url(#field-1)") && html.contains("url(#field-1-2)"))
  }

  @Test("loads nothing and runs nothing, whatever the code is")
  func selfContained() {
    for code in [SamplePage.wild, "https://example.org/x.js", "<img src=x onerror=alert(1)>"] {
      let html = HTMLNotebook.text(of: SamplePage.course(code))
      #expect(!html.contains(/<(?:script|link|img|iframe|object|embed|image|base)\b/.ignoresCase()))
      #expect(!html.contains(/\ssrc\s*=|@import|@font-face|url\((?!#)/) || code.contains("src="))
      #expect(!html.contains(/<[^>]*\son[a-z]+\s*=/))
      #expect(html.contains("default-src 'none'"))
      let forbidden = html.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
      #expect(forbidden.isEmpty)
    }
    #expect(
      HTMLNotebook.text(of: SamplePage.page(SamplePage.wild)).contains(
        "let a = &quot;&lt;/script&gt;&quot; // &lt;b&gt; &amp; ␀␛[31m &#39;ä&#39; \u{2028} \\n `x` ``` $y$\n\tlet b = 1"
      ))
  }

  @Test("shows a picture that could do more than be seen as its words alone")
  func pictures() {
    for svg in ["<svg><script/></svg>", "<svg><image href=\"x\"/></svg>", "<?xml version=\"1.0\"?><svg/>", "no"] {
      let picture = WovenPicture(name: "a", words: "words & more", file: "a.svg", origin: "a.svg", svg: svg)
      let section = WovenSection(name: "lesson2", page: nil, blocks: [.prose("# A"), .picture(picture)])
      let html = HTMLNotebook.text(of: WovenPage(command: "", sections: [section]))
      #expect(html.contains("<p>[words &amp; more]</p>") && !html.contains("<svg"))
    }
  }

  @Test("tells what is right and wrong with a sign, a name and a colour, and pairs every element")
  func elements() throws {
    let html = HTMLNotebook.text(of: SamplePage.course("let a = 1"))
    #expect(html.contains("  <b class=\"pass\">✓</b> 2.1  mean"))
    #expect(html.contains("  <b class=\"fail\">✗</b> 2.1  mean"))
    // A page whose elements all pair is XML as soon as those that stand alone are closed.
    let body = try #require(html.firstMatch(of: /(?s)<body>.*<\/body>/)).0
    #expect(XMLParser(data: Data(body.utf8)).parse())
  }

  private static func targets(_ html: String) -> [Substring] { html.matches(of: /href="([^"]*)"/).map(\.1) }
}
