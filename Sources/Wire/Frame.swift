/// Bytes that are not what the contract says they should be.
public enum FrameError: Error, Equatable, CustomStringConvertible {
  /// The bytes ended too early, went on too long or held an impossible value; the text says which.
  case malformed(String)

  /// What came instead, to follow "got" or "returned".
  public var description: String {
    switch self {
    case .malformed(let what): what
    }
  }
}

/// Collects the bytes of one request or reply.
public struct FrameWriter {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []

  /// Creates an empty writer.
  public init() {}

  /// Appends the bytes of a number, the lowest byte first.
  public mutating func write(bits: UInt64) {
    withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Appends one byte.
  public mutating func write(byte: UInt8) {
    bytes.append(byte)
  }

  /// Appends bytes as they are.
  mutating func append(_ more: [UInt8]) { bytes += more }

  /// Appends a value.
  public mutating func write(_ value: some Transferable) {
    value.write(to: &self)
  }
}

/// Reads the bytes of one request or reply, from the first to the last.
public struct FrameReader {
  private let bytes: [UInt8]
  private var position = 0

  /// Creates a reader at the first of `bytes`.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Returns the next `count` bytes.
  ///
  /// - Throws: `FrameError` if there are fewer.
  public mutating func read(count: Int) throws(FrameError) -> ArraySlice<UInt8> {
    guard count >= 0, bytes.count - position >= count else {
      throw .malformed("\(count) bytes expected, \(bytes.count - position) left")
    }
    defer { position += count }
    return bytes[position..<(position + count)]
  }

  /// Returns the next number, written by `FrameWriter.write(bits:)`.
  ///
  /// - Throws: `FrameError` if fewer than 8 bytes are left.
  public mutating func readBits() throws(FrameError) -> UInt64 {
    try read(count: 8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Returns the next count of things that take at least one byte each.
  ///
  /// - Throws: `FrameError` if it is negative or more than what is left can hold.
  public mutating func readCount() throws(FrameError) -> Int {
    let count = Int(truncatingIfNeeded: try readBits())
    guard count >= 0, count <= bytes.count - position else {
      throw .malformed("a count of \(count) with \(bytes.count - position) bytes left")
    }
    return count
  }

  /// Checks that nothing is left.
  ///
  /// - Throws: `FrameError` if something is.
  public func expectEnd() throws(FrameError) {
    guard position == bytes.count else { throw .malformed("\(bytes.count - position) bytes too many") }
  }
}
