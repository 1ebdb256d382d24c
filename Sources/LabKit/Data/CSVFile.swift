import CourseKit

/// A table from a file of comma-separated values whose first line names the columns.
///
/// The label's column may hold any text; all others hold numbers.
struct CSVFile {
  /// The names of the columns with numbers.
  private(set) var features: [String] = []
  /// The numbers [N, features].
  private(set) var values = Matrix.zeros(rows: 0, columns: 0)
  /// The label of each row; none if there is no label column.
  private(set) var labels = LabelColumn()

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - label: the name of the label's column; nil if there is none.
  ///   - columns: the columns to read as numbers, in this order; nil for all but the label's.
  ///   - classes: what the label may be; nil for anything.
  /// - Throws: `DataError` with the line that is wrong.
  init(
    path: String, label: String?, columns: [String]? = nil, classes: [String]? = nil
  ) throws(DataError) {
    var reader = try CSVReader(path: path)
    try self.init(&reader, label: label, columns: columns, classes: classes)
  }

  /// Reads what a reader finds, which is at its beginning.
  init(
    _ reader: inout CSVReader, label: String?, columns: [String]? = nil, classes: [String]? = nil
  ) throws(DataError) {
    do throws(DataError) {
      try read(&reader, label: label, columns: columns, classes: classes)
    } catch {
      // In a text that is no UTF-8 nothing else need be wrong, so that is said first, wherever it is.
      try reader.readToEnd()
      throw error
    }
  }

  private mutating func read(
    _ reader: inout CSVReader, label: String?, columns: [String]?, classes: [String]?
  ) throws(DataError) {
    let path = reader.path
    var fields: [Range<Int>] = []
    guard try reader.readRow(into: &fields) else {
      throw DataError("\(path) is empty. Its first line must name the columns, for example: x,y,class")
    }
    let header = fields.map(reader.text)
    try Self.check(header, path: path)
    func column(_ name: String) throws(DataError) -> Int {
      guard let index = header.firstIndex(of: name) else {
        throw DataError("\(path):1: there is no column '\(name)'. The columns are \(header.quotedList).")
      }
      return index
    }
    var labelColumn: Int?
    if let label { labelColumn = try column(label) }
    var numberColumns = header.indices.filter { $0 != labelColumn }
    if let columns {
      numberColumns = []
      for name in columns { numberColumns.append(try column(name)) }
    }
    guard !numberColumns.isEmpty else {
      throw DataError("\(path):1: beside the label's column there must be one with numbers to learn from.")
    }

    var elements: [Double] = []
    while try reader.readRow(into: &fields) {
      guard fields.count == header.count else {
        throw DataError(
          "\(path):\(reader.line): this row has \(fields.count) value\(fields.count == 1 ? "" : "s"), and the first "
            + "line names \(header.count) columns.")
      }
      for column in numberColumns {
        guard let number = reader.number(fields[column]) else {
          let text = reader.text(fields[column])
          throw DataError(
            "\(path):\(reader.line): "
              + (text.isEmpty
                ? "the column '\(header[column])' is empty. Fill it in or leave the row out."
                : "'\(text)' in the column '\(header[column])' is no number."))
        }
        elements.append(number)
      }
      if let labelColumn, !labels.append(spelling: reader.spelling(fields[labelColumn])) {
        let text = reader.text(fields[labelColumn])
        guard !text.isEmpty else {
          throw DataError(
            "\(path):\(reader.line): the label '\(header[labelColumn])' is empty. Fill it in or leave the row out.")
        }
        if let classes, !classes.contains(text) {
          throw DataError(
            "\(path):\(reader.line): '\(text)' in the column '\(header[labelColumn])' is no class that the model knows: "
              + "it tells \(classes.quotedList) apart.")
        }
        labels.append(text, spelled: reader.spelling(fields[labelColumn]))
      }
    }
    guard !elements.isEmpty else {
      throw DataError("\(path) has no examples: below the names of the columns there must be a row for each.")
    }
    features = numberColumns.map { header[$0] }
    values = Matrix(rows: elements.count / features.count, columns: features.count, elements: elements)
  }

  private static func check(_ header: [String], path: String) throws(DataError) {
    if header.count == 1, let only = header.first {
      for (separator, name) in [(";", "semicolons"), ("\t", "tabs")] where only.contains(separator) {
        throw DataError("\(path):1: \(name) separate the values here: save the table with commas between them.")
      }
    }
    if header.allSatisfy({ Double($0) != nil }) {
      throw DataError("\(path):1: the first line must name the columns, for example x,y,class. Here it holds numbers.")
    }
    if let empty = header.firstIndex(where: \.isEmpty) {
      throw DataError("\(path):1: column \(empty + 1) has no name.")
    }
    if let twin = header.first(where: { name in header.count { $0 == name } > 1 }) {
      throw DataError("\(path):1: two columns are named '\(twin)': each needs a name of its own.")
    }
  }
}

extension [String] {
  /// The words in quotation marks with commas between them; of many, the first ten.
  var quotedList: String {
    prefix(10).map { "'\($0)'" }.joined(separator: ", ") + (count > 10 ? " and \(count - 10) more" : "")
  }
}
