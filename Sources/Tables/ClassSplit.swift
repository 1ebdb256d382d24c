import CourseKit

/// Which rows are learned from and which are kept apart for validation: a fifth of each class's, so that each has the same share
/// in both parts.
struct ClassSplit {
  /// The rows to learn from, in a random order within each class.
  private(set) var training: [Int] = []
  /// The rows that are kept apart.
  private(set) var validation: [Int] = []

  /// Splits rows by their classes, which are numbered from 0.
  init(of classes: [Int], classCount: Int, using generator: inout SeededGenerator) {
    var rowsOfClass = [[Int]](repeating: [], count: classCount)
    for (row, number) in classes.enumerated() { rowsOfClass[number].append(row) }
    for rows in rowsOfClass {
      let rows = rows.shuffled(using: &generator)
      let count = (rows.count + 2) / 5
      validation += rows[..<count]
      training += rows[count...]
    }
    // Where every class is too small for a fifth, one row is still measured on.
    if validation.isEmpty, training.count > 1 { validation.append(training.removeLast()) }
  }
}
