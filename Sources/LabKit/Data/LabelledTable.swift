import CourseKit

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
    classes = try Self.classes(of: file.labels, path: path, label: label)
    guard file.labels.count >= 5 else {
      throw DataError("\(path) has \(file.labels.count) examples: at least 5 are needed, a fifth of them to validate.")
    }
    let positive = classes[1]
    let all = Dataset(
      features: file.values,
      labels: Matrix(rows: file.labels.count, columns: 1, elements: file.labels.map { $0 == positive ? 1 : 0 }))
    var generator = RunRandomness.data(seed: seed)
    var order = Array(0..<all.count)
    order.shuffle(using: &generator)
    let parts = all.rows(at: order).split(validationFraction: 0.2)
    let scaling = Scaling(of: parts.training.features)
    self.scaling = scaling
    guard scaling.isUsable else {
      throw DataError("\(path) has numbers too large to compute with: write them in a larger unit.")
    }
    data = SplitData(
      training: Dataset(features: scaling.scaled(parts.training.features), labels: parts.training.labels),
      validation: Dataset(features: scaling.scaled(parts.validation.features), labels: parts.validation.labels))
  }

  /// The two classes, numbers by size and words by the alphabet.
  private static func classes(of labels: [String], path: String, label: String) throws(DataError) -> [String] {
    var classes: [String] = []
    for text in labels where !classes.contains(text) {
      classes.append(text)
      if classes.count > 2 {
        throw DataError(
          "\(path): the column '\(label)' has more than two classes (\(classes.listed) …): this network tells two apart."
        )
      }
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

/// Shifts and scales each feature to mean 0 and standard deviation 1 on the training examples.
///
/// Columns of a table have units of their own; weights drawn for inputs near 1 do not learn from inputs near 1000.
public struct Scaling: Codable, Equatable, Sendable {
  /// The mean of each feature.
  public let means: [Double]
  /// The standard deviation of each feature; 1 for a feature that never changes.
  public let deviations: [Double]

  /// Measures features [N, features].
  init(of features: Matrix) {
    let count = Double(features.rows)
    let means = features.columnSums().elements.map { $0 / count }
    var squares = [Double](repeating: 0, count: features.columns)
    // The rounded mean of equal numbers may differ from them, so that their deviation is not quite 0.
    var isConstant = [Bool](repeating: true, count: features.columns)
    for row in 0..<features.rows {
      for column in 0..<features.columns {
        let distance = features.elements[row * features.columns + column] - means[column]
        squares[column] += distance * distance
        if features.elements[row * features.columns + column] != features.elements[column] {
          isConstant[column] = false
        }
      }
    }
    self.means = means
    deviations = zip(squares, isConstant).map { $1 || $0 == 0 ? 1 : ($0 / count).squareRoot() }
  }

  /// Whether every number can be worked with.
  var isUsable: Bool { means.allSatisfy(\.isFinite) && deviations.allSatisfy { $0.isFinite && $0 > 0 } }

  /// Returns features [N, features] shifted and scaled.
  func scaled(_ features: Matrix) -> Matrix {
    var scaled = features
    for index in scaled.elements.indices {
      let column = index % features.columns
      scaled.elements[index] = (scaled.elements[index] - means[column]) / deviations[column]
    }
    return scaled
  }
}
