import Markup

/// A page for a browser, which loads nothing: looks, pictures and formulas stand in it.
struct HTMLNotebook {
  private var writer: HTMLWriter
  private var pictures = InlinePictures()

  /// The text of the file.
  static func text(of page: WovenPage) -> String {
    var notebook = HTMLNotebook(page)
    // The title stands above the contents, and below the course's title those of the lessons are one step lower.
    let sections = page.sections.enumerated().map { index, section in
      notebook.section(section, lowering: index == 0 ? 0 : 1)
    }
    let headings = notebook.writer.headings
    let title = headings.first?.words ?? ""
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(HTML.escaped(title))</title>
      <style>
      \(HTMLStyle.text)
      </style>
      </head>
      <body>
      <header>
      \(sections.first?.title ?? "")
      </header>
      <nav aria-label="Contents">
      \(contents(headings, isFolded: page.sections.count > 1))
      </nav>
      <main>
      \(sections.map(\.html).joined(separator: "\n"))
      </main>
      <footer>
      <p><code>\(HTML.escaped(page.command))</code> makes this page anew.</p>
      </footer>
      </body>
      </html>

      """
  }

  private init(_ page: WovenPage) {
    // A link to another page leads to where that stands in this file.
    let pages = page.sections.count > 1 ? page.sections : []
    writer = HTMLWriter { address in
      let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      guard let section = pages.first(where: { $0.page.map { $0 == parts[0] } ?? false }) else { return address }
      return "#" + section.name + (parts.count > 1 ? "-" + parts[1] : "")
    }
  }

  /// The headings below the title, and below each one those of the next level.
  private static func contents(_ headings: [HTMLWriter.Heading], isFolded: Bool) -> String {
    var entries: [(heading: HTMLWriter.Heading, inner: [HTMLWriter.Heading])] = []
    for heading in headings {
      if heading.level == 2 {
        entries.append((heading, []))
      } else if heading.level == 3, !entries.isEmpty {
        entries[entries.count - 1].inner.append(heading)
      }
    }
    let link = { (heading: HTMLWriter.Heading) in "<a href=\"#\(heading.anchor)\">\(heading.html)</a>" }
    let lines = entries.map { entry in
      let inner = entry.inner.map { "<li>\(link($0))</li>" }.joined(separator: "\n")
      let list = inner.isEmpty ? "" : "\n<ul>\n\(inner)\n</ul>\n"
      guard isFolded, !inner.isEmpty else { return "<li>\(link(entry.heading))\(list)</li>" }
      return "<li><details><summary>\(link(entry.heading))</summary>\(list)</details></li>"
    }
    return "<ul>\n\(lines.joined(separator: "\n"))\n</ul>"
  }

  /// A section, and of the first one the title by itself.
  private mutating func section(_ section: WovenSection, lowering: Int) -> (title: String, html: String) {
    writer.prefix = section.name + "-"
    writer.lowering = lowering
    var blocks: [String] = []
    for block in section.blocks { blocks.append(html(block)) }
    let title = lowering == 0 && !blocks.isEmpty ? blocks.removeFirst() : ""
    return (title, "<section id=\"\(section.name)\">\n\(blocks.joined(separator: "\n"))\n</section>")
  }

  private mutating func html(_ block: WovenBlock) -> String {
    switch block {
    case .prose(let text, _): writer.html(text)
    case .output(let text, _, _): Self.output(text)
    case .picture(let picture): html(picture)
    case .exercise(let code): html(code)
    case .folded(let title, let code):
      "<details>\n<summary>\(HTML.escaped(title))</summary>\n\(HTMLWriter.pre(code))\n</details>"
    }
  }

  private mutating func html(_ picture: WovenPicture) -> String {
    let words = HTML.escaped(picture.words)
    let shown =
      picture.svg.flatMap { pictures.element($0) }
      .map { "<div class=\"wide\" tabindex=\"0\" role=\"img\" aria-label=\"\(words)\">\n\($0)</div>" }
      ?? "<p>[\(words)]</p>"
    let remark = picture.remark.map { "\n<figcaption>\(writer.inline($0))</figcaption>" } ?? ""
    return "<figure>\n\(shown)\(remark)\n</figure>"
  }

  private func html(_ code: WovenCode) -> String {
    let checks =
      code.checks.map { "<p class=\"label\"><strong>Checks</strong></p>\n\(Self.output($0))" }
      ?? "<p class=\"label\"><strong>Checks</strong> · \(HTML.escaped(WovenCode.unchecked))</p>"
    let numbers =
      "<p class=\"label\"><strong>Numbers</strong> that this code computes</p>\n"
      + writer.wideTable([["call", "result"]] + code.numbers.map { [$0.call, $0.result] })
    let parts = [
      "<p class=\"label\"><strong>Code</strong> · \(writer.inline(code.place))</p>",
      code.code.map { HTMLWriter.pre($0) },
      checks, code.numbers.isEmpty ? nil : numbers,
    ]
    return parts.compactMap { $0 }.joined(separator: "\n")
  }

  /// What course-check says; the sign before a line has a colour, too.
  private static func output(_ text: String) -> String {
    let looks = ["✓": "pass", "✗": "fail", "·": "open"]
    return HTMLWriter.pre(text.trimmingLineEnds, "output").replacing(/(?m)((?:^|<code>) *)([✓✗·])(?= )/) { match in
      "\(match.1)<b class=\"\(looks[String(match.2)] ?? "")\">\(match.2)</b>"
    }
  }
}

extension String {
  fileprivate var trimmingLineEnds: String { String(reversed().drop { $0 == "\n" }.reversed()) }
}

/// Pictures that stand on one page: what they call by a name must not be called by another one's.
private struct InlinePictures {
  private var taken: Set<String> = []

  /// The picture as an element of the page; nil if it is no picture that the kit has drawn.
  mutating func element(_ svg: String) -> String? {
    guard svg.hasPrefix("<svg"), !svg.contains(/<script|<foreignObject|<image|<!|href=/) else { return nil }
    var element = svg
    for name in Set(svg.matches(of: /\ id="([^"]*)"/).map { String($0.1) }).sorted() {
      var free = name
      var count = 2
      while !taken.insert(free).inserted {
        free = "\(name)-\(count)"
        count += 1
      }
      guard free != name else { continue }
      element.replace(" id=\"\(name)\"", with: " id=\"\(free)\"")
      element.replace("url(#\(name))", with: "url(#\(free))")
    }
    return element
  }
}
