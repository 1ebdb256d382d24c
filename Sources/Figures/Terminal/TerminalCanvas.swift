/// A rectangle of character cells to draw on; what lies outside is left out.
struct TerminalCanvas {
  enum Colour: Equatable {
    case plain
    case faint
    case bold
    case look(Int)
  }

  let width: Int
  let height: Int
  private var cells: [(character: Character, colour: Colour)]

  init(width: Int, height: Int) {
    self.width = max(width, 0)
    self.height = max(height, 0)
    cells = Array(repeating: (" ", .plain), count: self.width * self.height)
  }

  mutating func put(_ character: Character, column: Int, row: Int, _ colour: Colour = .plain) {
    guard column >= 0, column < width, row >= 0, row < height else { return }
    cells[row * width + column] = (character, colour)
  }

  mutating func write(_ text: String, column: Int, row: Int, _ colour: Colour = .plain) {
    for (offset, character) in text.enumerated() {
      put(character, column: column + offset, row: row, colour)
    }
  }

  /// Draws another canvas over this one, with its upper left corner at (column, row).
  mutating func draw(_ other: TerminalCanvas, column: Int, row: Int) {
    for otherRow in 0..<other.height {
      for otherColumn in 0..<other.width {
        let cell = other.cells[otherRow * other.width + otherColumn]
        put(cell.character, column: column + otherColumn, row: row + otherRow, cell.colour)
      }
    }
  }

  /// The lines, without spaces at their ends.
  func lines(usesColor: Bool) -> [String] {
    (0..<height).map { row in
      var line = cells[row * width..<(row + 1) * width]
      while line.last?.character == " " {
        line.removeLast()
      }
      return usesColor ? Self.coloured(line) : String(line.map(\.character))
    }
  }

  private static func coloured(_ line: ArraySlice<(character: Character, colour: Colour)>) -> String {
    var result = ""
    var current = Colour.plain
    for cell in line {
      // A space has no colour: to leave the last one switched on saves escape sequences.
      if cell.character != " ", cell.colour != current {
        result += (current == .plain ? "" : "\u{1B}[0m") + start(of: cell.colour)
        current = cell.colour
      }
      result.append(cell.character)
    }
    return result + (current == .plain ? "" : "\u{1B}[0m")
  }

  /// The sequence that switches a colour on; looks have the SVG's colours, as near as 256 colours come.
  private static func start(of colour: Colour) -> String {
    switch colour {
    case .plain: ""
    case .faint: "\u{1B}[2m"
    case .bold: "\u{1B}[1m"
    case .look(let look): "\u{1B}[38;5;\([32, 166, 245, 36, 175, 214, 117][look % 7])m"
    }
  }
}
