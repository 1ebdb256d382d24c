/// Two versions of a text line by line: what only one of them has, among what both have.
struct LineComparison: Equatable {
  /// A line, and which of the two has it.
  struct Line: Equatable {
    enum Side { case first, second, both }
    let side: Side
    let text: String
  }

  let lines: [Line]

  /// Compares; spaces do not count.
  init(_ first: [Substring], _ second: [Substring]) {
    let changes = second.difference(from: first) { Self.essence(of: $0) == Self.essence(of: $1) }
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var (i, j) = (0, 0)
    while i < first.count || j < second.count {
      if i < first.count, removed.contains(i) {
        lines.append(Line(side: .first, text: String(first[i])))
        i += 1
      } else if j < second.count, inserted.contains(j) {
        lines.append(Line(side: .second, text: String(second[j])))
        j += 1
      } else {
        lines.append(Line(side: .both, text: String(first[i])))
        (i, j) = (i + 1, j + 1)
      }
    }
    self.lines = lines
  }

  /// Whether two texts differ only in their spaces and in where their lines are broken.
  static func isSame(_ first: [Substring], _ second: [Substring]) -> Bool {
    essence(of: first.joined()) == essence(of: second.joined())
  }

  private static func essence(of text: some StringProtocol) -> String { String(text.filter { !$0.isWhitespace }) }

  /// The lines with a sign before each: `-` for the first text, `+` for the second.
  func text(_ style: Style) -> String {
    lines.map { line in
      switch line.side {
      case .first: style.paint("- " + line.text, .red) + "\n"
      case .second: style.paint("+ " + line.text, .green) + "\n"
      case .both: line.text.isEmpty ? "\n" : "  " + line.text + "\n"
      }
    }.joined()
  }
}
