import CourseKit

/// Examples to learn from and examples to measure on.
public struct SplitData<Examples: Equatable & Sendable>: Equatable, Sendable {
  /// The examples to learn from.
  public var training: Examples
  /// The examples to measure on.
  public var validation: Examples

  /// Creates the two sets.
  public init(training: Examples, validation: Examples) {
    self.training = training
    self.validation = validation
  }
}

extension SplitData<Dataset> {
  /// The same examples with their labels 0 and 1 as numbers of classes.
  public var ofClasses: SplitData<ClassDataset> {
    SplitData<ClassDataset>(training: ClassDataset(training), validation: ClassDataset(validation))
  }
}

extension SplitData<ClassDataset> {
  /// The same examples with their classes 0 and 1 as labels.
  public var ofLabels: SplitData<Dataset> {
    SplitData<Dataset>(training: Dataset(training), validation: Dataset(validation))
  }
}

extension ClassDataset {
  /// Creates the examples of two classes from labels [N, 1], each 0 or 1.
  public init(_ dataset: Dataset) {
    self.init(features: dataset.features, classes: dataset.labels.elements.map { Int($0) }, classCount: 2)
  }
}

extension Dataset {
  /// Creates examples whose labels [N, 1] are the numbers of their classes.
  public init(_ examples: ClassDataset) {
    self.init(features: examples.features, labels: Matrix(labels: examples.classes))
  }
}

extension Matrix {
  /// Creates labels [N, 1] from the numbers of N classes.
  @inline(never)
  public init(labels classes: [Int]) {
    self.init(rows: classes.count, columns: 1, elements: classes.map { Double($0) })
  }
}
