/// A text that is fetched piece by piece; what is still needed of it stays in memory.
struct TextPieces {
  /// What the text is called in sentences.
  let name: String
  private let readNext: TableReader.Source
  private let pieceSize: Int
  private var encoding = EncodingCheck()
  /// What was fetched last, up to `end`.
  private(set) var bytes: [UInt8]
  private(set) var end = 0
  /// Where that begins which is still needed.
  var start = 0

  /// Begins to read a text of which at most `pieceSize` bytes are fetched at once.
  ///
  /// - Throws: `DataError` if it is no text in UTF-8.
  init(_ name: String, pieceSize: Int, from source: @escaping TableReader.Source) throws(DataError) {
    self.name = name
    self.pieceSize = pieceSize
    readNext = source
    bytes = [UInt8](repeating: 0, count: max(pieceSize, ForeignFile.headLength))
    while end < ForeignFile.headLength {
      let count = try readNext(&bytes, end..<min(end + pieceSize, bytes.count))
      if count == 0 { break }
      end += count
    }
    if let sentence = ForeignFile.sentence(for: bytes[..<end], name) { throw DataError(sentence) }
    try check(bytes[..<end])
    // Some programs write the mark of every file that they joined.
    while bytes[start..<end].starts(with: Self.byteOrderMark) { start += Self.byteOrderMark.count }
  }

  /// A text that is whole in memory already, and known to be UTF-8.
  init(_ name: String, whole text: [UInt8]) {
    self.name = name
    pieceSize = 1
    readNext = { _, _ in 0 }
    bytes = text
    end = text.count
  }

  /// Fetches the next piece, and moves all that is needed to the beginning, and with it a position; false at the end of the text.
  mutating func readOn(_ position: inout Int) throws(DataError) -> Bool {
    if start > 0 {
      bytes.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
      position -= start
      end -= start
      start = 0
    }
    // A long row takes as many bytes again, so that each of them is moved a few times only.
    if end == bytes.count { bytes += [UInt8](repeating: 0, count: max(bytes.count, 1)) }
    let count = try readNext(&bytes, end..<min(end + pieceSize, bytes.count))
    try check(bytes[end..<(end + count)])
    end += count
    return count > 0
  }

  /// Returns the first lines, which stay to be read: whole ones, unless there is no more than one.
  mutating func firstLines(_ most: Int) throws(DataError) -> [UInt8] {
    var (position, breakCount, isWhole) = (start, 0, false)
    while breakCount < most, position - start < Self.mostBytesOfFirstLines {
      if position == end, try !readOn(&position) {
        isWhole = true
        break
      }
      if Self.breaksLine(bytes[position]) { breakCount += 1 }
      position += 1
    }
    guard !isWhole, let last = bytes[start..<position].lastIndex(where: Self.breaksLine) else {
      return Array(bytes[start..<position])
    }
    return Array(bytes[start...last])
  }

  /// Fetches all that is left, only to see whether it is UTF-8.
  mutating func readToEnd() throws(DataError) {
    var position = end
    repeat { (start, position) = (end, end) } while try readOn(&position)
  }

  private mutating func check(_ piece: ArraySlice<UInt8>) throws(DataError) {
    if piece.isEmpty { encoding.end() } else { encoding.read(piece) }
    guard let line = encoding.firstWrongLine else { return }
    throw DataError("\(name):\(line): " + ForeignFile.notUTF8(name))
  }

  static func breaksLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private static var byteOrderMark: [UInt8] { [0xEF, 0xBB, 0xBF] }
  private static var mostBytesOfFirstLines: Int { 1 << 20 }
}
