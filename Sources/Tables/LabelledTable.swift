import CourseKit

/// Examples from a table, ready to learn from: their classes, and how features become of comparable size.
package struct LabelledTable {
  /// The names of the features.
  package let features: [String]
  /// The classes in the label's own words, K of them, in the order of their numbers.
  package let classes: [String]
  /// How the features are brought to comparable size.
  package let scaling: Scaling
  /// The examples to learn from; in the table's own units until they are scaled.
  package private(set) var training: ClassDataset
  /// The examples to measure on; in the table's own units until they are scaled.
  package private(set) var validation: ClassDataset

  /// What is unusual about the table and its parts, in a line each.
  package let remarks: [String]

  /// Shuffles the rows of a table and keeps a fifth of each class's rows for validation.
  ///
  /// - Throws: `DataError` if there are too few rows, if the label's column holds no classes, or if numbers are too large to work
  ///   with.
  package init(_ table: Table, using generator: inout SeededGenerator) throws(DataError) {
    features = table.features
    let classes = try table.classes()
    let count = table.labels.indices.count
    guard count >= 5 else {
      throw DataError("\(table.name) has \(count) examples: at least 5 are needed, a fifth of them to validate.")
    }
    // Each part comes straight from the table's rows: a million of them are copied once only.
    let places = table.labels.numbers(at: 0..<count, among: classes)
    let split = ClassSplit(of: places, classCount: classes.count, using: &generator)
    training = table.rows(at: split.training, classes)
    validation = table.rows(at: split.validation, classes)
    let measured = validation.classes
    let missing = classes.indices.filter { !measured.contains($0) }.map { classes[$0] }
    let rare = missing.isEmpty ? [] : ["too few rows of \(missing.quotedList) to keep one for validation"]
    remarks = table.remarks + rare
    scaling = Scaling(of: training.features)
    guard scaling.isUsable else {
      throw DataError("\(table.name) has numbers too large to compute with: write them in a larger unit.")
    }
    self.classes = classes
  }

  /// Shifts and scales the features.
  package mutating func scale() {
    scaling.scale(&training.features)
    scaling.scale(&validation.features)
  }
}

extension Table {
  /// Returns the examples of some rows, their classes numbered as they stand in a list.
  fileprivate func rows(at rows: [Int], _ classes: [String]) -> ClassDataset {
    ClassDataset(
      features: values.rows(at: rows), classes: labels.numbers(at: rows, among: classes),
      classCount: classes.count
    )
  }
}
