/// Where the examples of a training come from.
public enum DataSource: Equatable, Sendable {
  /// The course draws them itself.
  case generated(GeneratedData)
  /// A table holds them.
  case table(TableSource)
  /// The handwritten digits that come with the course.
  case digits
}

#if !hasFeature(Embedded)
  extension DataSource: Codable {}
#endif
