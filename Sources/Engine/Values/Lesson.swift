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
  ///   - part: the part of the course that it belongs to; who stops after the first has finished a whole course.
  ///   - summary: what the student writes, in a few words.
  ///   - contents: the same for the lessons' page; nil for the same words.
  ///   - isCheckedWith: the further lessons that take part in its checks.
  ///   - figures: the pictures of its notebook.
  ///   - exercises: the exercises in order.
  public init(
    _ number: Int, _ topic: String, _ title: String, part: Int = 1, summary: String, contents: String? = nil,
    isCheckedWith: [Int] = [],
    figures: [String] = [], exercises: [Exercise]
  ) {
    outline = LessonOutline(
      number: number, part: part, topic: topic, title: title, exercises: exercises.map(\.outline))
    self.summary = summary
    self.contents = contents ?? summary
    self.isCheckedWith = isCheckedWith
    self.figures = figures
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
