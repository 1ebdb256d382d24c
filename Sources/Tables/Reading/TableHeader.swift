/// The columns of a table: their names, and which of them are read.
struct TableHeader {
  /// The names of all columns; the first one's is empty if it has none and is left out.
  let names: [String]
  /// Whether a row names them; otherwise that row is an example already.
  let isWritten: Bool
  /// How many rows stand above it.
  let rowsAbove: Int
  /// The places of the columns with numbers, in the order in which they are wanted.
  private(set) var numberColumns: [Int] = []
  /// The place of the label's column; nil if there is none.
  private(set) var labelColumn: Int?
  /// What was passed over.
  private(set) var remarks: [String] = []

  /// The line of the first row that counts.
  let line: Int

  /// Looks at the first rows of a reader, of which there is at least one.
  ///
  /// - Throws: `DataError` if a column has no name of its own, if one is missing, or if one holds no numbers.
  init(of reader: TableReader, _ choice: ColumnChoice) throws(DataError) {
    let sample = reader.sample
    var labelIsLast = false
    if case .last = choice.label { labelIsLast = true }
    let heading = Heading(sample, asked: choice.askedNames, labelIsLast: labelIsLast)
    rowsAbove = heading.rowsAbove
    let first = sample.rows[rowsAbove]
    line = first.line
    isWritten = heading.names != nil
    var names = heading.names ?? first.values.indices.map { "x\($0 + 1)" }
    let rows = sample.rows[(rowsAbove + (isWritten ? 1 : 0))...].filter { $0.values.count == names.count }
    // Behind the last column other programs leave separators.
    while names.count > 1, !isWritten || names[names.count - 1].utf8.isEmpty, !rows.isEmpty,
      rows.allSatisfy({ $0.values[names.count - 1].utf8.isEmpty })
    {
      names.removeLast()
    }
    self.names = names
    var kept = Array(names.indices)
    if rowsAbove > 0 {
      remarks.append(
        rowsAbove == 1 ? "the line above the table passed over" : "\(rowsAbove) lines above the table passed over")
    }
    if isWritten, names.count > 1, names[0].utf8.isEmpty {
      kept.removeFirst()
      remarks.append("the first column, which has no name, left out")
    }
    if isWritten { try check(kept, reader) }
    switch choice.label {
    case .none: break
    case .named(let name): labelColumn = try place(of: name, in: reader)
    case .last: labelColumn = kept.last
    }
    switch choice.numbers {
    case .ofModel(let columns):
      let reason = "the network learned from the columns \(columns.quotedList), and "
      for name in columns { numberColumns.append(try place(of: name, in: reader, reason, " here")) }
    case .named(let columns):
      for name in columns {
        let place = try place(of: name, in: reader)
        if place == labelColumn {
          throw error("the column \(name.quoted) has the class, so a network cannot learn from it.", reader)
        }
        if numberColumns.contains(place) { throw error("the column \(name.quoted) is named twice.", reader) }
        numberColumns.append(place)
      }
    case .all(let others):
      let leftOut = try others.map { name throws(DataError) in try place(of: name, in: reader) }
      numberColumns = kept.filter { $0 != labelColumn && !leftOut.contains($0) }
    }
    guard !numberColumns.isEmpty else {
      throw error("beside the label's column there must be one with numbers to learn from.", reader)
    }
    if case .all = choice.numbers { try checkNumbers(rows, reader, choice) }
  }

  private func place(
    of name: String, in reader: TableReader, _ reason: String = "", _ end: String = ""
  ) throws(DataError) -> Int {
    if let place = names.firstPlace(of: name) { return place }
    let known = names.filter { !$0.utf8.isEmpty }
    throw error(
      "\(reason)there is no column \(name.quoted)\(end). "
        + (isWritten ? "The columns are" : "The first line names none, so they are called") + " \(known.quotedList).",
      reader)
  }

  private func check(_ columns: [Int], _ reader: TableReader) throws(DataError) {
    for index in columns {
      if names[index].utf8.isEmpty { throw error("column \(index + 1) has no name.", reader) }
      if names.firstPlace(of: names[index]) != index {
        throw error("two columns are named \(names[index].quoted): each needs a name of its own.", reader)
      }
    }
  }

  /// Looks whether a column holds texts.
  private func checkNumbers(
    _ rows: [TableSample.Row], _ reader: TableReader, _ choice: ColumnChoice
  ) throws(DataError) {
    func isOfTexts(_ column: Int) -> Bool {
      guard let first = firstValue(column) else { return false }
      return !rows.contains { reader.sample.isNumber($0.values[column]) }
        && NumberFault(first.values[column], in: reader).isOfNoKnownKind
    }
    func firstValue(_ column: Int) -> TableSample.Row? {
      rows.first { !NumberFault($0.values[column], in: reader).isMissing }
    }
    guard rows.count > 1, let column = numberColumns.first(where: isOfTexts), let row = firstValue(column) else {
      return
    }
    let others = numberColumns.filter { !isOfTexts($0) }.map { names[$0] }
    throw DataError(
      "\(reader.name):\(row.line): the column \(names[column].quoted) holds texts, such as \(row.values[column].quoted), and a "
        + "network learns from numbers. " + choice.remedy(leavingOut: names[column], others: others))
  }

  @inline(never)
  private func error(_ words: String, _ reader: TableReader) -> DataError {
    DataError("\(reader.name):\(line): \(words)")
  }
}
