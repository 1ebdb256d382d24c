/// Reads a text in JSON.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  /// Deeper lists than that no model has, and no stack.
  private static let deepest = 200

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Returns what a text holds.
  static func value(of bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    let value = try reader.readValue(depth: 0)
    guard reader.next == nil else { throw JSONError() }
    return value
  }

  /// The next byte that is not blank; nil at the end.
  private var next: UInt8? {
    mutating get {
      while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
      return position < bytes.count ? bytes[position] : nil
    }
  }

  /// Goes past a character if it comes next.
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < Self.deepest, let first = next else { throw JSONError() }
    switch first {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readList(depth: depth)
    case UInt8(ascii: "\""): return .text(try readText())
    case UInt8(ascii: "t"): return try readWord("true", .bool)
    case UInt8(ascii: "f"): return try readWord("false", .bool)
    case UInt8(ascii: "n"): return try readWord("null", .null)
    default: return .number(try readNumber())
    }
  }

  private mutating func readWord(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount {
      guard position < bytes.count, bytes[position] == word.utf8Start[index] else { throw JSONError() }
      position += 1
    }
    return value
  }

  private mutating func readObject(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var entries: [(key: String, value: JSONValue)] = []
    if skip("}") { return .object(entries) }
    repeat {
      guard next == UInt8(ascii: "\"") else { throw JSONError() }
      let key = try readText()
      guard skip(":") else { throw JSONError() }
      entries.append((key, try readValue(depth: depth + 1)))
    } while skip(",")
    guard skip("}") else { throw JSONError() }
    return .object(entries)
  }

  private mutating func readList(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    if skip("]") { return .list(values) }
    repeat { values.append(try readValue(depth: depth + 1)) } while skip(",")
    guard skip("]") else { throw JSONError() }
    return .list(values)
  }

  /// Reads a number; one that is too large is infinite.
  private mutating func readNumber() throws(JSONError) -> Double {
    let start = position
    var digitCount = 0
    func isDigit(_ place: Int) -> Bool { place < bytes.count && bytes[place] &- UInt8(ascii: "0") < 10 }
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    // A number begins with a single zero or with another digit.
    if position < bytes.count, bytes[position] == UInt8(ascii: "0"), isDigit(position + 1) { throw JSONError() }
    while isDigit(position) { (position, digitCount) = (position + 1, digitCount + 1) }
    guard digitCount > 0 else { throw JSONError() }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      guard isDigit(position) else { throw JSONError() }
      while isDigit(position) { position += 1 }
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
        position += 1
      }
      guard isDigit(position) else { throw JSONError() }
      while isDigit(position) { position += 1 }
    }
    let end = position
    return bytes.withUnsafeBufferPointer { DecimalText.number(UnsafeBufferPointer(rebasing: $0[start..<end])) }
      ?? .infinity
  }

  private mutating func readText() throws(JSONError) -> String {
    position += 1
    var letters: [UInt8] = []
    while position < bytes.count, bytes[position] >= 0x20 {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: letters, as: UTF8.self) else { throw JSONError() }
        return text
      case UInt8(ascii: "\\"): letters += try readEscape()
      default: letters.append(byte)
      }
    }
    throw JSONError()
  }

  /// Reads what stands behind a backslash.
  private mutating func readEscape() throws(JSONError) -> [UInt8] {
    guard position < bytes.count else { throw JSONError() }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var code = try readHexadecimal()
      if 0xD800..<0xDC00 ~= code {
        // The second half of a letter beyond the first 65,536.
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
          bytes[position + 1] == UInt8(ascii: "u")
        else { throw JSONError() }
        position += 2
        let low = try readHexadecimal()
        guard 0xDC00..<0xE000 ~= low else { throw JSONError() }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw JSONError() }
      return Array(String(Character(scalar)).utf8)
    default: throw JSONError()
    }
  }

  private mutating func readHexadecimal() throws(JSONError) -> UInt32 {
    guard position + 4 <= bytes.count else { throw JSONError() }
    var code: UInt32 = 0
    for byte in bytes[position..<(position + 4)] {
      switch byte {
      case 0x30...0x39: code = code << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: code = code << 4 | UInt32((byte | 0x20) - 0x57)
      default: throw JSONError()
      }
    }
    position += 4
    return code
  }
}
