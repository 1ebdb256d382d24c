/// A page as Markdown, for GitHub and the previews of editors.
enum MarkdownNotebook {
  /// The text of the file.
  static func text(of page: WovenPage) -> String {
    page.sections.flatMap(\.blocks).map(text).joined(separator: "\n\n") + "\n"
  }

  /// A block without the empty lines around it.
  static func text(of block: WovenBlock) -> String {
    switch block {
    case .prose(let text, _): text
    case .output(let text, _, _): MarkdownFence.block(text, "text")
    case .picture(let picture):
      "![\(picture.words)](\(picture.file))" + (picture.remark.map { "\n\n*\($0)*" } ?? "")
    case .exercise(let code): text(of: code)
    case .folded(let title, let code):
      "<details><summary>\(title)</summary>\n\n\(MarkdownFence.block(code, "swift"))\n\n</details>"
    }
  }

  private static func text(of code: WovenCode) -> String {
    let place = "**Code** · \(code.place)"
    let checks =
      code.checks.map { "**Checks**\n\n" + MarkdownFence.block($0, "text") } ?? "**Checks** · \(WovenCode.unchecked)"
    let table =
      "**Numbers** that this code computes\n\n| call | result |\n|---|---|\n"
      + code.numbers.map { "| \($0.call) | \($0.result) |" }.joined(separator: "\n")
    let parts = [
      place, code.code.map { MarkdownFence.block($0, "swift") }, checks, code.numbers.isEmpty ? nil : table,
    ]
    return parts.compactMap { $0 }.joined(separator: "\n\n")
  }
}

/// Blocks of code in Markdown.
enum MarkdownFence {
  /// The text between fences, which are longer than any in it.
  static func block(_ text: String, _ language: String) -> String {
    let longest = text.matches(of: /`+/).map(\.0.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\(language)\n\(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n")\(fence)"
  }
}
