import Course

// The edits of whole statements.
extension SwiftText {
  var statementEdits: [Edit] {
    let lists = Statement.lists(in: text)
    return lists.flatMap { list in
      list.indices.flatMap { statementEdits($0, in: list) }
    } + lists.flatMap { list in list.flatMap(movesBetweenBlocks) }
  }

  private func statementEdits(_ index: Int, in list: [Statement]) -> [Edit] {
    let statement = list[index]
    let (own, place) = (lines(statement.lines), places(ofLines: statement.lines))
    var edits = [Edit(.dropped, place, "")]
    if index + 1 < list.count {
      let next = list[index + 1]
      edits.append(
        Edit(.swapped, places(ofLines: statement.lines.lowerBound..<next.lines.upperBound), lines(next.lines) + own))
    }
    // What stands behind a `return` is never reached.
    let indentation = own.prefix { $0 == " " }
    if own.dropFirst(indentation.count).hasPrefix("return") { return edits }
    edits.append(Edit(.doubled, place, own + own))
    edits += ["break", "continue", "return"].map { Edit(.cut, place, own + "\(indentation)\($0)\n") }
    return edits
  }

  /// A block's first or last statement set before or behind the block, a neighbour taken into it, and the block alone.
  private func movesBetweenBlocks(_ statement: Statement) -> [Edit] {
    statement.blocks.flatMap { block -> [Edit] in
      guard let first = block.first, let last = block.last else { return [] }
      let whole = places(ofLines: statement.lines)
      func without(_ part: Statement) -> String {
        lines(statement.lines.lowerBound..<part.lines.lowerBound)
          + lines(part.lines.upperBound..<statement.lines.upperBound)
      }
      return [
        Edit(.moved, whole, lines(first.lines) + without(first)),
        Edit(.moved, whole, without(last) + lines(last.lines)),
        Edit(.unwrapped, whole, lines(first.lines.lowerBound..<last.lines.upperBound)),
      ] + neighbours(of: statement, block)
    }
  }

  /// The statement before a block's loop or condition becomes its first one, the statement behind it its last one.
  private func neighbours(of statement: Statement, _ block: [Statement]) -> [Edit] {
    guard let first = block.first, let last = block.last else { return [] }
    let list = Statement.lists(in: text).first { $0.contains { $0.lines == statement.lines } } ?? []
    guard let index = list.firstIndex(where: { $0.lines == statement.lines }) else { return [] }
    var edits: [Edit] = []
    if index > 0 {
      let before = list[index - 1].lines
      edits.append(
        Edit(
          .moved, places(ofLines: before.lowerBound..<statement.lines.upperBound),
          lines(statement.lines.lowerBound..<first.lines.lowerBound) + lines(before)
            + lines(first.lines.lowerBound..<statement.lines.upperBound)))
    }
    if index + 1 < list.count {
      let next = list[index + 1].lines
      edits.append(
        Edit(
          .moved, places(ofLines: statement.lines.lowerBound..<next.upperBound),
          lines(statement.lines.lowerBound..<last.lines.upperBound) + lines(next)
            + lines(last.lines.upperBound..<statement.lines.upperBound)))
    }
    return edits
  }

  /// The text of some lines, each with its end.
  private func lines(_ range: Range<Int>) -> String {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    return all[range].map { $0 + "\n" }.joined()
  }

  /// Where some lines stand, with their ends.
  private func places(ofLines range: Range<Int>) -> Range<Int> {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = all[..<range.lowerBound].reduce(0) { $0 + $1.count + 1 }
    let length = all[range].reduce(0) { $0 + $1.count + 1 }
    return start..<min(start + length, characters.count)
  }
}
