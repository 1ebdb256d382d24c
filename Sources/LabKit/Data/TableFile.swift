import CourseKit
import Tables
import Training

extension Table {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - label: the name of the label's column; nil if there is none.
  ///   - columns: the columns to read as numbers, in this order; nil for all but the label's.
  ///   - classes: what the label may be; nil for anything.
  /// - Throws: `DataError` with the line that is wrong.
  init(path: String, label: String?, columns: [String]? = nil, classes: [String]? = nil) throws(DataError) {
    let file = try FilePieces(path: path)
    var reader = try TableReader(path) { bytes, places throws(DataError) in
      try file.readNext(into: &bytes, at: places)
    }
    try self.init(&reader, label: label.map(LabelChoice.named) ?? .none, columns: columns, classes: classes)
  }
}

extension LabelledTable {
  /// Reads a file, shuffles its rows, keeps a fifth of them for validation, and scales the features.
  init(path: String, label: String, seed: UInt64) throws(DataError) {
    let table = try Table(path: path, label: label)
    var generator = RunRandomness.data(seed: seed)
    try self.init(table, using: &generator)
    scale()
  }

  /// The examples.
  var data: SplitData<ClassDataset> { SplitData(training: training, validation: validation) }
}
