/// Writes blocks of Markdown as HTML, and notes the headings for a table of contents.
package struct HTMLWriter {
  /// A heading: where it can be found, and what it says.
  package struct Heading {
    package let level: Int
    package let anchor: String
    package let html: String
    /// The same without elements.
    package let words: String
  }

  /// The headings so far, in their order.
  package private(set) var headings: [Heading] = []
  /// What the anchors of the next headings begin with, so that pages of one name do not meet.
  package var prefix = ""
  /// How much lower headings stand than on the page that they come from.
  package var lowering = 0
  private let target: (String) -> String
  private var anchors: [String: Int] = [:]

  /// Creates a writer.
  ///
  /// - Parameter target: where a link leads, by where it led in Markdown.
  package init(target: @escaping (String) -> String = { $0 }) {
    self.target = target
  }

  /// A text in Markdown.
  package mutating func html(_ markdown: some StringProtocol) -> String {
    html(Block.blocks(of: String(markdown)))
  }

  private mutating func html(_ blocks: [Block]) -> String {
    var lines: [String] = []
    var list: String?
    for block in blocks {
      let next = block.listTag
      if let open = list, next != open { lines.append("</\(open)>") }
      if let next, next != list { lines.append("<\(next)\(block.listStart)>") }
      list = next
      lines.append(html(block))
    }
    if let list { lines.append("</\(list)>") }
    return lines.joined(separator: "\n")
  }

  private mutating func html(_ block: Block) -> String {
    switch block {
    case .heading(let level, let text): heading(level, text)
    case .paragraph(let text): "<p>\(inline(text))</p>"
    case .item(_, let blocks): "<li>\(item(blocks))</li>"
    case .code(let lines): Self.pre(lines.joined(separator: "\n"))
    case .table(let rows): wideTable(rows)
    // A picture that nobody has put in its place: it is said what is to be seen there.
    case .picture(let text, _): "<p>[\(HTML.escaped(text))]</p>"
    case .details(let summary, let blocks):
      "<details>\n<summary>\(inline(summary))</summary>\n\(html(blocks))\n</details>"
    case .quote(let blocks): "<blockquote>\n\(html(blocks))\n</blockquote>"
    }
  }

  private mutating func heading(_ level: Int, _ text: String) -> String {
    var anchor = prefix + HTML.slug(text)
    let count = anchors[anchor, default: 0] + 1
    anchors[anchor] = count
    if count > 1 { anchor += "-\(count)" }
    let (level, html) = (min(level + lowering, 6), inline(text))
    headings.append(Heading(level: level, anchor: anchor, html: html, words: Inline.plain(text)))
    return "<h\(level) id=\"\(anchor)\">\(html)</h\(level)>"
  }

  /// An entry that is one paragraph has no other space around it than its list.
  private mutating func item(_ blocks: [Block]) -> String {
    guard case .paragraph(let text)? = blocks.first else { return html(blocks) }
    let isOpen = text.hasPrefix("[ ] ")
    let first = isOpen ? "☐ " + inline(String(text.dropFirst(4))) : inline(text)
    return blocks.count == 1 ? first : first + "\n" + html(Array(blocks.dropFirst()))
  }

  /// A table, which scrolls by itself where the page is narrower, and can be reached with the keyboard for that.
  package func wideTable(_ rows: [[String]]) -> String {
    "<div class=\"wide\" tabindex=\"0\">\n\(table(rows))\n</div>"
  }

  /// A table, the first row of which says what stands in the columns.
  package func table(_ rows: [[String]]) -> String {
    let cells = { (row: [String], tag: String) in
      "<tr>" + row.map { "<\(tag)>\(inline($0))</\(tag)>" }.joined() + "</tr>"
    }
    let head = rows.first.map { "<thead>\n\(cells($0, "th"))\n</thead>\n" } ?? ""
    let body = rows.dropFirst().map { cells($0, "td") }.joined(separator: "\n")
    return "<table>\n\(head)<tbody>\n\(body)\n</tbody>\n</table>"
  }

  /// Text as it stands, line by line, with a mark for what it is.
  package static func pre(_ text: some StringProtocol, _ look: String = "code") -> String {
    "<pre class=\"\(look)\" tabindex=\"0\"><code>\(HTML.escaped(text))</code></pre>"
  }

  /// A line of text in Markdown.
  package func inline(_ markdown: some StringProtocol) -> String {
    Inline.pieces(of: markdown).map(html).joined()
  }

  private func html(_ piece: Inline) -> String {
    switch piece {
    case .text(let text): HTML.escaped(text)
    case .bold(let inner): "<strong>\(inner.map(html).joined())</strong>"
    case .emphasis(let inner): "<em>\(inner.map(html).joined())</em>"
    case .code(let code): "<code>\(HTML.escaped(code))</code>"
    // A formula that is not known reads as a line of text, as in a terminal.
    case .formula(let source):
      Formula(source).mathML ?? "<span class=\"formula\">\(HTML.escaped(Formula.text(source)))</span>"
    case .link(let inner, let address): link(inner.map(html).joined(), to: target(address))
    case .picture(let text, _): "[\(HTML.escaped(text))]"
    }
  }

  /// A link; an address that would run something is none.
  private func link(_ html: String, to address: String) -> String {
    let scheme = address.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/)?.0.lowercased()
    guard scheme.map(["http:", "https:", "mailto:"].contains) ?? true else { return html }
    return "<a href=\"\(HTML.escaped(address))\">\(html)</a>"
  }
}

extension Block {
  /// The list that an entry belongs to.
  fileprivate var listTag: String? {
    guard case .item(let marker, _) = self else { return nil }
    return marker.count > 1 ? "ol" : "ul"
  }

  /// The number with which a list begins, unless it is 1.
  fileprivate var listStart: String {
    guard case .item(let marker, _) = self, let number = Int(marker.dropLast()), number != 1 else { return "" }
    return " start=\"\(number)\""
  }
}
