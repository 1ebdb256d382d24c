import Engine

/// How a lesson stands: which exercises are right, and what is the matter with the first that is not.
struct LessonState {
  let lesson: Lesson
  let result: Result<Examination, BuildFailure>
  private let checkout: Checkout

  init(_ lesson: Lesson, _ result: Result<Examination, BuildFailure>, _ checkout: Checkout) {
    self.lesson = lesson
    self.result = result
    self.checkout = checkout
  }

  var examination: Examination? { try? result.get() }

  /// The checks of an exercise; none if the lesson does not compile.
  func verdicts(of exercise: Exercise) -> [Verdict] {
    examination?.verdicts.filter { $0.exercise == exercise.id } ?? []
  }

  func isRight(_ exercise: Exercise) -> Bool { examination?.isRight(exercise.id) ?? false }

  var rightExercises: [Exercise] { lesson.exercises.filter(isRight) }

  /// How many exercises are right, in words.
  var count: String {
    let (right, all) = (rightExercises.count, lesson.exercises.count)
    return right == all ? "all \(all) exercises are right" : "\(right) of \(all) exercises are right"
  }

  /// What is the matter with the first exercise that is not right, with its file and line; nil if all are right.
  var problem: String? {
    guard examination != nil else { return "lesson \(lesson.number) does not compile" }
    guard let exercise = lesson.exercises.first(where: { !isRight($0) }) else { return nil }
    let name = "\(exercise.title)"
    let verdicts = verdicts(of: exercise)
    if let location = verdicts.notStarted { return "\(name) is not started (\(location))" }
    if let finding = verdicts.tellingFailure?.finding {
      let location = finding.location ?? checkout.declaration(of: exercise.name, in: lesson)
      return "\(name) fails" + (location.map { " (\($0))" } ?? "")
    }
    return "\(name) waits" + (verdicts.reasons.first.map { ": \($0)" } ?? "")
  }
}
