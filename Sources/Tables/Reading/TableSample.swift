import Vocabulary

/// The first rows of a table, read with one separator: how well it fits them, and what they show.
struct TableSample {
  /// A row: its line in the text, and its values without quotes and without blanks around them.
  struct Row {
    let line: Int
    let values: [String]

    /// Whether it begins with the mark of a comment.
    var isComment: Bool { values[0].utf8.first == UInt8(ascii: "#") }
    /// How many of its values are not empty.
    var filledCount: Int { values.count { !$0.utf8.isEmpty } }
  }

  /// What stands between the values.
  let separator: Separator
  /// The rows, of which none is blank.
  private(set) var rows: [Row] = []
  /// How many values most rows have.
  private(set) var width = 1
  /// How well the separator fits: how many rows have as many values as most, and how many of these are numbers.
  private var fit = 0.0

  /// A sample without rows.
  init(_ separator: Separator) { self.separator = separator }

  /// Reads the first lines of a text with the separator that fits best, unless it is known.
  static func fitting(_ text: [UInt8], from line: Int, _ format: TableFormat) -> TableSample {
    if let known = format.separator { return TableSample(text, from: line, known, format.decimalMark) }
    var best: TableSample?
    for separator in Separator.known {
      let sample = TableSample(text, from: line, separator, format.decimalMark)
      if sample.width > 1, sample.fit > best?.fit ?? 0 { best = sample }
    }
    return best ?? TableSample(text, from: line, .comma, format.decimalMark)
  }

  private init(_ text: [UInt8], from line: Int, _ separator: Separator, _ mark: DecimalMark?) {
    self.separator = separator
    var reader = TableReader(firstLines: text, from: line, separator)
    var fields: [Range<Int>] = []
    do throws(DataError) {
      while try reader.readRow(into: &fields) { rows.append(Row(line: reader.line, values: fields.map(reader.text))) }
    } catch {
      // A quotation that does not end: the rows before it tell enough, and of this one the reading tells.
    }
    width = usualWidth
    let fitting = rows.filter { $0.values.count == width }
    let mark = mark ?? (separator == .comma ? .point : nil)
    let numberCount = fitting.reduce(0) { $0 + $1.values.count { Self.isNumber($0, mark) } }
    let share = Double(numberCount) / Double(max(fitting.count * width, 1))
    // Among words no separator finds a number, and rows of one length tell most.
    fit = Double(fitting.count) / Double(max(rows.count, 1)) * (1 + share)
    // In a table of few rows the line of names is the best witness.
    if rows.first?.values.count == width { fit += 0.25 }
  }

  /// The commonest count of values; if most rows have several, the commonest of these, and of two equally common the larger.
  private var usualWidth: Int {
    var (counts, several): ([Int], Int) = ([0, 0], 0)
    let table = rows.filter { !$0.isComment }
    for row in table where row.values.count > 1 {
      while counts.count <= row.values.count { counts.append(0) }
      counts[row.values.count] += 1
      several += 1
    }
    guard several > 0, several * 2 >= table.count, let most = counts.max() else { return 1 }
    return counts.lastIndex(of: most) ?? 1
  }

  /// Whether a value is a number, and not one with another separator behind it.
  @inline(never)
  private static func isNumber(_ value: String, _ mark: DecimalMark?) -> Bool {
    let last = value.utf8.last
    return last != UInt8(ascii: ",") && last != UInt8(ascii: ";") && last != UInt8(ascii: "|")
      && DecimalText.number(value.utf8, mark: mark) != nil
  }

  /// Whether a value is a number, whatever mark it has.
  @inline(never)
  func isNumber(_ value: String) -> Bool {
    DecimalText.number(value.utf8, mark: separator == .comma ? .point : nil) != nil
  }
}
