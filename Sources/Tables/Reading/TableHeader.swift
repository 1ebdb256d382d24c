/// The columns of a table: their names, and which of them are read.
struct TableHeader {
  /// The names of all columns.
  let names: [String]
  /// Whether the first line names them; otherwise it is a row already.
  let isWritten: Bool
  /// The places of the columns with numbers, in the order in which they are wanted.
  private(set) var numberColumns: [Int] = []
  /// The place of the label's column; nil if there is none.
  private(set) var labelColumn: Int?

  /// Looks at the first row of a reader.
  ///
  /// - Throws: `DataError` if a column has no name of its own, or if one is missing.
  init(
    _ fields: [Range<Int>], of reader: TableReader, label: LabelChoice, columns: [String]?
  ) throws(DataError) {
    let numberCount = fields.count { reader.number($0) != nil }
    let texts = fields.map(reader.text)
    // Of numbers with one label among them no line of names consists, but where the name that is asked for is that label.
    isWritten = numberCount < max(fields.count - 1, 1) || label.name.map { texts.firstPlace(of: $0) != nil } ?? false
    names = isWritten ? texts : fields.indices.map { "x\($0 + 1)" }
    if isWritten { try check(reader) }
    switch label {
    case .none: break
    case .named(let name): labelColumn = try place(of: name, in: reader)
    case .last: labelColumn = names.count - 1
    }
    if let columns {
      let reason = "the network learned from the columns \(columns.quotedList), and "
      for name in columns { numberColumns.append(try place(of: name, in: reader, reason, " here")) }
    } else {
      numberColumns = names.indices.filter { $0 != labelColumn }
    }
    guard !numberColumns.isEmpty else {
      throw error("beside the label's column there must be one with numbers to learn from.", reader)
    }
  }

  private func place(
    of name: String, in reader: TableReader, _ reason: String = "", _ end: String = ""
  ) throws(DataError) -> Int {
    if let place = names.firstPlace(of: name) { return place }
    throw error(
      "\(reason)there is no column \(name.quoted)\(end). "
        + (isWritten ? "The columns are" : "The first line names none, so they are called") + " \(names.quotedList).",
      reader)
  }

  private func check(_ reader: TableReader) throws(DataError) {
    if let empty = names.firstIndex(where: { $0.utf8.isEmpty }) {
      throw error("column \(empty + 1) has no name.", reader)
    }
    for (index, name) in names.enumerated() where names.firstPlace(of: name) != index {
      throw error("two columns are named \(name.quoted): each needs a name of its own.", reader)
    }
  }

  private func error(_ words: String, _ reader: TableReader) -> DataError {
    DataError("\(reader.name):\(reader.line): \(words)")
  }
}

/// Which column of a table holds the label.
package enum LabelChoice {
  /// There is none.
  case none
  /// The one of a name.
  case named(String)
  /// The last one.
  case last

  /// The name by which it is asked for; nil if it is not.
  var name: String? { if case .named(let name) = self { name } else { nil } }
}
