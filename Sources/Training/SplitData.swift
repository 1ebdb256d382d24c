import CourseKit

/// Examples to learn from and examples to measure on.
public struct SplitData: Sendable {
  /// The examples to learn from.
  public var training: Dataset
  /// The examples to measure on.
  public var validation: Dataset

  /// Creates the two sets.
  public init(training: Dataset, validation: Dataset) {
    self.training = training
    self.validation = validation
  }
}
