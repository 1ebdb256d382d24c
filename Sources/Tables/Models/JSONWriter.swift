import Vocabulary

/// Writes a text in JSON, in the shortest form.
///
/// Its functions are not copied into their callers: the page holds less code.
struct JSONWriter {
  /// What is written so far.
  private(set) var bytes: [UInt8] = []

  /// Writes what stands between values.
  @inline(never)
  mutating func put(_ text: StaticString) {
    for index in 0..<text.utf8CodeUnitCount { bytes.append(text.utf8Start[index]) }
  }

  /// Writes a finite number: the shortest text that reads back, a whole number without a point.
  mutating func write(_ number: Double) {
    let text = Array("\(number)".utf8)
    let isWhole =
      text.count > 2 && text[text.count - 2] == UInt8(ascii: ".") && text[text.count - 1] == UInt8(ascii: "0")
    bytes += isWhole ? text.dropLast(2) : text[...]
  }

  /// Writes a list with commas between its items.
  mutating func write<Item>(_ items: [Item], _ writeItem: (inout JSONWriter, Item) -> Void) {
    put("[")
    for index in items.indices {
      if index > 0 { put(",") }
      writeItem(&self, items[index])
    }
    put("]")
  }

  /// Writes a list of numbers.
  @inline(never)
  mutating func write(_ numbers: [Double]) { write(numbers) { $0.write($1) } }

  /// Writes a list of lists of numbers.
  @inline(never)
  mutating func write(_ rows: [[Double]]) { write(rows) { $0.write($1) } }

  /// Writes a list of texts.
  @inline(never)
  mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }

  /// Writes a text in quotation marks.
  mutating func write(_ text: String) { bytes += JSONText.quoted(text) }
}
