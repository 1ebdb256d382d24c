import CourseKit

/// Examples from a table, ready to learn from: two classes, and how features become of comparable size.
package struct LabelledTable {
  /// The names of the features.
  package let features: [String]
  /// The two classes in the label's own words; the second one is class 1.
  package let classes: [String]
  /// How the features are brought to comparable size.
  package let scaling: Scaling
  /// The examples to learn from; in the table's own units until they are scaled.
  package private(set) var training: Dataset
  /// The examples to measure on; in the table's own units until they are scaled.
  package private(set) var validation: Dataset

  /// Shuffles the rows of a table and keeps a fifth of them for validation.
  ///
  /// - Throws: `DataError` if there are too few rows, not two classes, or numbers too large to work with.
  package init(_ table: Table, using generator: inout SeededGenerator) throws(DataError) {
    features = table.features
    classes = try Self.classes(of: table)
    let count = table.labels.indices.count
    guard count >= 5 else {
      throw DataError("\(table.name) has \(count) examples: at least 5 are needed, a fifth of them to validate.")
    }
    let order = Array(0..<count).shuffled(using: &generator)
    // Each part comes straight from the table's rows: a million of them are copied once only.
    let validationCount = count / 5
    training = table.rows(at: order[validationCount...], positive: classes[1])
    validation = table.rows(at: order[..<validationCount], positive: classes[1])
    scaling = Scaling(of: training.features)
    guard scaling.isUsable else {
      throw DataError("\(table.name) has numbers too large to compute with: write them in a larger unit.")
    }
  }

  /// Shifts and scales the features.
  package mutating func scale() {
    scaling.scale(&training.features)
    scaling.scale(&validation.features)
  }

  /// The two classes, numbers by size and words by the alphabet.
  private static func classes(of table: Table) throws(DataError) -> [String] {
    let classes = Array(table.labels.names.prefix(3))
    let label = table.label ?? ""
    guard classes.count < 3 else {
      throw DataError(
        "\(table.name): the column \(label.quoted) has more than two classes (\(classes.quotedList) …): this network tells "
          + "two apart.")
    }
    guard classes.count == 2 else {
      let only = classes.first ?? ""
      throw DataError(
        "\(table.name): the column \(label.quoted) has one class only, \(only.quoted): there is nothing to tell apart.")
    }
    let isInOrder: Bool
    if let first = DecimalText.number(classes[0].utf8), let second = DecimalText.number(classes[1].utf8),
      first != second
    {
      isInOrder = first < second
    } else {
      isInOrder = classes[0].precedes(classes[1])
    }
    return isInOrder ? classes : [classes[1], classes[0]]
  }
}

extension Table {
  /// Returns the examples of some rows; the class `positive` is 1.
  fileprivate func rows(at rows: ArraySlice<Int>, positive: String) -> Dataset {
    Dataset(features: values.rows(at: Array(rows)), labels: labels.matrix(at: rows, positive: positive))
  }
}
