import CourseKit
import Exchange
import Vocabulary

/// The round numbers of an axis.
///
/// Input: the ends, 1 if equal ratios are equally long, how many numbers there may be. Output: the numbers.
@_expose(wasm, "ticks") @_cdecl("ticks")
public func ticks() {
  var numbers = InputReader()
  let (lower, upper) = (numbers.number(), numbers.number())
  let isLogarithmic = numbers.integer() == 1
  guard lower < upper else {
    output = [lower]
    return
  }
  let scale = Scale(lower...upper, isLogarithmic: isLogarithmic)
  output = Ticks.numbers(for: scale, atMost: numbers.integer()).map { $0.value }
}

/// The line on which a field has one value.
///
/// Input: the level, rows and columns; the field [rows, columns]. Output: for each piece of the line x and y of both its ends, which
/// count columns and rows.
@_expose(wasm, "contour") @_cdecl("contour")
public func contour() {
  var numbers = InputReader()
  let (level, rows, columns) = (numbers.number(), numbers.integer(), numbers.integer())
  let field = Field(xRange: 0...1, yRange: 0...1, values: numbers.matrix(rows, columns))
  output = []
  for piece in Contour.pieces(of: field, level: level) {
    output += [piece.from.x, piece.from.y, piece.to.x, piece.to.y]
  }
}

/// Leaves out those points of a curve that make no visible difference.
///
/// Input: the width of a column, x and y of each point; what is not finite leaves a gap. Output: x and y of each point, of a gap
/// no numbers.
@_expose(wasm, "thinned") @_cdecl("thinned")
public func thinned() {
  var numbers = InputReader()
  let width = numbers.number()
  output = []
  var piece: [Point] = []
  func endPiece() {
    for point in Thinning.curve(piece, columnWidth: width) { output += [point.x, point.y] }
    piece = []
  }
  for _ in 0..<(input.count - 1) / 2 {
    let point = Point(numbers.number(), numbers.number())
    if (point.x + point.y).isFinite {
      piece.append(point)
    } else {
      endPiece()
      output += [.nan, .nan]
    }
  }
  endPiece()
}
