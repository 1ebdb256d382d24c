import CourseKit

/// Something that can be drawn: as an SVG file, or in character cells.
public protocol Picture: Sendable {
  /// What it shows, in a few words.
  var title: String { get }

  /// The picture as an SVG file that stands alone.
  var svg: String { get }

  /// The picture in character cells: lines of at most `width` columns, each ended by a newline.
  func terminal(width: Int, height: Int, style: TerminalStyle) -> String
}

extension Figure: Picture {}

/// Small pictures made of pixels, side by side, each with a few words below: handwritten digits, for example.
public struct PictureSheet: Codable, Sendable {
  /// What the pictures are, in a few words.
  public var title: String

  /// The pictures, in reading order.
  public var tiles: [Tile]

  /// Creates a sheet.
  public init(_ title: String, tiles: [Tile]) {
    self.title = title
    self.tiles = tiles
  }

  /// One of the pictures.
  public struct Tile: Codable, Sendable {
    /// The pixels [rows, columns], each from 0 for paper to 1 for ink; what lies outside counts as the nearer of both.
    public var pixels: Matrix

    /// What stands below it, a line each.
    public var caption: [String]

    /// Creates a picture.
    public init(_ pixels: Matrix, caption: [String]) {
      self.pixels = pixels
      self.caption = caption
    }
  }
}

extension PictureSheet.Tile {
  /// Which of so many shades a pixel has: 0 is paper.
  func shade(_ row: Int, _ column: Int, of count: Int) -> Int {
    let ink = pixels[row, column]
    guard ink > 0 else { return 0 }
    return min(Int((ink * Double(count - 1)).rounded(.up)), count - 1)
  }
}

extension PictureSheet {
  /// The rows and columns that have room for every picture.
  var pixelSize: (rows: Int, columns: Int) {
    (tiles.map(\.pixels.rows).max() ?? 0, tiles.map(\.pixels.columns).max() ?? 0)
  }

  /// The lines that have room for every caption.
  var captionHeight: Int { tiles.map(\.caption.count).max() ?? 0 }
}
