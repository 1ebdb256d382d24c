import Vocabulary

/// Which row of a table is the first one that counts, and whether it names the columns: what the first rows show.
struct Heading {
  /// How many rows stand above it: titles and comments.
  private(set) var rowsAbove = 0
  /// The names of the columns; nil if the row is an example already.
  private(set) var names: [String]?

  private let sample: TableSample
  /// Names by which columns are asked for.
  private let asked: [String]
  private let labelIsLast: Bool

  /// Looks at the first rows, of which there is at least one.
  init(_ sample: TableSample, asked: [String], labelIsLast: Bool) {
    self.sample = sample
    self.asked = asked
    self.labelIsLast = labelIsLast
    while rowsAbove < rows.count - 1, isAbove(rowsAbove) { rowsAbove += 1 }
    // A title may have commas, too: then names stand below it.
    let (first, width) = (rows[rowsAbove], sample.width)
    if first.values.count != width, !hasRowNames(rowsAbove), !isTrimmed(rowsAbove),
      let later = rows.indices.dropFirst(rowsAbove + 1).first(where: isLikeNames)
    {
      rowsAbove = later
    }
    names = names(at: rowsAbove)
  }

  private var rows: [TableSample.Row] { sample.rows }

  /// The rows below one that have as many values as most.
  private func below(_ index: Int) -> [[String]] {
    rows[(index + 1)...].filter { $0.values.count == sample.width && !$0.isComment }.map { $0.values }
  }

  private func hasAskedName(_ values: [String]) -> Bool { asked.contains { values.firstPlace(of: $0) != nil } }

  // MARK: What stands above

  private func isAbove(_ index: Int) -> Bool {
    let row = rows[index]
    if hasAskedName(row.values) { return false }
    if row.isComment { return namesInComment(index) == nil }
    // A title is one piece of text; beside it other programs leave empty fields.
    return sample.width > 1 && row.filledCount == 1 && !row.values.contains(where: sample.isNumber)
      && !row.values[0].utf8.isEmpty
  }

  private func isLikeNames(_ index: Int) -> Bool {
    let values = rows[index].values
    guard values.count == sample.width, !rows[index].isComment, index + 1 < rows.count,
      !values.contains(where: { $0.utf8.isEmpty || sample.isNumber($0) })
    else { return false }
    return rows[index + 1].values.count == sample.width && rows[index + 1].values.contains(where: sample.isNumber)
  }

  /// The names in a line like NumPy's `# x,y,class`, which stands right above the first example; nil if it holds none.
  private func namesInComment(_ index: Int) -> [String]? {
    guard rows[index].isComment, index + 1 < rows.count, !rows[index + 1].isComment else { return nil }
    var names = rows[index].values
    let first = names[0].utf8.drop { $0 == UInt8(ascii: "#") }
    names[0] = String(decoding: Blanks.trimmed(ArraySlice(first)), as: UTF8.self)
    if names[0].utf8.isEmpty { names.removeFirst() }
    let next = rows[index + 1].values
    guard names.count == sample.width, next.count == sample.width, next.contains(where: sample.isNumber) else {
      return nil
    }
    return hasAskedName(names) || !names.contains(where: { $0.utf8.isEmpty || sample.isNumber($0) }) ? names : nil
  }

  // MARK: Names

  private func names(at index: Int) -> [String]? {
    let (row, width) = (rows[index], sample.width)
    if let names = namesInComment(index) { return names }
    var values = row.values
    while values.count > width, values[values.count - 1].utf8.isEmpty { values.removeLast() }
    if isTrimmed(index) { return values + [""] }
    if hasRowNames(index) { return [""] + values }
    return isNames(values, above: below(index)) ? values : nil
  }

  /// Whether the row names one column fewer than there are, because the first one has the names of the rows, as R writes them.
  private func hasRowNames(_ index: Int) -> Bool {
    let (values, below) = (rows[index].values, below(index))
    guard values.count == sample.width - 1, below.count > 1,
      hasAskedName(values) || !values.contains(where: sample.isNumber)
    else { return false }
    let firsts = below.map { $0[0] }
    let areDistinct = firsts.indices.allSatisfy { firsts.firstPlace(of: firsts[$0]) == $0 }
    return areDistinct && (firsts.allSatisfy { !sample.isNumber($0) } || Self.areCounting(firsts))
  }

  /// Whether the row names one column fewer than there are, because the last one is empty everywhere.
  private func isTrimmed(_ index: Int) -> Bool {
    let below = below(index)
    return rows[index].values.count == sample.width - 1 && !below.isEmpty
      && below.allSatisfy { $0[sample.width - 1].utf8.isEmpty }
  }

  private static func areCounting(_ values: [String]) -> Bool {
    let numbers = values.map { DecimalText.number($0.utf8) ?? .nan }
    return numbers.allSatisfy { $0 == $0.rounded() } && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  /// Whether values are names of columns rather than the first example.
  private func isNames(_ values: [String], above below: [[String]]) -> Bool {
    if hasAskedName(values) { return true }
    let filled = values.filter { !$0.utf8.isEmpty }
    let wordCount = filled.count { !sample.isNumber($0) }
    // Names like x3 are asked for where the table has none.
    if asked.contains(where: { isPlace($0) }) { return false }
    guard values.count == sample.width, !below.isEmpty else { return wordCount > min(1, filled.count - 1) }
    for column in values.indices where !values[column].utf8.isEmpty {
      let numberCount = below.count { sample.isNumber($0[column]) }
      if !sample.isNumber(values[column]) {
        // A word above numbers is a name; one that stands below again is a value.
        if numberCount > 0, numberCount * 2 >= below.count { return true }
        if below.contains(where: { $0[column].isSame(as: values[column]) }) { return false }
      }
    }
    if isCount(values, above: below) || isOddLabel(values, above: below) { return true }
    return wordCount > min(1, filled.count - 1)
  }

  /// Whether the values are 0, 1, 2 … or 1, 2, 3 …, and numbers with fractions stand below.
  private func isCount(_ values: [String], above below: [[String]]) -> Bool {
    let counted = values.filter(sample.isNumber)
    guard counted.count > 1, counted.count >= values.count - 1, Self.areCounting(counted),
      let first = DecimalText.number(counted[0].utf8), first == 0 || first == 1
    else { return false }
    return below.contains { row in
      row.contains { value in
        let number = DecimalText.number(value.utf8, mark: sample.separator == .comma ? .point : nil)
        return number.map { $0 != $0.rounded() } ?? false
      }
    }
  }

  /// Whether the label is the last value, and all labels below stand there several times, but this one does not.
  private func isOddLabel(_ values: [String], above below: [[String]]) -> Bool {
    guard labelIsLast, below.count > 3, let label = values.last, !sample.isNumber(label) else { return false }
    let labels = below.map { $0.last ?? "" }
    func count(_ label: String) -> Int { labels.count { $0.isSame(as: label) } }
    return count(label) == 0 && labels.allSatisfy { count($0) > 1 }
  }

  /// Whether a name is that of a place, as columns without names have it.
  private func isPlace(_ name: String) -> Bool {
    guard name.utf8.first == UInt8(ascii: "x") else { return false }
    let place = DecimalText.number(name.utf8.dropFirst()) ?? 0
    return place == place.rounded() && 1...Double(max(sample.width, 1)) ~= place
  }
}
