/// One lesson: what the course and the judge know about it.
public struct Lesson: Sendable {
  /// The lesson's number, counted from 1.
  public let number: Int
  /// The topic, which is also the name of the module and of the Swift file.
  public let topic: String
  /// The topic in words.
  public let title: String
  /// The lessons whose functions this lesson's own code calls.
  public let buildsOn: [Int]
  /// The further lessons that take part in this lesson's checks.
  public let isCheckedWith: [Int]
  /// The exercises in order.
  public let exercises: [Exercise]
  /// The checks in the order of the report.
  let checks: [Check]

  /// The folder in `Lessons/` and in `Solutions/`.
  public var folder: String { "Lesson\(number)-\(topic)" }
  /// The Swift file, relative to the tree.
  public var file: String { "\(folder)/\(topic).swift" }
  /// The executable that answers calls of the lesson's functions.
  public var host: String { "Lesson\(number)Host" }
  /// Every lesson that is judged before this one.
  public var prerequisites: [Int] { buildsOn + isCheckedWith }

  init(
    _ number: Int, _ topic: String, _ title: String, buildsOn: [Int] = [], isCheckedWith: [Int] = [],
    exercises: [Exercise], checks: [Check]
  ) {
    self.number = number
    self.topic = topic
    self.title = title
    self.buildsOn = buildsOn
    self.isCheckedWith = isCheckedWith
    self.exercises = exercises
    self.checks = checks
  }
}

/// One exercise: a function that the student writes.
public struct Exercise: Sendable {
  /// The number that stubs, pages, hints and reports share, for example `4.2`.
  public let number: String
  /// The function's base name.
  public let name: String
  /// The declaration that the lesson must provide.
  public let signature: String
}

/// One property of one exercise that the judge establishes.
struct Check: Sendable {
  let exercise: String
  let kind: CheckKind
  let summary: String
  let outcome: @Sendable (Bench) throws -> Outcome

  init(
    _ exercise: String, _ kind: CheckKind, _ summary: String,
    outcome: @escaping @Sendable (Bench) throws -> Outcome
  ) {
    self.exercise = exercise
    self.kind = kind
    self.summary = summary
    self.outcome = outcome
  }
}
