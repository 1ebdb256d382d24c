import Foundation

/// Goes through comma-separated values row by row (RFC 4180): quotes, line breaks of every system, a byte-order mark.
///
/// Fields are ranges of bytes, so that a large file costs no more memory than itself.
struct CSVReader {
  private let path: String
  /// The file, with a 0 at its end for the C library.
  private let bytes: [UInt8]
  private var position = 0
  private var nextLine = 1
  /// The line on which the last row began, counted from 1.
  private(set) var line = 0

  init(_ data: Data, path: String) throws(DataError) {
    self.path = path
    bytes = Array(data) + [0]
    if let line = TextFile.firstLineThatIsNotUTF8(in: data) {
      throw DataError("\(path):\(line): the text is not UTF-8. Save the table again with the encoding UTF-8.")
    }
    if data.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private var end: Int { bytes.count - 1 }

  /// Reads the next row that is not blank; false at the end of the file.
  mutating func readRow(into fields: inout [Range<Int>]) throws(DataError) -> Bool {
    skipBlankLines()
    guard position < end else { return false }
    line = nextLine
    fields.removeAll(keepingCapacity: true)
    while true {
      fields.append(try readField())
      guard position < end, bytes[position] == Self.comma else { break }
      position += 1
    }
    skipLineBreak()
    return true
  }

  private mutating func skipBlankLines() {
    while position < end {
      let text = bytes[position..<end].firstIndex { $0 != Self.space && $0 != Self.tab } ?? end
      guard text == end || bytes[text] == Self.newline || bytes[text] == Self.carriageReturn else { return }
      position = text
      skipLineBreak()
    }
  }

  private mutating func readField() throws(DataError) -> Range<Int> {
    let start = position
    if bytes[position] == Self.quote {
      position += 1
      while true {
        guard position < end else {
          throw DataError("\(path):\(line): a quotation mark is opened and never closed.")
        }
        if bytes[position] == Self.quote {
          position += 1
          guard bytes[position] == Self.quote else { break }
        } else if bytes[position] == Self.newline {
          nextLine += 1
        }
        position += 1
      }
    }
    while position < end, !Self.endsField(bytes[position]) { position += 1 }
    return start..<position
  }

  private mutating func skipLineBreak() {
    guard position < end else { return }
    if bytes[position] == Self.carriageReturn, bytes[position + 1] == Self.newline { position += 1 }
    position += 1
    nextLine += 1
  }

  /// A field's text, without quotes and without spaces around it.
  func text(_ field: Range<Int>) -> String {
    let text = String(decoding: bytes[field], as: UTF8.self).trimmingCharacters(in: .whitespaces)
    guard text.first == "\"", text.last == "\"", text.count > 1 else { return text }
    return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }

  /// A field as a finite number; nil if it is none.
  func number(_ field: Range<Int>) -> Double? {
    if bytes[field.lowerBound] == Self.quote {
      let number = Double(text(field).trimmingCharacters(in: .whitespaces))
      return number.flatMap { $0.isFinite ? $0 : nil }
    }
    guard let last = bytes[field].lastIndex(where: { $0 != Self.space && $0 != Self.tab }) else { return nil }
    return bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress?.advanced(by: field.lowerBound).assumingMemoryBound(to: CChar.self) else {
        return nil
      }
      var stop: UnsafeMutablePointer<CChar>?
      let number = strtod(start, &stop)
      let end = UnsafePointer(start) + (last + 1 - field.lowerBound)
      return stop.map { UnsafePointer($0) } == end && number.isFinite ? number : nil
    }
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let space = UInt8(ascii: " ")
  private static let tab = UInt8(ascii: "\t")

  private static func endsField(_ byte: UInt8) -> Bool {
    byte == comma || byte == newline || byte == carriageReturn
  }
}
