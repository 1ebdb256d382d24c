import Foundation

/// Goes through comma-separated values row by row (RFC 4180): quotes, line breaks of every system, a byte-order mark.
///
/// It holds the row that it reads and the piece of the file around it. Fields are ranges of bytes in that row.
struct CSVReader {
  private let file: FilePieces
  private let pieceSize: Int
  private var encoding = UTF8Check()
  /// What was read last, up to `end`; a 0 follows for the C library.
  private var bytes: [UInt8]
  private var end = 0
  private var rowStart = 0
  private var position = 0
  private var nextLine = 1
  /// The line on which the last row began, counted from 1.
  private(set) var line = 0

  /// Opens a file of which at most `pieceSize` bytes are read at once.
  init(path: String, pieceSize: Int = 1 << 17) throws(DataError) {
    file = try FilePieces(path: path)
    self.pieceSize = pieceSize
    bytes = [UInt8](repeating: 0, count: pieceSize + 1)
    while end < Self.byteOrderMark.count, try readOn() {}
    if bytes.starts(with: Self.byteOrderMark) { position = Self.byteOrderMark.count }
  }

  /// Where the file lies.
  var path: String { file.path }

  /// Reads the next row that is not blank; false at the end of the file.
  mutating func readRow(into fields: inout [Range<Int>]) throws(DataError) -> Bool {
    guard try beginRow() else { return false }
    line = nextLine
    fields.removeAll(keepingCapacity: true)
    while true {
      fields.append(try readField())
      guard try isAtByte(), bytes[position] == Self.comma else { break }
      position += 1
    }
    try skipLineBreak()
    return true
  }

  /// Reads to the end of the file, only to see whether all of it is UTF-8.
  mutating func readToEnd() throws(DataError) {
    repeat { (rowStart, position) = (end, end) } while try readOn()
  }

  /// Goes to the first byte of the next row that is not blank; false if there is none.
  private mutating func beginRow() throws(DataError) -> Bool {
    while true {
      rowStart = position
      while try isAtByte(), Self.isBlank(bytes[position]) { position += 1 }
      guard try isAtByte() else { return false }
      guard Self.breaksLine(bytes[position]) else { break }
      try skipLineBreak()
    }
    position = rowStart
    return true
  }

  private mutating func readField() throws(DataError) -> Range<Int> {
    let start = position - rowStart
    if try isAtByte(), bytes[position] == Self.quote {
      position += 1
      while true {
        guard try isAtByte() else {
          throw DataError("\(path):\(line): a quotation mark is opened and never closed.")
        }
        if bytes[position] == Self.quote {
          position += 1
          guard try isAtByte(), bytes[position] == Self.quote else { break }
        } else if bytes[position] == Self.newline {
          nextLine += 1
        }
        position += 1
      }
    }
    while try isAtByte(), bytes[position] != Self.comma, !Self.breaksLine(bytes[position]) { position += 1 }
    return start..<(position - rowStart)
  }

  private mutating func skipLineBreak() throws(DataError) {
    guard try isAtByte() else { return }
    let isReturn = bytes[position] == Self.carriageReturn
    position += 1
    nextLine += 1
    if isReturn, try isAtByte(), bytes[position] == Self.newline { position += 1 }
  }

  // MARK: - Pieces of the file

  /// Whether there is a byte at the position; false at the end of the file.
  @inline(__always)
  private mutating func isAtByte() throws(DataError) -> Bool {
    if position < end { return true }
    return try readOn()
  }

  /// Reads the next piece behind the row that has begun; false at the end of the file.
  private mutating func readOn() throws(DataError) -> Bool {
    if rowStart > 0 {
      bytes.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[rowStart..<end])) }
      position -= rowStart
      end -= rowStart
      rowStart = 0
    }
    // A long row takes as many bytes again, so that each of them is moved a few times only.
    if end == bytes.count - 1 { bytes += [UInt8](repeating: 0, count: bytes.count) }
    let count = try file.readNext(into: &bytes, at: end..<min(end + pieceSize, bytes.count - 1))
    for index in end..<(end + count) { encoding.read(bytes[index]) }
    if count == 0 { encoding.end() }
    if let line = encoding.firstWrongLine {
      throw DataError("\(path):\(line): the text is not UTF-8. Save the table again with the encoding UTF-8.")
    }
    end += count
    bytes[end] = 0
    return count > 0
  }

  // MARK: - The fields of the last row

  /// A field as it is written in the file.
  func spelling(_ field: Range<Int>) -> ArraySlice<UInt8> {
    bytes[(rowStart + field.lowerBound)..<(rowStart + field.upperBound)]
  }

  /// A field's text, without quotes and without spaces around it.
  func text(_ field: Range<Int>) -> String {
    let text = String(decoding: spelling(field), as: UTF8.self).trimmingCharacters(in: .whitespaces)
    guard text.first == "\"", text.last == "\"", text.count > 1 else { return text }
    return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }

  /// A field as a finite number; nil if it is none.
  func number(_ field: Range<Int>) -> Double? {
    let spelling = spelling(field)
    if spelling.first == Self.quote {
      let number = Double(text(field).trimmingCharacters(in: .whitespaces))
      return number.flatMap { $0.isFinite ? $0 : nil }
    }
    guard let first = spelling.firstIndex(where: { !Self.isBlank($0) }),
      let last = spelling.lastIndex(where: { !Self.isBlank($0) })
    else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      if let number = ShortDecimal.number(UnsafeBufferPointer(rebasing: buffer[first...last])) { return number }
      guard let start = buffer.baseAddress.map({ UnsafeRawPointer($0 + first).assumingMemoryBound(to: CChar.self) })
      else { return nil }
      var stop: UnsafeMutablePointer<CChar>?
      let number = strtod(start, &stop)
      return stop.map { UnsafePointer($0) } == start + (last + 1 - first) && number.isFinite ? number : nil
    }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private static func breaksLine(_ byte: UInt8) -> Bool { byte == newline || byte == carriageReturn }
}
