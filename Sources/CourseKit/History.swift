/// How training went: one entry for each epoch, in order.
public struct History: Equatable, Sendable {
  /// The mean cross-entropy on the training data after each epoch.
  public var trainingLoss: [Double] = []

  /// The mean cross-entropy on the validation data after each epoch.
  public var validationLoss: [Double] = []

  /// The share of training examples that are classified right, after each epoch.
  public var trainingAccuracy: [Double] = []

  /// The share of validation examples that are classified right, after each epoch.
  public var validationAccuracy: [Double] = []

  /// Creates a history without epochs.
  public init() {}
}
