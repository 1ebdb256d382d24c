import Vocabulary

/// One lesson: what the course and the judge know about it.
///
/// What files and builds know of it, too, is its outline, whose properties it has: `lesson.number`, `lesson.folder`.
@dynamicMemberLookup
public struct Lesson: Sendable {
  /// The lesson's name, place and functions, and what it builds on: the course finds that out.
  public internal(set) var outline: LessonOutline
  /// What the student writes, in a few words, for the table on the kit's own page.
  public let summary: String
  /// The same for the table on the lessons' page.
  public let contents: String
  /// The further lessons that take part in this lesson's checks.
  public let isCheckedWith: [Int]
  /// The pictures of the lesson's page, by the names under which they are drawn.
  public let figures: [String]
  /// What stands behind the # of the playground's address to open it at what the lesson teaches.
  public let playground: String
  /// What can be done once the lesson is right, as a sentence that ends before its command, and the command's words.
  public let finale: (sentence: String, command: String)?
  /// The exercises in order.
  public let exercises: [Exercise]

  /// Creates a lesson.
  ///
  /// - Parameters:
  ///   - number: the lesson's number, counted from 1.
  ///   - topic: the name of the module and of the Swift file.
  ///   - title: the topic in words.
  ///   - part: the part of the course that it belongs to; who stops after the first has finished a whole course.
  ///   - summary: what the student writes, in a few words.
  ///   - contents: the same for the lessons' page; nil for the same words.
  ///   - isCheckedWith: the further lessons that take part in its checks.
  ///   - figures: the pictures of its page.
  ///   - playground: what opens the playground at what the lesson teaches.
  ///   - finale: what can be done once it is right: a sentence that ends before its command, and the command's words.
  ///   - exercises: the exercises in order.
  public init(
    _ number: Int, _ topic: String, _ title: String, part: Int = 1, summary: String, contents: String? = nil,
    isCheckedWith: [Int] = [],
    figures: [String] = [], playground: String = "", finale: (sentence: String, command: String)? = nil,
    exercises: [Exercise]
  ) {
    outline = LessonOutline(
      number: number, part: part, topic: topic, title: title, exercises: exercises.map(\.outline))
    self.summary = summary
    self.contents = contents ?? summary
    self.isCheckedWith = isCheckedWith
    self.figures = figures
    self.playground = playground
    self.finale = finale
    self.exercises = exercises
  }

  /// A property of the outline.
  public subscript<Value>(dynamicMember property: KeyPath<LessonOutline, Value>) -> Value {
    outline[keyPath: property]
  }

  /// Every lesson that is judged before this one.
  public var prerequisites: [Int] { outline.buildsOn + isCheckedWith }
  /// The checks in the order of the report.
  package var checks: [Check] { exercises.flatMap(\.checks) }
}

extension Lesson: CustomStringConvertible {
  /// The number and the title, for example `lesson 3, Forward pass`.
  public var description: String { outline.description }
}
