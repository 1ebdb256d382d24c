/// A statement of a body, on lines of its own.
struct Statement {
  /// Its lines, counted from 0.
  let lines: Range<Int>
  /// The statements between its braces, if it has any: those of a loop or of an `if`, one list for each pair of braces.
  let blocks: [[Statement]]

  /// The statements of a text, the outermost ones.
  static func all(in text: String) -> [Statement] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return statements(in: lines.indices, of: lines)
  }

  private static func statements(in range: Range<Int>, of lines: [Substring]) -> [Statement] {
    var result: [Statement] = []
    var start = range.lowerBound
    while start < range.upperBound {
      if lines[start].allSatisfy(\.isWhitespace) {
        start += 1
        continue
      }
      var (end, depth) = (start, 0)
      repeat {
        depth += balance(of: lines[end])
        end += 1
      } while end < range.upperBound && (depth > 0 || continues(lines[end]) || isOpen(lines[end - 1]))
      result.append(Statement(lines: start..<end, blocks: blocks(of: start..<end, in: lines)))
      start = end
    }
    return result
  }

  /// How many brackets a line opens beyond those that it closes.
  private static func balance(of line: Substring) -> Int {
    line.reduce(0) { $0 + ("([{".contains($1) ? 1 : ")]}".contains($1) ? -1 : 0) }
  }

  /// Whether a line goes on with the statement above it.
  private static func continues(_ line: Substring) -> Bool {
    guard let first = line.first(where: { $0 != " " }) else { return false }
    return ".+*/?:&|)]".contains(first) || (first == "-" && line.drop { $0 == " " }.hasPrefix("- "))
  }

  /// Whether a line wants another one: it ends with an operator.
  private static func isOpen(_ line: Substring) -> Bool {
    guard let last = line.last(where: { $0 != " " }) else { return false }
    return "=+-*/,&|".contains(last)
  }

  /// The blocks whose braces end one line and begin another.
  private static func blocks(of statement: Range<Int>, in lines: [Substring]) -> [[Statement]] {
    let isLoopOrCondition = ["for ", "if ", "while ", "guard ", "switch "].contains { word in
      lines[statement.lowerBound].drop { $0 == " " }.hasPrefix(word)
    }
    guard isLoopOrCondition else { return [] }
    var result: [[Statement]] = []
    var (depth, start) = (0, statement.lowerBound)
    for line in statement {
      let closes = lines[line].first { $0 != " " } == "}"
      if closes, depth == 1 { result.append(statements(in: start..<line, of: lines)) }
      let before = depth
      depth += balance(of: lines[line])
      if lines[line].last == "{", depth == 1, before == 0 || closes { start = line + 1 }
    }
    return result
  }
}

extension Statement {
  /// Every list of statements that follow one another, the outermost one first.
  static func lists(in text: String) -> [[Statement]] {
    func lists(_ statements: [Statement]) -> [[Statement]] {
      [statements] + statements.flatMap(\.blocks).flatMap(lists)
    }
    return lists(all(in: text))
  }
}
