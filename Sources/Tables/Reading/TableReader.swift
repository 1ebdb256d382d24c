import Vocabulary

/// Goes through separated values row by row (RFC 4180): any separator, quotes, line breaks of every system.
///
/// How the values are written is found in the first lines. Fields are ranges of bytes in the row that was read last.
package struct TableReader {
  /// Writes the next bytes to places of an array and returns how many they are: 0 at the end of the text.
  package typealias Source = (_ bytes: inout [UInt8], _ places: Range<Int>) throws(DataError) -> Int

  private var pieces: TextPieces
  private var position: Int
  private var nextLine = 1
  private let separator: UInt8
  private let isRun: Bool
  /// The line on which the last row began, counted from 1.
  private(set) var line = 0
  /// What the first lines hold.
  let sample: TableSample
  /// What stands before the fractions, as soon as one is known.
  private(set) var decimalMark: DecimalMark?
  /// The line with the first fraction, which tells the mark; nil if somebody said what it is.
  private(set) var lineOfMark: Int?

  /// What the table is called in sentences: for a file, its path.
  package var name: String { pieces.name }

  /// Begins to read a text of which at most `pieceSize` bytes are fetched at once.
  package init(
    _ name: String, format: TableFormat = TableFormat(), pieceSize: Int = 1 << 17, from source: @escaping Source
  ) throws(DataError) {
    pieces = try TextPieces(name, pieceSize: pieceSize, from: source)
    var format = format
    position = pieces.start
    var text = try pieces.firstLines(Self.lookedAt)
    // Excel's first line says what separates the others; an option says it louder.
    if let stated = Self.statedSeparator(text) {
      format.separator = format.separator ?? Separator(stated)
      let length = text.firstIndex(where: TextPieces.breaksLine) ?? text.count
      let breakLength = text[length...].starts(with: [Self.carriageReturn, Self.newline]) ? 2 : 1
      let end = min(length + breakLength, text.count)
      text.removeSubrange(..<end)
      pieces.start += end
      nextLine = 2
    }
    position = pieces.start
    sample = TableSample.fitting(text, from: nextLine, format)
    separator = sample.separator.byte
    isRun = sample.separator.isRun
    decimalMark = format.decimalMark ?? (sample.separator == .comma ? .point : nil)
  }

  /// Begins to read a text that is in memory.
  package init(_ name: String, format: TableFormat = TableFormat(), _ text: [UInt8]) throws(DataError) {
    var position = 0
    try self.init(name, format: format) { bytes, places throws(DataError) in
      let count = min(places.count, text.count - position)
      for offset in 0..<count { bytes[places.lowerBound + offset] = text[position + offset] }
      position += count
      return count
    }
  }

  /// Reads the first lines of a text, whose separator is given.
  init(firstLines text: [UInt8], from line: Int, _ separator: Separator) {
    pieces = TextPieces("", whole: text)
    position = 0
    nextLine = line
    sample = TableSample(separator)
    self.separator = separator.byte
    isRun = separator.isRun
  }

  /// Reads the next row that is not blank; false at the end of the text.
  mutating func readRow(into fields: inout [Range<Int>]) throws(DataError) -> Bool {
    guard try beginRow() else { return false }
    line = nextLine
    fields.removeAll(keepingCapacity: true)
    while true {
      fields.append(try readField())
      guard try isAtByte(), isSeparator(pieces.bytes[position]) else { break }
      position += 1
      if isRun, try skipBlanks() { break }
    }
    try skipLineBreak()
    return true
  }

  /// Reads to the end of the text, only to see whether all of it is UTF-8.
  mutating func readToEnd() throws(DataError) { try pieces.readToEnd() }

  /// Goes to the first byte of the next row with something in it; false if there is none.
  ///
  /// Of rows that were deleted other programs leave the separators.
  private mutating func beginRow() throws(DataError) -> Bool {
    while true {
      pieces.start = position
      while try isAtByte(), Blanks.isBlank(pieces.bytes[position]) || pieces.bytes[position] == separator {
        position += 1
      }
      guard try isAtByte() else { return false }
      guard TextPieces.breaksLine(pieces.bytes[position]) else { break }
      try skipLineBreak()
    }
    // Where blanks separate, none stand before the first value.
    if isRun { pieces.start = position }
    position = pieces.start
    return true
  }

  private mutating func readField() throws(DataError) -> Range<Int> {
    let start = position - pieces.start
    while try isAtByte(), isBlank(pieces.bytes[position]) { position += 1 }
    if try isAtByte(), pieces.bytes[position] == Self.quote { try skipQuotation() }
    while try isAtByte(), !isSeparator(pieces.bytes[position]), !TextPieces.breaksLine(pieces.bytes[position]) {
      position += 1
    }
    return start..<(position - pieces.start)
  }

  private mutating func skipQuotation() throws(DataError) {
    position += 1
    while true {
      guard try isAtByte() else {
        throw DataError("\(name):\(line): a quotation mark is opened and never closed.")
      }
      let byte = pieces.bytes[position]
      if byte == Self.quote {
        position += 1
        guard try isAtByte(), pieces.bytes[position] == Self.quote else { return }
      } else if TextPieces.breaksLine(byte) {
        try skipLineBreak()
        continue
      }
      position += 1
    }
  }

  private mutating func skipLineBreak() throws(DataError) {
    guard try isAtByte() else { return }
    let isReturn = pieces.bytes[position] == Self.carriageReturn
    position += 1
    nextLine += 1
    if isReturn, try isAtByte(), pieces.bytes[position] == Self.newline { position += 1 }
  }

  /// Goes past blanks; true if the row ends there.
  private mutating func skipBlanks() throws(DataError) -> Bool {
    while try isAtByte(), Blanks.isBlank(pieces.bytes[position]) { position += 1 }
    return try !isAtByte() || TextPieces.breaksLine(pieces.bytes[position])
  }

  @inline(__always)
  private func isSeparator(_ byte: UInt8) -> Bool { byte == separator || isRun && Blanks.isBlank(byte) }

  private func isBlank(_ byte: UInt8) -> Bool { Blanks.isBlank(byte) && !isSeparator(byte) }

  /// Whether there is a byte at the position; false at the end of the text.
  @inline(__always)
  private mutating func isAtByte() throws(DataError) -> Bool {
    if position < pieces.end { return true }
    return try pieces.readOn(&position)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  /// How many lines are looked at to find how the values are written.
  private static let lookedAt = 100

  /// The byte that a first line like `sep=;` names; nil if it is none.
  private static func statedSeparator(_ text: [UInt8]) -> UInt8? {
    let line = text.prefix { !TextPieces.breaksLine($0) }
    guard line.count == 5, line.starts(with: Array("sep=".utf8)) else { return nil }
    return line[4]
  }

  // MARK: - The fields of the last row

  /// A field as it is written in the text.
  func spelling(_ field: Range<Int>) -> ArraySlice<UInt8> {
    pieces.bytes[(pieces.start + field.lowerBound)..<(pieces.start + field.upperBound)]
  }

  /// A field's text, without quotes and without blanks around it.
  func text(_ field: Range<Int>) -> String { String(decoding: letters(field), as: UTF8.self) }

  /// A field as a finite number; nil if it is none.
  ///
  /// The first fraction decides which mark the others have.
  mutating func number(_ field: Range<Int>) -> Double? {
    let letters = letters(field)
    guard let number = letters.withUnsafeBufferPointer({ DecimalText.number($0, mark: decimalMark) }) else {
      return nil
    }
    if decimalMark == nil {
      let hasComma = letters.contains(UInt8(ascii: ","))
      if hasComma || letters.contains(UInt8(ascii: ".")) {
        (decimalMark, lineOfMark) = (hasComma ? .comma : .point, line)
      }
    }
    return number
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
