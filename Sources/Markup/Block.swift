/// A part of a page that stands by itself.
package indirect enum Block: Equatable {
  case heading(level: Int, String)
  case paragraph(String)
  /// An entry of a list: its bullet or number, and what it says.
  case item(marker: String, [Block])
  case code([String])
  case table([[String]])
  /// A picture: what is to be seen, and its file.
  case picture(text: String, file: String)
  /// What is folded away below a line.
  case details(summary: String, [Block])
  case quote([Block])

  /// The blocks of a text in the Markdown that the pages use.
  package static func blocks(of text: String) -> [Block] {
    var reader = BlockReader(lines: text.split(separator: "\n", omittingEmptySubsequences: false)[...])
    return reader.blocks()
  }
}

/// Reads blocks line by line.
private struct BlockReader {
  var lines: ArraySlice<Substring>

  mutating func blocks() -> [Block] {
    var blocks: [Block] = []
    while let line = lines.first {
      if line.isBlank {
        lines.removeFirst()
      } else if line.hasPrefix("```") {
        blocks.append(code())
      } else if line.hasPrefix("|") {
        blocks.append(table())
      } else if line.hasPrefix(">") {
        blocks.append(quote())
      } else if line.hasPrefix(Self.detailsStart) {
        blocks.append(details())
      } else if let picture = line.picture {
        lines.removeFirst()
        blocks.append(.picture(text: picture.text, file: picture.file))
      } else if let level = line.headingLevel {
        lines.removeFirst()
        blocks.append(.heading(level: level, String(line.dropFirst(level + 1))))
      } else if let marker = line.marker {
        blocks.append(item(marker))
      } else {
        blocks.append(paragraph())
      }
    }
    return blocks
  }

  private mutating func code() -> Block {
    lines.removeFirst()
    let content = lines.prefix { !$0.hasPrefix("```") }
    lines = lines.dropFirst(content.count + 1)
    return .code(content.map(String.init))
  }

  private mutating func quote() -> Block {
    let quoted = lines.prefix { $0.hasPrefix(">") }
    lines = lines.dropFirst(quoted.count)
    var inner = BlockReader(lines: quoted.map { $0.dropFirst($0.hasPrefix("> ") ? 2 : 1) }[...])
    return .quote(inner.blocks())
  }

  fileprivate static let detailsStart = "<details><summary>"

  /// What a browser folds away goes on to the line that ends it, wherever that stands in the line.
  private mutating func details() -> Block {
    var first = lines.removeFirst().dropFirst(Self.detailsStart.count)
    let summary = first.firstRange(of: "</summary>").map { first[..<$0.lowerBound] } ?? first
    first = first.dropFirst(summary.count + "</summary>".count)
    var content: [Substring] = []
    var next: Substring? = first
    while let line = next {
      if let end = line.firstRange(of: "</details>") {
        content.append(line[..<end.lowerBound])
        break
      }
      content.append(line)
      next = lines.popFirst()
    }
    var inner = BlockReader(lines: content[...])
    return .details(summary: String(summary), inner.blocks())
  }

  private mutating func table() -> Block {
    let rows = lines.prefix { $0.hasPrefix("|") }
    lines = lines.dropFirst(rows.count)
    return .table(rows.map(\.cells).filter { !$0.allSatisfy { $0.allSatisfy { "-: ".contains($0) } && !$0.isEmpty } })
  }

  /// An item goes on as far as lines are indented, or until something else begins.
  private mutating func item(_ marker: Substring) -> Block {
    let indentation = marker.count + 1
    var content = [lines.removeFirst().dropFirst(indentation)]
    while let line = lines.first {
      let isIndented = line.prefix(indentation).allSatisfy { $0 == " " } && line.count > indentation
      let follows = lines.dropFirst().first { !$0.isBlank }
      let goesOn = line.isBlank && (follows?.hasPrefix(String(repeating: " ", count: indentation)) ?? false)
      guard isIndented || goesOn || !line.beginsBlock else { break }
      content.append(isIndented ? line.dropFirst(indentation) : line)
      lines.removeFirst()
    }
    var inner = BlockReader(lines: content[...])
    return .item(marker: String(marker), inner.blocks())
  }

  private mutating func paragraph() -> Block {
    let first = lines.removeFirst()
    let others = lines.prefix { !$0.beginsBlock }
    lines = lines.dropFirst(others.count)
    return .paragraph(([first] + others).map { $0.drop { $0 == " " } }.joined(separator: " "))
  }
}

extension Substring {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// Whether a paragraph ends before this line.
  fileprivate var beginsBlock: Bool {
    isBlank || hasPrefix("```") || hasPrefix("|") || hasPrefix(">") || hasPrefix(BlockReader.detailsStart)
      || picture != nil || headingLevel != nil || marker != nil
  }

  /// The text and the file of a picture that has a line of its own: `![text](file)`.
  fileprivate var picture: (text: String, file: String)? {
    guard hasPrefix("!["), hasSuffix(")"), let middle = firstRange(of: "](") else { return nil }
    return (String(self[..<middle.lowerBound].dropFirst(2)), String(self[middle.upperBound...].dropLast()))
  }

  fileprivate var headingLevel: Int? {
    let level = prefix { $0 == "#" }.count
    return (1...6).contains(level) && dropFirst(level).first == " " ? level : nil
  }

  /// The bullet or the number that begins an item of a list.
  fileprivate var marker: Substring? {
    let marker = prefix { $0 != " " }
    let isNumber = marker.count > 1 && marker.last == "." && marker.dropLast().allSatisfy(\.isNumber)
    return (marker == "-" || marker == "*" || isNumber) && marker.count < count ? marker : nil
  }

  /// The cells of a table's row; a bar with a backslash before it is text.
  fileprivate var cells: [String] {
    let inner = replacing("\\|", with: "\u{0}").split(separator: "|", omittingEmptySubsequences: false)
    return inner.dropFirst().dropLast(inner.last?.isBlank ?? false ? 1 : 0).map { cell in
      cell.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("\u{0}", with: "|")
    }
  }
}
