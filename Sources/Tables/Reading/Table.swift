import CourseKit
import Vocabulary

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
  /// What is unusual about how it is written and was read, each in a few words.
  package private(set) var remarks: [String] = []

  /// Reads what a reader finds, which is at its beginning.
  ///
  /// - Parameters:
  ///   - reader: what reads it.
  ///   - choice: which columns are read.
  ///   - classes: what the label may be; nil for anything.
  /// - Throws: `DataError` with the line that is wrong.
  package init(_ reader: inout TableReader, _ choice: ColumnChoice, classes: [String]? = nil) throws(DataError) {
    name = reader.name
    do throws(DataError) {
      try read(&reader, choice, classes)
    } catch {
      // In a text that is no UTF-8 nothing else need be wrong, so that is said first, wherever it is.
      try reader.readToEnd()
      throw error
    }
    // What a model knows is not folded: its classes were, when it learned them.
    if classes == nil, let remark = labels.foldIntoTwo() ?? labels.remarkOnAlikeNames { remarks.append(remark) }
  }

  private mutating func read(
    _ reader: inout TableReader, _ choice: ColumnChoice, _ classes: [String]?
  ) throws(DataError) {
    guard !reader.sample.rows.isEmpty else {
      var fields: [Range<Int>] = []
      _ = try reader.readRow(into: &fields)
      throw DataError("\(name) is empty. Its first line names the columns, for example: x,y,class")
    }
    let header = try TableHeader(of: reader, choice)
    features = header.numberColumns.map { header.names[$0] }
    label = header.labelColumn.map { header.names[$0] }
    var fields: [Range<Int>] = []
    for _ in 0..<(header.rowsAbove + (header.isWritten ? 1 : 0)) { _ = try reader.readRow(into: &fields) }
    var elements: [Double] = []
    while try reader.readRow(into: &fields) { try take(&fields, &reader, header, choice, classes, into: &elements) }
    guard !elements.isEmpty else {
      throw DataError("\(name) has no examples: below the names of the columns there must be a row for each.")
    }
    values = Matrix(rows: elements.count / features.count, columns: features.count, elements: elements)
    if case .all = choice.numbers { try checkForCount(choice) }
    if let format = reader.unusualFormat { remarks.append(format) }
    remarks += header.remarks
  }

  /// Takes the row that a reader has read.
  private mutating func take(
    _ fields: inout [Range<Int>], _ reader: inout TableReader, _ header: TableHeader, _ choice: ColumnChoice,
    _ classes: [String]?, into elements: inout [Double]
  ) throws(DataError) {
    while fields.count > header.names.count, let last = fields.last, reader.text(last).utf8.isEmpty {
      fields.removeLast()
    }
    guard fields.count == header.names.count else { throw wrong(reader, misfit(fields, reader, header)) }
    for column in header.numberColumns {
      guard let number = reader.number(fields[column]) else {
        let fault = NumberFault(reader.text(fields[column]), in: reader, hasOptions: choice.hasOptions)
        throw wrong(reader, fault.sentence(column: header.names[column]))
      }
      elements.append(number)
    }
    guard let labelColumn = header.labelColumn else { return }
    let spelling = reader.spelling(fields[labelColumn])
    guard !labels.append(spelling: spelling) else { return }
    var text = reader.text(fields[labelColumn])
    guard !text.utf8.isEmpty else {
      throw wrong(reader, "the label \(header.names[labelColumn].quoted) is empty. Fill it in or leave the row out.")
    }
    if let classes, classes.firstPlace(of: text) == nil {
      guard let only = LabelKey(text).only(of: classes) else {
        throw wrong(
          reader,
          "\(text.quoted) in the column \(header.names[labelColumn].quoted) is no class that the model knows: "
            + "it tells \(classes.quotedList) apart.")
      }
      text = only
    }
    labels.append(text, spelled: spelling)
  }

  /// What is wrong with a row of more or fewer values than there are columns.
  @inline(never)
  private func misfit(_ fields: [Range<Int>], _ reader: TableReader, _ header: TableHeader) -> String {
    if fields.first.map(reader.text)?.utf8.first == UInt8(ascii: "#") {
      return "comments can stand above the names of the columns only. Take this one out, or put it there."
    }
    let (count, columnCount) = (fields.count, header.names.count)
    let columns = "\(columnCount) column\(columnCount == 1 ? "" : "s")"
    let firstLine = header.rowsAbove > 0 ? "line \(header.line)" : "the first line"
    return "this row has \(count) value\(count == 1 ? "" : "s"), and \(firstLine) "
      + "\(header.isWritten ? "names" : "has") \(columns)."
  }

  /// Looks for a column that counts the rows: a network would learn it by heart, and of new rows it tells nothing.
  private func checkForCount(_ choice: ColumnChoice) throws(DataError) {
    guard values.rows >= 10, values.columns > 1 else { return }
    func isCounting(_ column: Int) -> Bool {
      let first = values[0, column]
      return first == first.rounded() && (1..<values.rows).allSatisfy { values[$0, column] == first + Double($0) }
    }
    guard let column = features.indices.first(where: isCounting) else { return }
    let others = features.indices.filter { $0 != column }.map { features[$0] }
    let first = Int(exactly: values[0, column]).map { "\($0), \($0 + 1), \($0 + 2) …" } ?? "one more in each"
    throw DataError(
      "\(name): the column \(features[column].quoted) counts the rows (\(first)). A network would learn the rows by their "
        + "numbers, which say nothing about new ones. " + choice.remedy(leavingOut: features[column], others: others))
  }

  @inline(never)
  private func wrong(_ reader: TableReader, _ words: String) -> DataError {
    DataError("\(name):\(reader.line): \(words)")
  }
}

extension TableReader {
  /// How the values are written, in a few words; nil if it is the usual way.
  fileprivate var unusualFormat: String? {
    let hasCommas = decimalMark == .comma
    if sample.separator == .comma, !hasCommas { return nil }
    return "\(sample.separator.plural) between values" + (hasCommas ? ", commas in numbers" : "")
  }
}
