/// What stubs, pages, hints and reports call an exercise: its lesson and its number there, written `4.2`.
///
/// It is an identifier and no decimal number: 4.10 comes after 4.9 and is not 4.1.
public struct ExerciseID: Hashable, Sendable {
  /// The lesson's number, counted from 1.
  public let lesson: Int
  /// The number in the lesson, counted from 1.
  public let number: Int

  /// Creates the identifier of a lesson's exercise.
  public init(lesson: Int, number: Int) {
    self.lesson = lesson
    self.number = number
  }

  /// Reads an identifier such as `4.10`; nil if the text is anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let lesson = Self.number(parts[0]), let number = Self.number(parts[1]) else { return nil }
    self.init(lesson: lesson, number: number)
  }

  /// A whole number above 0 in its one usual form; `Int` alone would take `+4` and `04` as well.
  private static func number(_ digits: some StringProtocol) -> Int? {
    let isUsual = digits.utf8.first != UInt8(ascii: "0") && digits.utf8.allSatisfy { (48...57).contains($0) }
    return isUsual ? Int(digits) : nil
  }
}

extension ExerciseID: Comparable {
  /// Whether an exercise comes before another one in the course.
  public static func < (one: ExerciseID, other: ExerciseID) -> Bool {
    (one.lesson, one.number) < (other.lesson, other.number)
  }
}

extension ExerciseID: LosslessStringConvertible {
  /// The lesson and the number, joined by a point: `4.2`.
  public var description: String { "\(lesson).\(number)" }
}

extension ExerciseID: ExpressibleByStringLiteral {
  /// Takes an identifier as it is written in code.
  ///
  /// Stops the program if the literal is none.
  public init(stringLiteral text: String) {
    guard let id = ExerciseID(text) else { fatalError("\"\(text)\" is no exercise: write lesson.number, as in 4.2") }
    self = id
  }
}

#if !hasFeature(Embedded)
  extension ExerciseID: Codable {
    /// Reads an identifier from its text.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      let text = try container.decode(String.self)
      guard let id = ExerciseID(text) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no exercise")
      }
      self = id
    }

    /// Writes the identifier as its text.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(description)
    }
  }
#endif
