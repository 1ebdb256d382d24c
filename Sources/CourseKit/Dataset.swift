/// Examples with their labels: what a network learns from and is measured on.
public struct Dataset: Equatable, Sendable {
  /// One example a row, [N, features].
  public var features: Matrix

  /// The class of each example, [N, 1], each 0 or 1.
  public var labels: Matrix

  /// Creates a dataset from features [N, features] and labels [N, 1].
  ///
  /// Stops the program if there is not one label for each example.
  public init(features: Matrix, labels: Matrix, file: StaticString = #file, line: UInt = #line) {
    guard labels.rows == features.rows, labels.columns == 1 else {
      features.stop(
        "Dataset", with: labels, because: "the labels must be [N, 1] for features [N, d]", file: file, line: line)
    }
    self.features = features
    self.labels = labels
  }

  /// The number of examples N.
  public var count: Int { features.rows }

  /// Returns the examples at `indices`, features and labels together, in that order.
  ///
  /// Stops the program if an index is not an example.
  public func rows(at indices: [Int], file: StaticString = #file, line: UInt = #line) -> Dataset {
    Dataset(
      features: features.rows(at: indices, file: file, line: line),
      labels: labels.rows(at: indices, file: file, line: line))
  }

  /// Returns the dataset in two parts: the first `fraction` of the examples for validation, the rest for training.
  ///
  /// The generated datasets are shuffled already, so both parts are alike.
  public func split(validationFraction fraction: Double) -> (training: Dataset, validation: Dataset) {
    let validationCount = Int(Double(count) * min(max(fraction, 0), 1))
    return (rows(at: Array(validationCount..<count)), rows(at: Array(0..<validationCount)))
  }
}
