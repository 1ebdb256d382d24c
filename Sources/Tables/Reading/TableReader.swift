/// Goes through separated values row by row (RFC 4180): commas, semicolons or tabs, quotes, line breaks of every system, a
/// byte-order mark.
///
/// It holds the row that it reads and the piece of the text around it. Fields are ranges of bytes in that row.
package struct TableReader {
  /// Writes the next bytes to places of an array and returns how many they are: 0 at the end of the text.
  package typealias Source = (_ bytes: inout [UInt8], _ places: Range<Int>) throws(DataError) -> Int

  /// What the table is called in sentences: for a file, its path.
  package let name: String
  private let readNext: Source
  private let pieceSize: Int
  private var encoding = EncodingCheck()
  /// What was read last, up to `end`.
  private var bytes: [UInt8]
  private var end = 0
  private var rowStart = 0
  private var position = 0
  private var nextLine = 1
  private var separator = Separator.comma
  /// The line on which the last row began, counted from 1.
  private(set) var line = 0

  /// Begins to read a text of which at most `pieceSize` bytes are fetched at once.
  package init(_ name: String, pieceSize: Int = 1 << 17, from source: @escaping Source) throws(DataError) {
    self.name = name
    self.pieceSize = pieceSize
    readNext = source
    bytes = [UInt8](repeating: 0, count: pieceSize)
    while end < Self.byteOrderMark.count, try readOn() {}
    if end >= Self.byteOrderMark.count, bytes.starts(with: Self.byteOrderMark) {
      rowStart = Self.byteOrderMark.count
    }
    try findSeparator()
  }

  /// Begins to read a text that is in memory.
  package init(_ name: String, _ text: [UInt8]) throws(DataError) {
    var position = 0
    try self.init(name) { bytes, places throws(DataError) in
      let count = min(places.count, text.count - position)
      for offset in 0..<count { bytes[places.lowerBound + offset] = text[position + offset] }
      position += count
      return count
    }
  }

  private mutating func findSeparator() throws(DataError) {
    position = rowStart
    var separator = Separator()
    while try isAtByte(), separator.take(bytes[position]) { position += 1 }
    position = rowStart
    self.separator = separator.found
  }

  /// Reads the next row that is not blank; false at the end of the text.
  mutating func readRow(into fields: inout [Range<Int>]) throws(DataError) -> Bool {
    guard try beginRow() else { return false }
    line = nextLine
    fields.removeAll(keepingCapacity: true)
    while true {
      fields.append(try readField())
      guard try isAtByte(), bytes[position] == separator else { break }
      position += 1
    }
    try skipLineBreak()
    return true
  }

  /// Reads to the end of the text, only to see whether all of it is UTF-8.
  mutating func readToEnd() throws(DataError) {
    repeat { (rowStart, position) = (end, end) } while try readOn()
  }

  /// Goes to the first byte of the next row with something in it; false if there is none.
  ///
  /// Of rows that were deleted other programs leave the separators.
  private mutating func beginRow() throws(DataError) -> Bool {
    while true {
      rowStart = position
      while try isAtByte(), Blanks.isBlank(bytes[position]) || bytes[position] == separator { position += 1 }
      guard try isAtByte() else { return false }
      guard Self.breaksLine(bytes[position]) else { break }
      try skipLineBreak()
    }
    position = rowStart
    return true
  }

  private mutating func readField() throws(DataError) -> Range<Int> {
    let start = position - rowStart
    while try isAtByte(), isBlank(bytes[position]) { position += 1 }
    if try isAtByte(), bytes[position] == Self.quote {
      position += 1
      while true {
        guard try isAtByte() else {
          throw DataError("\(name):\(line): a quotation mark is opened and never closed.")
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
    while try isAtByte(), bytes[position] != separator, !Self.breaksLine(bytes[position]) { position += 1 }
    return start..<(position - rowStart)
  }

  private mutating func skipLineBreak() throws(DataError) {
    guard try isAtByte() else { return }
    let isReturn = bytes[position] == Self.carriageReturn
    position += 1
    nextLine += 1
    if isReturn, try isAtByte(), bytes[position] == Self.newline { position += 1 }
  }

  private func isBlank(_ byte: UInt8) -> Bool { Blanks.isBlank(byte) && byte != separator }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private static func breaksLine(_ byte: UInt8) -> Bool { byte == newline || byte == carriageReturn }

  // MARK: - Pieces of the text

  /// Whether there is a byte at the position; false at the end of the text.
  @inline(__always)
  private mutating func isAtByte() throws(DataError) -> Bool {
    if position < end { return true }
    return try readOn()
  }

  /// Reads the next piece behind the row that has begun; false at the end of the text.
  private mutating func readOn() throws(DataError) -> Bool {
    if rowStart > 0 {
      bytes.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[rowStart..<end])) }
      position -= rowStart
      end -= rowStart
      rowStart = 0
    }
    // A long row takes as many bytes again, so that each of them is moved a few times only.
    if end == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
    let count = try readNext(&bytes, end..<min(end + pieceSize, bytes.count))
    if count == 0 { encoding.end() } else { encoding.read(bytes[end..<(end + count)]) }
    if let line = encoding.firstWrongLine {
      throw DataError("\(name):\(line): the text is not UTF-8. Save the table again with the encoding UTF-8.")
    }
    end += count
    return count > 0
  }

  // MARK: - The fields of the last row

  /// A field as it is written in the text.
  func spelling(_ field: Range<Int>) -> ArraySlice<UInt8> {
    bytes[(rowStart + field.lowerBound)..<(rowStart + field.upperBound)]
  }

  /// A field's text, without quotes and without blanks around it.
  func text(_ field: Range<Int>) -> String { String(decoding: letters(field), as: UTF8.self) }

  /// A field as a finite number; nil if it is none.
  func number(_ field: Range<Int>) -> Double? {
    let letters = letters(field)
    // A comma that separates stands for nothing else, not even in quotes.
    return letters.withUnsafeBufferPointer { DecimalText.number($0, takesComma: separator != Separator.comma) }
  }

  private func letters(_ field: Range<Int>) -> ArraySlice<UInt8> {
    let spelling = Blanks.trimmed(spelling(field))
    guard spelling.first == Self.quote else { return spelling }
    var letters: [UInt8] = []
    var index = spelling.startIndex + 1
    while index < spelling.endIndex {
      if spelling[index] == Self.quote {
        index += 1
        // Two quotes stand for one; after a single one the field goes on without.
        guard index < spelling.endIndex, spelling[index] == Self.quote else { break }
      }
      letters.append(spelling[index])
      index += 1
    }
    return Blanks.trimmed(letters[...] + spelling[index...])
  }
}
