/// A lesson as files and builds know it: its name, its place, its functions, and which lessons it needs.
///
/// What is right and wrong in it, only the course knows.
public struct LessonOutline: Sendable, Equatable {
  /// The lesson's number, counted from 1.
  public let number: Int
  /// The part of the course that it belongs to, counted from 1: the first is a whole course by itself.
  public let part: Int
  /// The topic, which is also the name of the module and of the Swift file.
  public let topic: String
  /// The topic in words.
  public let title: String
  /// The lessons whose functions this lesson's own code calls, directly or not.
  public var buildsOn: [Int]
  /// The exercises in order.
  public let exercises: [ExerciseOutline]

  /// Creates an outline.
  ///
  /// - Parameters:
  ///   - number: the lesson's number, counted from 1.
  ///   - part: the part of the course that it belongs to.
  ///   - topic: the name of the module and of the Swift file.
  ///   - title: the topic in words.
  ///   - buildsOn: the lessons whose functions its own code calls, directly or not.
  ///   - exercises: the exercises in order.
  public init(
    number: Int, part: Int = 1, topic: String, title: String, buildsOn: [Int] = [], exercises: [ExerciseOutline]
  ) {
    self.number = number
    self.part = part
    self.topic = topic
    self.title = title
    self.buildsOn = buildsOn
    self.exercises = exercises
  }

  /// The folder in `Lessons/` and in `Solutions/`.
  public var folder: String { "Lesson\(number)-\(topic)" }
  /// The Swift file, relative to the tree.
  public var file: String { "\(folder)/\(topic).swift" }
  /// The executable that answers calls of the lesson's functions.
  public var host: String { "Lesson\(number)Host" }
}

extension LessonOutline: CustomStringConvertible {
  /// The number and the title, for example `lesson 3, Forward pass`.
  public var description: String { "lesson \(number), \(title)" }
}

/// An exercise as files and builds know it: a function that a lesson declares.
public struct ExerciseOutline: Sendable, Equatable {
  /// What stubs, pages, hints and reports call it, for example `4.2`.
  public let id: ExerciseID
  /// The function's name.
  public let name: String
  /// The declaration that the lesson must provide.
  public let signature: String

  /// Creates an outline.
  public init(id: ExerciseID, name: String, signature: String) {
    self.id = id
    self.name = name
    self.signature = signature
  }

  /// The number and the function's name, for example `1.3 relu`.
  public var title: String { "\(id) \(name)" }
}

extension ExerciseOutline: CustomStringConvertible {
  /// The title.
  public var description: String { title }
}

extension [LessonOutline] {
  /// Returns an exercise; nil if there is none of that number.
  package func exercise(_ id: ExerciseID) -> ExerciseOutline? {
    lazy.flatMap { $0.exercises }.first { $0.id == id }
  }

  /// Returns the number and the function's name, for example `1.3 relu`.
  package func name(of exercise: ExerciseID) -> String {
    self.exercise(exercise)?.title ?? exercise.description
  }
}
