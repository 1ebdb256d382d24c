import Wire

/// The slips of an exercise, whatever its choice points are, and the answers that come with some of them on.
package struct SlipTable<Input: Sendable, Result>: Sendable {
  /// One slip: where it belongs and what it is called.
  package struct Entry: Sendable {
    /// A number for the choice point.
    let point: Int
    /// Whether it is never on beside another.
    let standsAlone: Bool
    package let mistake: KnownMistake
  }

  package let entries: [Entry]
  private let withSlips: @Sendable (_ on: [Int], Answers, Input) throws -> Result?
  /// Reads replies, where many answers are right.
  private let reader: (@Sendable (Input, Reply<Result>) -> @Sendable (_ on: [Int]) -> Bool)?

  /// Takes the slips of some choices, each of which is right to begin with.
  init<Choices: Sendable>(
    _ slips: [Slip<Choices>], choosing right: Choices,
    answer: @escaping @Sendable (Choices, Answers, Input) throws -> Result
  ) {
    entries = Self.entries(of: slips)
    withSlips = { on, answers, input in try answer(Self.choices(right, with: slips, on), answers, input) }
    reader = nil
  }

  /// Takes the slips of some choices that many answers satisfy, because there is chance in them.
  ///
  /// - Parameter read: reads a reply once; what comes back says of any choices whether the reply may come of them.
  init<Choices: Sendable>(
    _ slips: [Slip<Choices>], choosing right: Choices,
    reading read: @escaping @Sendable (Input, Reply<Result>) -> @Sendable (Choices) -> Bool
  ) {
    entries = Self.entries(of: slips)
    withSlips = { _, _, _ in nil }
    reader = { input, reply in
      let isPossible = read(input, reply)
      return { on in isPossible(Self.choices(right, with: slips, on)) }
    }
  }

  private static func entries<Choices>(of slips: [Slip<Choices>]) -> [Entry] {
    var points: [PartialKeyPath<Choices>: Int] = [:]
    return slips.map { slip in
      let point = points[slip.point, default: points.count]
      points[slip.point] = point
      return Entry(point: point, standsAlone: slip.standsAlone, mistake: slip.mistake)
    }
  }

  private static func choices<Choices>(_ right: Choices, with slips: [Slip<Choices>], _ on: [Int]) -> Choices {
    var choices = right
    for index in on { slips[index].make(&choices) }
    return choices
  }

  /// Whether slips are recognised by reading replies rather than by computing them.
  package var readsReplies: Bool { reader != nil }

  /// Reads a reply: what comes back says whether it may come with some slips on; nil where it is computed what comes.
  package func reading(_ input: Input, _ reply: Reply<Result>) -> (@Sendable (_ on: [Int]) -> Bool)? {
    reader?(input, reply)
  }

  /// What comes with these slips on; nil where that cannot be said.
  ///
  /// - Throws: `PredictedStop` where the student's program would stop.
  package func answer(with on: [Int], _ answers: Answers, _ input: Input) throws -> Result? {
    try withSlips(on, answers, input)
  }

  /// Whether two slips can be on together.
  package func areCompatible(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (entries[first], entries[second])
    return one.point != other.point && !one.standsAlone && !other.standsAlone
  }
}
