import Vocabulary
import Wire

/// A course: its lessons in order, and all that follows from them.
public struct Course: Sendable {
  /// The lessons, lesson 1 first.
  public private(set) var lessons: [Lesson]
  /// The right answer of every exercise.
  package let oracle: Answers

  /// Creates a course of these lessons.
  ///
  /// - Parameter lessons: the lessons, numbered from 1 in their order.
  public init(lessons: [Lesson]) {
    self.lessons = lessons
    var oracle = Answers()
    for exercise in lessons.flatMap(\.exercises) { exercise.content.answerRightly(in: &oracle) }
    self.oracle = oracle
    for index in lessons.indices {
      let called = closure(of: lessons[index].exercises.flatMap(\.calls.all)).map(\.lesson)
      self.lessons[index].outline.buildsOn = Set(called).subtracting([lessons[index].number]).sorted()
    }
  }

  /// The lessons as files and builds know them.
  public var outline: [LessonOutline] { lessons.map(\.outline) }

  /// Every exercise, in the order of the course.
  public var exercises: [Exercise] { lessons.flatMap(\.exercises) }

  /// Returns the lesson of a number; nil if there is none.
  public func lesson(_ number: Int) -> Lesson? {
    lessons.indices.contains(number - 1) ? lessons[number - 1] : nil
  }

  /// Returns an exercise; nil if there is none of that number.
  public func exercise(_ id: ExerciseID) -> Exercise? {
    lesson(id.lesson)?.exercises.first { $0.id == id }
  }

  /// Returns the lesson to which an exercise such as `4.3` belongs.
  public func lesson(of exercise: ExerciseID) -> Lesson? { lesson(exercise.lesson) }

  /// Returns the lesson in whose folder a location lies.
  package func lesson(at location: SourceLocation) -> Lesson? {
    lessons.first { location.file.contains("\($0.folder)/") }
  }

  /// Returns the number and the function's name, for example `1.3 relu`.
  public func name(of exercise: ExerciseID) -> String { outline.name(of: exercise) }

  /// Returns the lessons that are judged before a lesson, in their order.
  public func prerequisites(of lesson: Lesson) -> [Lesson] {
    lesson.prerequisites.sorted().compactMap { self.lesson($0) }
  }

  /// Returns exercises together with all that their own code calls, directly or not, in the order of the course.
  public func closure(of exercises: some Sequence<ExerciseID>) -> [ExerciseID] {
    var reached: Set<ExerciseID> = []
    var waiting = Array(exercises)
    while let next = waiting.popLast() {
      if reached.insert(next).inserted { waiting += exercise(next)?.calls.all ?? [] }
    }
    return reached.sorted()
  }

  /// Returns the lessons of exercises and of all that their own code calls, in the order of the course.
  public func lessons(neededBy exercises: some Sequence<ExerciseID>) -> [Lesson] {
    let numbers = Set(closure(of: exercises).map(\.lesson))
    return lessons.filter { numbers.contains($0.number) }
  }

  /// Returns what an exercise calls, directly or not, with one activation function of the hidden layers or with all.
  package func parts(of exercise: ExerciseID, hidden: HiddenActivation?) -> Set<ExerciseID> {
    var reached: Set<ExerciseID> = []
    var waiting = [exercise]
    while let next = waiting.popLast() {
      let calls = self.exercise(next)?.calls
      waiting += (calls?.called(with: hidden) ?? []).filter { reached.insert($0).inserted }
    }
    return reached
  }

  /// The answers of a student.
  package func answers(of student: any Student) -> Answers {
    var answers = Answers()
    for exercise in exercises { exercise.content.answer(in: &answers, as: student) }
    return answers
  }
}
