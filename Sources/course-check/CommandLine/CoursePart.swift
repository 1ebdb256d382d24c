import Engine
import Vocabulary

/// A lesson or one of its exercises, as a word of the command line names it.
struct CoursePart: Equatable {
  /// The lesson's number.
  let lessonNumber: Int
  /// The exercise's number; nil for the whole lesson.
  var exercise: ExerciseID?

  var lesson: Lesson { Course.taught.lessons[lessonNumber - 1] }

  /// How it is named on the command line: `lesson4` or `4.3`.
  var name: String { exercise?.description ?? "lesson\(lessonNumber)" }

  /// How it is named in a sentence: `lesson 4` or `1.3 relu`.
  var title: String { exercise.map { Course.taught.name(of: $0) } ?? "lesson \(lessonNumber)" }

  /// The name of the exercise's function; the lesson's topic without an exercise.
  var functionName: String { exercise.flatMap { Course.taught.exercise($0)?.name } ?? lesson.topic }

  /// What comes after it; nil at the end.
  ///
  /// After an exercise comes the lesson's next one, and at their end the whole lesson; after a lesson, the next lesson.
  var next: CoursePart? {
    guard let exercise else {
      return lessonNumber < Course.taught.lessons.count ? CoursePart(lessonNumber + 1) : nil
    }
    return CoursePart(
      lessonNumber, exercise: lesson.exercises.drop { $0.id != exercise }.dropFirst().first?.id)
  }

  /// What comes before it; nil at the beginning.
  ///
  /// Before an exercise comes the lesson's last one, and at their beginning the whole lesson; before a lesson, the one
  /// below.
  var previous: CoursePart? {
    guard let exercise else { return lessonNumber > 1 ? CoursePart(lessonNumber - 1) : nil }
    return CoursePart(lessonNumber, exercise: lesson.exercises.prefix { $0.id != exercise }.last?.id)
  }

  init(_ lessonNumber: Int, exercise: ExerciseID? = nil) {
    self.lessonNumber = lessonNumber
    self.exercise = exercise
  }

  /// Understands a word: `lesson4`, `4`, `backward`, `Lesson4-Backward`, `4.3` or `relu`; nil if it is none.
  init?(_ word: String) {
    let key = word.lowercased()
    let lesson = Course.taught.lessons.first { lesson in
      ["\(lesson.number)", "lesson\(lesson.number)", lesson.topic.lowercased(), lesson.folder.lowercased()]
        .contains(key)
    }
    if let lesson {
      self.init(lesson.number)
    } else if let exercise = Course.taught.exercises.first(where: {
      $0.id.description == key || $0.name.lowercased() == key
    }) {
      self.init(exercise.id.lesson, exercise: exercise.id)
    } else {
      return nil
    }
  }

  /// The words of a command line with `lesson 4` as one word, `lesson4`, and `exercise 4.3` as `4.3`.
  static func joining(_ words: [String]) -> [String] {
    var joined: [String] = []
    for word in words {
      if let part = CoursePart(word), word.first?.isNumber == true,
        joined.last == (part.exercise == nil ? "lesson" : "exercise")
      {
        joined[joined.count - 1] = part.name
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  /// The words that name lessons and exercises, as a suggestion would have them.
  static var names: [String] {
    Course.taught.lessons.map { "lesson\($0.number)" }
      + Course.taught.exercises.flatMap { [$0.id.description, $0.name] }
      + Course.taught.lessons.map { $0.topic.lowercased() }
  }

  /// What is said of a word that names nothing.
  static func unknown(_ word: String, what: String = "lesson or exercise", others: [String] = []) -> UsageError {
    let lessons = Course.taught.lessons.map { "lesson\($0.number)" }.joined(separator: ", ")
    return UsageError(
      "There is no \(what) '\(word)'.\(Suggestion(for: word, among: names + others).question)"
        + " The lessons are \(lessons); an exercise is named like \(Example.exercise.name).")
  }

  /// Puts a word that names a lesson or an exercise into its place, which must be empty.
  static func take(_ word: String, into place: inout CoursePart?) throws(UsageError) {
    if let other = place { throw UsageError("One lesson or exercise at a time: '\(other.name)' or '\(word)'?") }
    guard let part = CoursePart(word) else { throw unknown(word) }
    place = part
  }
}

/// What the help and the sentences about a wrong command line take for an example.
enum Example {
  /// The fourth lesson, or the last of a shorter course.
  static var lesson: CoursePart { CoursePart(min(4, Course.taught.lessons.count)) }

  /// That lesson's third exercise, or its last.
  static var exercise: CoursePart {
    CoursePart(lesson.lessonNumber, exercise: lesson.lesson.exercises.prefix(3).last?.id)
  }
}
