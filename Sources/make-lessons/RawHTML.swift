import CourseFiles

// What browsers read as HTML. A hint on the line of its `<details>` is no Markdown to them: there `..<count)` begins a tag that
// swallows the rest of the page, and `&parameters` shows as ¶meters.
extension Page {
  /// What a browser would not show as it is written: a sentence each, with file and line.
  var htmlProblems: [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isRaw = Self.rawLines(lines)
    return lines.indices.flatMap { index -> [String] in
      let place = "\(file):\(index + 1): error:"
      var problems: [String] = []
      let line = isRaw[index] ? lines[index].replacing(/<\/?(?:details|summary)>/, with: "") : ""
      if let tag = line.firstMatch(of: /<[^\s=<]\w*/) {
        problems.append("\(place) '\(tag.0)' begins a tag in a browser; write a space behind '<'")
      }
      if let name = line.firstMatch(of: /&(\w+)/), Self.entities.contains(where: name.1.hasPrefix) {
        problems.append("\(place) '\(name.0)' is another character in a browser; say it in words")
      }
      if index > 0, lines[index - 1].hasSuffix("</details>"), lines[index].hasPrefix("#") {
        problems.append("\(place) the heading is none in a browser: an empty line must stand before it")
      }
      return problems
    }
  }

  /// Whether each line belongs to HTML: from a line that begins with a tag to the next empty one.
  private static func rawLines(_ lines: [Substring]) -> [Bool] {
    var isRaw = false
    return lines.map { line in
      if line.isEmpty {
        isRaw = false
      } else if line.hasPrefix("<details") || line.hasPrefix("</details") {
        isRaw = true
      }
      return isRaw
    }
  }

  /// The names that mean a character without a semicolon behind them, too (HTML standard, named character references).
  private static let entities = """
    aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute
    ecirc egrave eth euml frac gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde
    oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3
    szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml
    """.split { $0 == " " || $0 == "\n" }
}
