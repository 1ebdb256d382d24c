import CourseKit
import Engine

/// What can be done otherwise in 9.4.
struct ClassAccuracyChoices {
  /// Which rows are looked at.
  var rows: @Sendable (_ count: Int) -> [Int] = { count in Array(0..<count) }
  /// Whether the first wrong row ends the loop.
  var endsAtWrongRow = false
  /// From which row the logits and the class come.
  var logitRow: @Sendable (_ row: Int) -> Int = { row in row }
  var classRow: @Sendable (_ row: Int) -> Int = { row in row }
  /// What is compared in the place of a logit.
  var compared: @Sendable (_ logit: Double) -> Double = { $0 }
  /// With which column and logit the search in a row begins, given those with which it ended in the row before.
  var begun: @Sendable (_ row: [Double], _ last: Found?) -> Found = { row, _ in (0, row[0]) }
  /// Whether the column is kept from the row before, while the search goes on with column 1.
  var isColumnKept = false
  /// In which columns it looks.
  var columns: @Sendable (_ row: [Double]) -> Range<Int> = { row in row.indices }
  /// Whether a column takes the place of the one found so far.
  var isBetter: @Sendable (_ column: Int, _ row: [Double], _ found: Found) -> Bool = { column, row, found in
    row[column] > found.logit
  }
  /// Which class that means.
  var predicted: @Sendable (_ column: Int, _ row: [Double]) -> Int = { column, _ in column }
  /// What a row counts.
  var counted: @Sendable (_ row: Row) -> Double = { row in row.predicted == row.oneClass ? 1 : 0 }
  /// What becomes of the count.
  var share: @Sendable (_ count: Double, _ rows: Double, _ columns: Double) -> Double = { count, rows, _ in count / rows
  }

  /// A column and its logit.
  typealias Found = (column: Int, logit: Double)
  /// One row: its logits, the class that they are taken for, and its own.
  typealias Row = (logits: [Double], predicted: Int, oneClass: Int)

  func answer(_ logits: Matrix, _ classes: [Int]) throws -> Double {
    var count = 0.0
    var last: Found?
    for row in rows(logits.rows) {
      let values = Oracle.row(logits, logitRow(row)).map(compared)
      let kept = isColumnKept ? last : nil
      var found: Found = kept.map { (column: $0.column, logit: values[$0.column]) } ?? begun(values, last)
      for column in columns(values) where (column > 0 || !isColumnKept) && isBetter(column, values, found) {
        found = (column, values[column])
      }
      last = found
      let judged = (values, predicted(found.column, values), classes[classRow(row)])
      count += counted(judged)
      if endsAtWrongRow, judged.1 != judged.2 { break }
    }
    return share(count, Double(logits.rows), Double(logits.columns))
  }
}

/// The place of the largest number, the first of equal ones.
func firstLargest(_ row: [Double]) -> Int {
  var best = 0
  for column in row.indices where row[column] > row[best] { best = column }
  return best
}
