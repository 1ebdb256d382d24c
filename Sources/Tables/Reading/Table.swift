import CourseKit

/// A table of numbers from separated values whose first line may name the columns.
///
/// The label's column may hold any text; all others hold numbers.
package struct Table {
  /// What it is called in sentences: for a file, its path.
  package let name: String
  /// The names of the columns with numbers.
  package private(set) var features: [String] = []
  /// The name of the label's column; nil if there is none.
  package private(set) var label: String?
  /// The numbers [N, features].
  package private(set) var values = Matrix.zeros(rows: 0, columns: 0)
  /// The label of each row; none if there is no label column.
  package private(set) var labels = LabelColumn()

  /// Reads what a reader finds, which is at its beginning.
  ///
  /// - Parameters:
  ///   - reader: what reads it.
  ///   - label: which column holds the label.
  ///   - columns: the columns to read as numbers, in this order; nil for all but the label's.
  ///   - classes: what the label may be; nil for anything.
  /// - Throws: `DataError` with the line that is wrong.
  package init(
    _ reader: inout TableReader, label: LabelChoice, columns: [String]? = nil, classes: [String]? = nil
  ) throws(DataError) {
    name = reader.name
    do throws(DataError) {
      try read(&reader, label: label, columns: columns, classes: classes)
    } catch {
      // In a text that is no UTF-8 nothing else need be wrong, so that is said first, wherever it is.
      try reader.readToEnd()
      throw error
    }
  }

  private mutating func read(
    _ reader: inout TableReader, label: LabelChoice, columns: [String]?, classes: [String]?
  ) throws(DataError) {
    var fields: [Range<Int>] = []
    guard try reader.readRow(into: &fields) else {
      throw DataError("\(name) is empty. Its first line names the columns, for example: x,y,class")
    }
    let header = try TableHeader(fields, of: reader, label: label, columns: columns)
    features = header.numberColumns.map { header.names[$0] }
    self.label = header.labelColumn.map { header.names[$0] }
    var elements: [Double] = []
    if !header.isWritten { try take(fields, reader, header, classes, into: &elements) }
    while try reader.readRow(into: &fields) { try take(fields, reader, header, classes, into: &elements) }
    guard !elements.isEmpty else {
      throw DataError("\(name) has no examples: below the names of the columns there must be a row for each.")
    }
    values = Matrix(rows: elements.count / features.count, columns: features.count, elements: elements)
  }

  /// Takes the row that a reader has read.
  private mutating func take(
    _ fields: [Range<Int>], _ reader: TableReader, _ header: TableHeader, _ classes: [String]?,
    into elements: inout [Double]
  ) throws(DataError) {
    guard fields.count == header.names.count else {
      throw wrong(
        reader,
        "this row has \(fields.count) value\(fields.count == 1 ? "" : "s"), and the first line "
          + "\(header.isWritten ? "names" : "has") \(header.names.count) columns.")
    }
    for column in header.numberColumns {
      guard let number = reader.number(fields[column]) else {
        let text = reader.text(fields[column])
        throw wrong(
          reader,
          text.utf8.isEmpty
            ? "the column \(header.names[column].quoted) is empty. Fill it in or leave the row out."
            : "\(text.quoted) in the column \(header.names[column].quoted) is no number.")
      }
      elements.append(number)
    }
    guard let labelColumn = header.labelColumn else { return }
    let spelling = reader.spelling(fields[labelColumn])
    guard !labels.append(spelling: spelling) else { return }
    let text = reader.text(fields[labelColumn])
    guard !text.utf8.isEmpty else {
      throw wrong(reader, "the label \(header.names[labelColumn].quoted) is empty. Fill it in or leave the row out.")
    }
    if let classes, classes.firstPlace(of: text) == nil {
      throw wrong(
        reader,
        "\(text.quoted) in the column \(header.names[labelColumn].quoted) is no class that the model knows: "
          + "it tells \(classes.quotedList) apart.")
    }
    labels.append(text, spelled: spelling)
  }

  private func wrong(_ reader: TableReader, _ words: String) -> DataError {
    DataError("\(name):\(reader.line): \(words)")
  }
}
