import CourseKit
import Training

/// Examples from a table, ready to learn from: two classes, features of comparable size.
struct LabelledTable {
  /// The names of the features.
  let features: [String]
  /// The two classes in the label's own words; the second one is class 1.
  let classes: [String]
  /// How the features were brought to comparable size.
  let scaling: Scaling
  /// The examples.
  let data: SplitData

  /// Reads a file, shuffles its rows, and keeps a fifth of them for validation.
  init(path: String, label: String, seed: UInt64) throws(DataError) {
    let file = try CSVFile(path: path, label: label)
    features = file.features
    classes = try Self.classes(of: file.labels.names, path: path, label: label)
    let count = file.labels.indices.count
    guard count >= 5 else {
      throw DataError("\(path) has \(count) examples: at least 5 are needed, a fifth of them to validate.")
    }
    var generator = RunRandomness.data(seed: seed)
    let order = Array(0..<count).shuffled(using: &generator)
    // Each part comes straight from the file's rows: a million of them are copied once only.
    let validationCount = count / 5
    var training = file.rows(at: order[validationCount...], positive: classes[1])
    var validation = file.rows(at: order[..<validationCount], positive: classes[1])
    scaling = Scaling(of: training.features)
    guard scaling.isUsable else {
      throw DataError("\(path) has numbers too large to compute with: write them in a larger unit.")
    }
    scaling.scale(&training.features)
    scaling.scale(&validation.features)
    data = SplitData(training: training, validation: validation)
  }

  /// The two classes, numbers by size and words by the alphabet.
  private static func classes(of names: [String], path: String, label: String) throws(DataError) -> [String] {
    let classes = Array(names.prefix(3))
    guard classes.count < 3 else {
      throw DataError(
        "\(path): the column '\(label)' has more than two classes (\(classes.quotedList) …): this network tells two apart."
      )
    }
    guard classes.count == 2 else {
      throw DataError(
        "\(path): the column '\(label)' has one class only, '\(classes[0])': there is nothing to tell apart.")
    }
    if let first = Double(classes[0]), let second = Double(classes[1]) {
      return first < second ? classes : classes.reversed()
    }
    return classes.sorted()
  }
}

extension CSVFile {
  /// Returns the examples of some rows; the class `positive` is 1.
  fileprivate func rows(at rows: ArraySlice<Int>, positive: String) -> Dataset {
    Dataset(features: values.rows(at: Array(rows)), labels: labels.matrix(at: rows, positive: positive))
  }
}
