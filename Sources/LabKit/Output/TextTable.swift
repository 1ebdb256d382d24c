/// A table for the terminal: the first column on the left, numbers on the right of theirs.
struct TextTable {
  private var rows: [[String]]

  /// Creates a table with the names of its columns.
  init(_ header: [String]) {
    rows = [header]
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The lines, each ended.
  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let space = String(repeating: " ", count: widths[column] - cell.count)
        line += column == 0 ? cell + space : "   " + space + cell
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    return lines.joined()
  }
}
