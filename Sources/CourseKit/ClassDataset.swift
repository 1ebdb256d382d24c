/// Examples of several classes: what a network with one output for each class learns from and is measured on.
public struct ClassDataset: Equatable, Sendable {
  /// One example a row, [N, features].
  public var features: Matrix

  /// The class of each example, N numbers, each in 0 ..< `classCount`.
  public var classes: [Int]

  /// How many classes there are, whether each of them occurs or not: K, 2 or more.
  public let classCount: Int

  /// Creates a dataset from features [N, features] and N classes.
  ///
  /// Stops the program if there is not one class for each example, if one is none of 0 ..< `classCount`, or if there are
  /// fewer than two.
  public init(
    features: Matrix, classes: [Int], classCount: Int, file: StaticString = #file, line: UInt = #line
  ) {
    guard classCount >= 2 else {
      fatalError(
        "ClassDataset: \(classCount) is too few for a classCount: there must be 2 or more", file: file, line: line)
    }
    requireFitting(
      classes, rows: features.rows, count: classCount, what: "features \(features.shape)", file: file, line: line)
    self.features = features
    self.classes = classes
    self.classCount = classCount
  }

  /// The number of examples N.
  public var count: Int { features.rows }

  /// Returns the examples at `indices`, features and classes together, in that order.
  ///
  /// Stops the program if an index is not an example.
  public func rows(at indices: [Int], file: StaticString = #file, line: UInt = #line) -> ClassDataset {
    let chosen = features.rows(at: indices, file: file, line: line)
    return ClassDataset(features: chosen, classes: indices.map { classes[$0] }, classCount: classCount)
  }

  /// Returns the dataset in two parts: the first `fraction` of the examples for validation, the rest for training.
  public func split(validationFraction fraction: Double) -> (training: ClassDataset, validation: ClassDataset) {
    let validationCount = Int(Double(count) * min(max(fraction, 0), 1))
    return (rows(at: Array(validationCount..<count)), rows(at: Array(0..<validationCount)))
  }
}

/// Stops the program at the caller's line unless there is one class for each row of `logits` [N, K], each in 0 ..< K.
///
/// - Parameters:
///   - classes: the class of each example, N numbers.
///   - logits: one column for each class, [N, K].
public func requireClasses(
  _ classes: [Int], of logits: Matrix, file: StaticString = #file, line: UInt = #line
) {
  requireFitting(
    classes, rows: logits.rows, count: logits.columns, what: "logits \(logits.shape)", file: file, line: line)
}

private func requireFitting(
  _ classes: [Int], rows: Int, count: Int, what: @autoclosure () -> String, file: StaticString, line: UInt
) {
  guard classes.count == rows else {
    fatalError(
      "Classes do not fit: \(classes.count) classes for \(what()): there must be one for each row", file: file,
      line: line
    )
  }
  for (row, oneClass) in classes.enumerated() where oneClass < 0 || oneClass >= count {
    fatalError(
      "Class out of range: \(oneClass) in row \(row) for \(what()): the classes are 0 ..< \(count)", file: file,
      line: line)
  }
}
