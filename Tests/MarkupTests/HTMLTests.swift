import Testing

@testable import Markup

@Suite("Markdown as HTML")
struct HTMLTests {
  @Test(
    "has an element for each block",
    arguments: [
      ("a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>"),
      ("- a\n- b\n1. c", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>"),
      ("3. a", "<ol start=\"3\">\n<li>a</li>\n</ol>"), ("- [ ] a", "<ul>\n<li>☐ a</li>\n</ul>"),
      ("- a\n\n  b", "<ul>\n<li>a\n<p>b</p></li>\n</ul>"),
      ("```swift\na < b\n\nc\n```", "<pre class=\"code\" tabindex=\"0\"><code>a &lt; b\n\nc</code></pre>"),
      ("> a\n> b", "<blockquote>\n<p>a b</p>\n</blockquote>"),
      (
        "<details><summary>a *b*</summary>\n\nc\n\n- d\n</details>\ne",
        "<details>\n<summary>a <em>b</em></summary>\n<p>c</p>\n<ul>\n<li>d</li>\n</ul>\n</details>\n<p>e</p>"
      ),
      ("$x < y$", "<p><math><mrow><mi>x</mi><mo>&lt;</mo><mi>y</mi></mrow></math></p>"),
      (#"$\no < y$"#, "<p><span class=\"formula\">no &lt; y</span></p>"),
      ("[a](b.md#c) [d](javascript:e)", "<p><a href=\"b.md#c\">a</a> d</p>"),
    ])
  func blocks(markdown: String, html: String) {
    var writer = HTMLWriter()
    #expect(writer.html(markdown) == html)
  }

  @Test("has tables that scroll by themselves, and a first row that says what the columns are")
  func tables() {
    var writer = HTMLWriter()
    #expect(
      writer.html("| a | b |\n|---|---|\n| `c` | d\\|e |") == """
        <div class="wide" tabindex="0">
        <table>
        <thead>
        <tr><th>a</th><th>b</th></tr>
        </thead>
        <tbody>
        <tr><td><code>c</code></td><td>d|e</td></tr>
        </tbody>
        </table>
        </div>
        """)
  }

  @Test("has headings with names of their own, on pages of one name, too")
  func headings() {
    var writer = HTMLWriter()
    writer.prefix = "lesson4-"
    #expect(writer.html("## The idea") == "<h2 id=\"lesson4-the-idea\">The idea</h2>")
    #expect(writer.html("## The *idea*") == "<h2 id=\"lesson4-the-idea-2\">The <em>idea</em></h2>")
    writer.prefix = ""
    writer.lowering = 1
    #expect(writer.html("# Lesson 4 · Σ") == "<h2 id=\"lesson-4\">Lesson 4 · Σ</h2>")
    #expect(writer.headings.map(\.words) == ["The idea", "The idea", "Lesson 4 · Σ"])
  }

  @Test("leads links to where they are wished")
  func links() {
    var writer = HTMLWriter { $0.replacing("../a", with: "#b") }
    #expect(writer.html("[x](../a)") == "<p><a href=\"#b\">x</a></p>")
  }

  @Test("holds nothing that ends a text, runs, or is no character of a page")
  func escapes() {
    #expect(HTML.escaped("</script>&\"'") == "&lt;/script&gt;&amp;&quot;&#39;")
    #expect(HTML.escaped("a\u{0}b\u{1B}c\r\nd\te\u{7F}\u{85}\u{FFFF}") == "a␀b␛c\nd\te␡\u{FFFD}\u{FFFD}")
    var writer = HTMLWriter()
    #expect(writer.html("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")
  }
}
