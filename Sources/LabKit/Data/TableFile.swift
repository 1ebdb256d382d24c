import CourseKit
import Tables
import Training
import Vocabulary

extension Table {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - format: how its values are written, as far as it is known.
  ///   - choice: which columns are read.
  ///   - classes: what the label may be; nil for anything.
  /// - Throws: `DataError` with the line that is wrong.
  init(
    path: String, format: TableFormat = TableFormat(), _ choice: ColumnChoice, classes: [String]? = nil
  ) throws(DataError) {
    let file = try FilePieces(path: path)
    var reader = try TableReader(path, format: format) { bytes, places throws(DataError) in
      try file.readNext(into: &bytes, at: places)
    }
    try self.init(&reader, choice, classes: classes)
  }
}

extension LabelledTable {
  /// Reads a file, shuffles its rows, keeps a fifth of each class's for validation, and scales the features.
  init(_ source: TableSource, seed: UInt64) throws(DataError) {
    let numbers: ColumnChoice.Numbers = source.columns.map { .named($0) } ?? .all(but: source.ignored)
    let table = try Table(
      path: source.path, format: source.format, ColumnChoice(label: .named(source.label), numbers: numbers))
    var generator = RunRandomness.data(seed: seed)
    try self.init(table, using: &generator)
    scale()
  }

  /// The examples.
  var data: SplitData<ClassDataset> { SplitData(training: training, validation: validation) }
}
