/// What products are made of.
extension Diagram {
  /// Matrices in a row with signs between them.
  public struct Equation: Equatable, Codable, Sendable {
    /// What stands above the row; it may be empty.
    public var caption: String

    /// Matrices and signs, from left to right.
    public var terms: [Term]

    /// Creates an equation.
    public init(_ caption: String, _ terms: [Term]) {
      self.caption = caption
      self.terms = terms
    }

    /// Creates an equation without a caption.
    public init(_ terms: [Term]) { self.init("", terms) }
  }

  /// A part of an equation.
  public enum Term: Equatable, Codable, Sendable, ExpressibleByStringLiteral {
    /// A matrix, drawn as a rectangle.
    case matrix(Block)

    /// A sign: `·` for the matrix product, `⊙` for entry by entry, `+`, `=`.
    case sign(String)

    /// Creates a sign.
    public init(stringLiteral value: String) { self = .sign(value) }

    /// A matrix without entries: a rectangle as high as `rows` and as wide as `columns`.
    public static func matrix(_ name: String, _ rows: Side, _ columns: Side, isSlope: Bool = false) -> Term {
      .matrix(Block(name, rows, columns, isSlope: isSlope))
    }
  }

  /// One direction of a matrix: sides with one name have one colour, and ought to have one size.
  public struct Side: Equatable, Codable, Sendable {
    /// What is counted, for example `N` or `fanIn`; it may be empty.
    public var name: String

    /// How many there are.
    public var size: Int

    /// Creates a side.
    public init(_ name: String, _ size: Int) {
      self.name = name
      self.size = size
    }
  }

  /// A matrix [rows, columns], as a rectangle or with its entries.
  public struct Block: Equatable, Codable, Sendable {
    /// Its name, such as `W₂ᵀ`.
    public var name: String

    /// How many rows it has.
    public var rows: Side

    /// How many columns it has.
    public var columns: Side

    /// The entries, row after row; empty for a plain rectangle.
    public var entries: [[String]]

    /// Whether it holds slopes that come back.
    public var isSlope: Bool

    /// Whether entries that are `0` are left white and all others are filled, as in a mask.
    public var isMask: Bool

    /// The row that is framed, with `framedColumn` only the one entry in both; nil for none.
    public var framedRow: Int?

    /// The column that is framed, with `framedRow` only the one entry in both; nil for none.
    public var framedColumn: Int?

    /// Creates a matrix, with or without entries.
    public init(
      _ name: String, _ rows: Side, _ columns: Side, entries: [[String]] = [], isSlope: Bool = false,
      isMask: Bool = false, framedRow: Int? = nil, framedColumn: Int? = nil
    ) {
      self.name = name
      self.rows = rows
      self.columns = columns
      self.entries = entries
      self.isSlope = isSlope
      self.isMask = isMask
      self.framedRow = framedRow
      self.framedColumn = framedColumn
    }
  }
}

extension Diagram.Side {
  /// The side as a picture names it.
  var text: String { name.isEmpty ? "\(size)" : "\(name) = \(size)" }

  /// The size as one to draw: what is negative or beyond a million has been read from elsewhere.
  var length: Int { min(max(size, 0), 1_000_000) }
}

extension Diagram.Block {
  /// Whether an entry lies in the frame.
  func isFramed(_ row: Int, _ column: Int) -> Bool {
    (framedRow != nil || framedColumn != nil) && row == framedRow ?? row && column == framedColumn ?? column
  }
}

extension Diagram.Equation {
  /// Whether a term's rows or columns are summed over: they meet those of its neighbour at a `·`.
  func innerSides(at index: Int) -> (rows: Bool, columns: Bool) {
    (isProduct(at: index - 1), isProduct(at: index + 1))
  }

  /// Whether a term is a `·` between two matrices.
  private func isProduct(at index: Int) -> Bool {
    guard index > 0, index < terms.count - 1, case .matrix = terms[index - 1], case .matrix = terms[index + 1]
    else { return false }
    return terms[index] == .sign("·")
  }
}
