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

/// The word that was probably meant.
struct Suggestion {
  /// The nearest of the known words; nil if none is near.
  let word: String?

  /// Looks for the word that is nearest to a misspelt one.
  init(for misspelt: String, among words: [String]) {
    let wanted = Array(misspelt.lowercased())
    // A slip in two letters of three would make anything near to anything.
    let allowed = wanted.count < 4 ? 1 : wanted.count < 8 ? 2 : 3
    // Another number is another lesson or exercise, and no slip.
    let digits = Self.digits(of: misspelt)
    let candidates = words.filter { Self.digits(of: $0) == digits }
    let distances = candidates.map { (word: $0, distance: Self.distance(wanted, Array($0.lowercased()))) }
    let nearest = distances.min { $0.distance < $1.distance }
    word = nearest.flatMap { $0.distance <= allowed && $0.distance < wanted.count ? $0.word : nil }
  }

  /// The question that follows the sentence about the word; empty if no word is near.
  var question: String { word.map { " Did you mean '\($0)'?" } ?? "" }

  /// The digits in their order; one that was typed twice counts once.
  private static func digits(of word: String) -> [Character] {
    word.filter(\.isNumber).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// How many letters must be put in, left out, changed or exchanged with their neighbour to get from one word to the
  /// other: the distance of Damerau and Levenshtein, each letter moved at most once.
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var rows = [Array(0...second.count)]
    for i in first.indices {
      var row = [i + 1]
      for j in second.indices {
        let change = rows[i][j] + (first[i] == second[j] ? 0 : 1)
        row.append(min(change, rows[i][j + 1] + 1, row[j] + 1))
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          row[j + 1] = min(row[j + 1], rows[i - 1][j - 1] + 1)
        }
      }
      rows.append(row)
    }
    return rows[first.count][second.count]
  }
}
