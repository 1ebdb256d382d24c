import Vocabulary

/// One lesson: what the course and the judge know about it.
public struct Lesson: Sendable {
  /// The lesson's number, counted from 1.
  public let number: Int
  /// The topic, which is also the name of the module and of the Swift file.
  public let topic: String
  /// The topic in words.
  public let title: String
  /// What the student writes, in a few words, for the table on the kit's own page.
  public let summary: String
  /// The same for the table on the lessons' page.
  public let contents: String
  /// The lessons whose functions this lesson's own code calls, directly or not: the course finds them out.
  public internal(set) var buildsOn: [Int] = []
  /// The further lessons that take part in this lesson's checks.
  public let isCheckedWith: [Int]
  /// The pictures that the lesson's notebook shows, by the names under which they are drawn.
  public let figures: [String]
  /// The exercises in order.
  public let exercises: [Exercise]

  /// Creates a lesson.
  ///
  /// - Parameters:
  ///   - number: the lesson's number, counted from 1.
  ///   - topic: the name of the module and of the Swift file.
  ///   - title: the topic in words.
  ///   - summary: what the student writes, in a few words.
  ///   - contents: the same for the lessons' page; nil for the same words.
  ///   - isCheckedWith: the further lessons that take part in its checks.
  ///   - figures: the pictures of its notebook.
  ///   - exercises: the exercises in order.
  public init(
    _ number: Int, _ topic: String, _ title: String, summary: String, contents: String? = nil,
    isCheckedWith: [Int] = [],
    figures: [String] = [], exercises: [Exercise]
  ) {
    self.number = number
    self.topic = topic
    self.title = title
    self.summary = summary
    self.contents = contents ?? summary
    self.isCheckedWith = isCheckedWith
    self.figures = figures
    self.exercises = exercises
  }

  /// The folder in `Lessons/` and in `Solutions/`.
  public var folder: String { "Lesson\(number)-\(topic)" }
  /// The Swift file, relative to the tree.
  public var file: String { "\(folder)/\(topic).swift" }
  /// The executable that answers calls of the lesson's functions.
  public var host: String { "Lesson\(number)Host" }
  /// Every lesson that is judged before this one.
  public var prerequisites: [Int] { buildsOn + isCheckedWith }
  /// The checks in the order of the report.
  package var checks: [Check] { exercises.flatMap(\.checks) }
}

extension Lesson: CustomStringConvertible {
  /// The number and the title, for example `lesson 3, Forward pass`.
  public var description: String { "lesson \(number), \(title)" }
}
