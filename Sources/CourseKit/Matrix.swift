/// A table of numbers with `rows` × `columns` entries: the one kind of value that flows through the network.
///
/// Throughout the course an example is a row: a batch of N examples with 2 features is a matrix [N, 2].
public struct Matrix: Equatable, Sendable {
  /// The number of rows; in a batch, the number of examples.
  public let rows: Int

  /// The number of columns; in a batch, the number of features or units.
  public let columns: Int

  /// The entries, row after row: entry [row, column] is `elements[row * columns + column]`.
  public var elements: [Double]

  /// Creates a matrix [rows, columns] from its entries, row after row.
  ///
  /// Stops the program if there are not exactly rows · columns entries.
  public init(
    rows: Int, columns: Int, elements: [Double],
    file: StaticString = #file, line: UInt = #line
  ) {
    guard rows >= 0, columns >= 0, elements.count == rows * columns else {
      fatalError(
        "Matrix(rows: \(rows), columns: \(columns)) needs \(rows * columns) elements, got \(elements.count)",
        file: file, line: line)
    }
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Creates a matrix [rows, columns] in which every entry is `value`.
  ///
  /// Stops the program if a size is negative.
  public init(
    rows: Int, columns: Int, repeating value: Double,
    file: StaticString = #file, line: UInt = #line
  ) {
    guard rows >= 0, columns >= 0 else {
      fatalError("Matrix(rows: \(rows), columns: \(columns)): a size is negative", file: file, line: line)
    }
    self.rows = rows
    self.columns = columns
    self.elements = [Double](repeating: value, count: rows * columns)
  }

  /// Creates a matrix [rows, columns] and lets `fill` write every entry, row after row.
  @inlinable @inline(__always)
  init(rows: Int, columns: Int, _ fill: (UnsafeMutableBufferPointer<Double>) -> Void) {
    self.rows = rows
    self.columns = columns
    let count = rows * columns
    #if compiler(>=6.3)
      // The initializer below looks up the type of an array's memory each time, which takes as long as a thousand additions.
      elements = []
      elements.reserveCapacity(count)
      elements.append(addingCapacity: count) { span in
        span.withUnsafeMutableBufferPointer { buffer, initialized in
          fill(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
          initialized = count
        }
      }
    #else
      elements = Array(unsafeUninitializedCapacity: count) { buffer, initialized in
        fill(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
        initialized = count
      }
    #endif
  }

  /// Creates a matrix from its rows, as you would write it down: `Matrix([[1, 2], [3, 4]])` is [2, 2].
  ///
  /// Stops the program if the rows differ in length.
  public init(_ rows: [[Double]], file: StaticString = #file, line: UInt = #line) {
    let columns = rows.first?.count ?? 0
    var elements: [Double] = []
    elements.reserveCapacity(rows.count * columns)
    for (index, row) in rows.enumerated() {
      guard row.count == columns else {
        fatalError(
          "Matrix: row \(index) has \(row.count) entries, row 0 has \(columns)", file: file, line: line)
      }
      elements += row
    }
    self.rows = rows.count
    self.columns = columns
    self.elements = elements
  }

  /// Returns a matrix [rows, columns] of zeros.
  public static func zeros(
    rows: Int, columns: Int, file: StaticString = #file, line: UInt = #line
  ) -> Matrix {
    Matrix(rows: rows, columns: columns, repeating: 0, file: file, line: line)
  }

  /// The entry at `row`, `column`, both counted from 0.
  ///
  /// Stops the program if there is no such entry.
  @inlinable
  public subscript(row: Int, column: Int, file: StaticString = #file, line: UInt = #line) -> Double {
    get { elements[position(row, column, file, line)] }
    set { elements[position(row, column, file, line)] = newValue }
  }

  // Compiled into the lessons' own loops, where a call for each entry would take longer than what is done with it.
  @inlinable @inline(__always)
  func position(_ row: Int, _ column: Int, _ file: StaticString, _ line: UInt) -> Int {
    guard row >= 0, row < rows, column >= 0, column < columns else { stop(row, column, file, line) }
    return row &* columns &+ column
  }

  @usableFromInline
  func stop(_ row: Int, _ column: Int, _ file: StaticString, _ line: UInt) -> Never {
    fatalError(
      "Index out of range: [\(row), \(column)] of a matrix \(shape), whose last entry is "
        + "[\(rows - 1), \(columns - 1)]", file: file, line: line)
  }

  /// The shape as it is written in the course: `[rows, columns]`.
  public var shape: String { "[\(rows), \(columns)]" }

  /// Stops the program with a message that has both shapes, at the caller's line.
  func stop(
    _ operation: StaticString, with other: Matrix, because rule: StaticString,
    file: StaticString = #file, line: UInt = #line
  ) -> Never {
    fatalError("Shapes do not fit: \(operation) of \(shape) and \(other.shape): \(rule)", file: file, line: line)
  }
}

#if !hasFeature(Embedded)
  extension Matrix: CustomStringConvertible {
    /// The shape and the entries, row by row: what `print(matrix)` shows.
    public var description: String {
      let lines = (0..<rows).map { row in
        "[" + (0..<columns).map { "\(self[row, $0])" }.joined(separator: ", ") + "]"
      }
      return "Matrix \(shape)\n" + lines.joined(separator: "\n")
    }
  }
#endif
