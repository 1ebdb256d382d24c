import CourseKit
import Exchange
import Tables
import Training

/// The table that was read last.
nonisolated(unsafe) private var table: Table?

/// Reads a table of two columns of numbers and a label, which stands in the last column, and keeps it.
///
/// Input: the most rows and the most classes that it may have, the bytes of its name; its name, then the table. Output: how many
/// rows there are, and how many classes K; the bytes of the texts, which are the names of both features and of the classes, and
/// what is unusual about the table.
@_expose(wasm, "readTable") @_cdecl("readTable")
public func readTable() {
  var (numbers, texts) = (InputReader(), TextReader())
  let (mostRows, mostClasses) = (numbers.integer(), numbers.integer())
  let name = texts.text(numbers.integer())
  answer { () throws(DataError) in
    var reader = try TableReader(name, texts.rest())
    let read = try Table(&reader, ColumnChoice(label: .last, hasOptions: false))
    guard read.features.count == 2 else {
      throw DataError(
        "\(name) has \(read.features.count + 1) columns, and this page learns from 3: two of numbers, then the label.")
    }
    guard read.values.rows <= mostRows else {
      throw DataError(
        "\(name) has \(read.values.rows) rows, and this page learns from at most \(mostRows). Take some out.")
    }
    var generator = RunRandomness.data(seed: 0)
    let labelled = try LabelledTable(read, using: &generator)
    let count = labelled.classes.count
    guard count <= mostClasses else {
      throw DataError(
        "\(name) has \(count) classes, and this page draws at most \(mostClasses): `swift run course-check train --csv …` takes up "
          + "to \(Table.mostClasses).")
    }
    table = read
    return [Double(read.values.rows), Double(count)]
      + put(labelled.features + labelled.classes + [labelled.remarks.joined(separator: "; ")])
  }
}

/// Shuffles the rows of the table and keeps a fifth of them to measure on.
///
/// Input: the seed. Output: the means and the deviations of both features; how many rows to learn from N, how many to measure
/// on M; features [N, 2] in the table's own units and classes [N, 1], features [M, 2] and classes [M, 1].
@_expose(wasm, "drawTable") @_cdecl("drawTable")
public func drawTable() {
  var reader = InputReader()
  var generator = RunRandomness.data(seed: UInt64(exactly: reader.number()) ?? 0)
  answer { () throws(DataError) in
    guard let table else { throw DataError("No table was read: choose its file again.") }
    let drawn = try LabelledTable(table, using: &generator)
    return drawn.scaling.means + drawn.scaling.deviations + numbers(of: drawn.training, drawn.validation)
  }
}

/// Brings features to comparable size.
///
/// Input: how many there are d; their means and their deviations, the features [N, d]. Output: the features.
@_expose(wasm, "scale") @_cdecl("scale")
public func scale() {
  var numbers = InputReader()
  let count = numbers.integer()
  let (means, deviations) = (numbers.matrix(1, count), numbers.matrix(1, count))
  var features = numbers.matrix((input.count - 1 - 2 * count) / max(count, 1), count)
  Scaling(means: means.elements, deviations: deviations.elements).scale(&features)
  output = features.elements
}
