import CourseKit

// Numbers go in and out through two lists: the page writes arguments into `input`, calls, and reads `output`.

/// What the page has written for the next call.
nonisolated(unsafe) public var input: [Double] = []

/// What the last call answers.
nonisolated(unsafe) public var output: [Double] = []

/// Makes room for so many numbers and returns the address where the page writes them.
@_expose(wasm, "input") @_cdecl("input")
public func inputAddress(_ count: Int) -> Int {
  input = [Double](repeating: 0, count: count)
  return input.withUnsafeMutableBufferPointer { Int(bitPattern: $0.baseAddress) }
}

/// The address of the last call's answer.
@_expose(wasm, "output") @_cdecl("output")
public func outputAddress() -> Int {
  output.withUnsafeMutableBufferPointer { Int(bitPattern: $0.baseAddress) }
}

/// How many numbers the last call's answer has.
@_expose(wasm, "outputCount") @_cdecl("outputCount")
public func outputCount() -> Int { output.count }

/// Reads the input from its beginning, piece by piece.
///
/// Its functions, like some others of this module, are not copied into their callers: the page holds less code, and the compiler
/// is done sooner.
public struct InputReader {
  private var position = 0

  /// Begins at the first number.
  public init() {}

  /// The next number.
  @inline(never)
  public mutating func number() -> Double {
    defer { position += 1 }
    return input[position]
  }

  /// The next number as a whole number.
  public mutating func integer() -> Int { Int(number()) }

  /// The next matrix [rows, columns].
  @inline(never)
  public mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix {
    var matrix = Matrix.zeros(rows: rows, columns: columns)
    for index in 0..<rows * columns { matrix.elements[index] = number() }
    return matrix
  }

  /// All that is left, as whole numbers.
  @inline(never)
  public mutating func rest() -> [Int] {
    var rest: [Int] = []
    while position < input.count { rest.append(integer()) }
    return rest
  }
}
