import CourseFiles
import Running

// How a lesson stands, in the words of a notebook.
extension LessonStanding {
  /// How many exercises are right, in words.
  var count: String {
    let (right, all) = (rightExercises.count, lesson.exercises.count)
    return right == all ? "all \(all) exercises are right" : "\(right) of \(all) exercises are right"
  }

  /// What is the matter with the first exercise that is not right, with its file and line; nil if all are right.
  func problem(in checkout: Checkout) -> String? {
    guard examination != nil else { return "lesson \(lesson.number) does not compile" }
    guard let exercise = lesson.exercises.first(where: { !isRight($0) }) else { return nil }
    let name = "\(exercise.title)"
    let verdicts = verdicts(of: exercise)
    if let location = verdicts.notStarted { return "\(name) is not started (\(location))" }
    if let finding = verdicts.tellingFailure?.finding {
      let location = finding.location ?? checkout.declaration(of: exercise.name, in: lesson.outline)
      return "\(name) fails" + (location.map { " (\($0))" } ?? "")
    }
    return "\(name) waits" + (verdicts.reasons.first.map { ": \($0)" } ?? "")
  }
}
