/// A place in a source file.
public struct SourceLocation: Sendable, Hashable, CustomStringConvertible {
  /// The file, relative to the checkout where it lies inside.
  public let file: String
  /// The line, counted from 1.
  public let line: Int

  /// Creates a location.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// The location as editors understand it: `file:line`.
  public var description: String { "\(file):\(line)" }
}

#if !hasFeature(Embedded)
  extension SourceLocation: Codable {}
#endif
