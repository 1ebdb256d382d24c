import CourseFiles
import Engine
import LabKit
import Vocabulary

/// Code of the student's that a command of the Lab needs and that is not there: with it the Lab would only stop.
enum UnwrittenCode {
  /// A lesson that nobody has begun, in its file.
  case lesson(Lesson, file: String)
  /// An exercise whose TODO still stands, and where.
  case exercise(ExerciseID, SourceLocation?)

  /// Looks for it before anything is built; nil if all that is called for sure is begun.
  init?(neededBy command: LabRequest.Command, in checkout: Checkout) {
    var sources: [Int: LessonSource] = [:]
    for lesson in command.lessons {
      let source = LessonSource(lesson.outline, in: checkout)
      sources[lesson.number] = source
      if lesson.outline.exercises.allSatisfy(source.isOpen) {
        self = .lesson(lesson, file: checkout.file(of: lesson.outline))
        return
      }
    }
    let called = Self.called(from: command.exercises, sources)
    for id in called.sorted() {
      guard let source = sources[id.lesson], let exercise = Course.taught.exercise(id),
        let place = source.todo(of: exercise.outline)
      else { continue }
      self = .exercise(id, place)
      return
    }
    return nil
  }

  /// The exercises that are called for sure: the Lab's own calls, and those that a function of theirs makes in its text.
  ///
  /// Who writes an exercise without the ones that it could call needs none of them.
  private static func called(
    from exercises: Set<ExerciseID>, _ sources: [Int: LessonSource]
  ) -> Set<ExerciseID> {
    var called: Set<ExerciseID> = []
    var waiting = Array(exercises)
    while let next = waiting.popLast() {
      guard called.insert(next).inserted, let exercise = Course.taught.exercise(next) else { continue }
      waiting += exercise.calls.always.filter { other in
        guard let name = Course.taught.exercise(other)?.name else { return false }
        return sources[next.lesson]?.calls(name, in: exercise.name, at: nil) ?? false
      }
    }
    return called
  }

  /// What is said about it.
  func message(for command: LabRequest.Command) -> String {
    switch self {
    case .lesson(let lesson, let file):
      "`\(command.name)` needs lesson \(lesson.number), of which nothing is written yet: \(file).\n"
        + "Next: write it, and run: swift run course-check lesson\(lesson.number)\n"
    case .exercise(let exercise, let place):
      "`\(command.name)` needs \(Course.taught.name(of: exercise)), which is not written yet"
        + (place.map { ": \($0)" } ?? "") + ".\n"
        + "Next: write it, and run: swift run course-check \(exercise)\n"
    }
  }
}
