import Vocabulary

/// A table to learn from: where it lies, and which of its columns are what.
public struct TableSource: Equatable, Sendable {
  /// Where it lies.
  public var path: String
  /// The name of the column with the class.
  public var label: String
  /// The columns to learn from, in this order; nil for all but the label's and those that are left out.
  public var columns: [String]?
  /// The columns that are left out.
  public var ignored: [String]
  /// How its values are written.
  public var format: TableFormat

  /// Creates a source.
  public init(
    path: String, label: String, columns: [String]? = nil, ignored: [String] = [], format: TableFormat = TableFormat()
  ) {
    self.path = path
    self.label = label
    self.columns = columns
    self.ignored = ignored
    self.format = format
  }
}

#if !hasFeature(Embedded)
  extension TableSource: Codable {}
#endif
