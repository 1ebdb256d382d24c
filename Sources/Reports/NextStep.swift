import CourseFiles
import Engine
import Running

/// The one thing to do after a check, in a sentence or two.
package struct NextStep {
  let examination: Examination
  let lesson: Lesson
  let checkout: Checkout
  /// What comes after it, as the command line and as a sentence name it; nil at the end of the course.
  var following: (name: String, title: String)?
  /// Whether only one exercise was asked about.
  var isOneExercise = false
  /// Whether `watch` shows it, where saving and keys do what commands do elsewhere.
  var isWatched = false

  package init(
    examination: Examination, lesson: Lesson, checkout: Checkout, following: (name: String, title: String)?,
    isOneExercise: Bool = false, isWatched: Bool = false
  ) {
    self.examination = examination
    self.lesson = lesson
    self.checkout = checkout
    self.following = following
    self.isOneExercise = isOneExercise
    self.isWatched = isWatched
  }

  /// The first check that fails or is not started; what waits only waits for another one.
  package static func unfinished(in examination: Examination) -> Verdict? {
    examination.verdicts.first { verdict in
      if case .waiting = verdict.outcome { false } else { !verdict.outcome.isPass }
    }
  }

  package var text: String {
    if examination.isPass { return afterSuccess }
    if checkout.tree(of: lesson.outline) == .solutions || (checkout.isolatedLesson != nil && isReferenceWrong) {
      return "A reference solution fails, which is a fault of the kit: please report it."
    }
    let unfinished = Self.unfinished(in: examination)
    let below = examination.prerequisites.first { $0.problem != nil && lesson.buildsOn.contains($0.lesson) }
    var lines: [String] = []
    if let below {
      lines.append(
        "Lesson \(lesson.number) builds on lesson \(below.lesson), where \(below.problem ?? "something is wrong"). "
          + "Do that first\(way(to: below.lesson))")
      lines.append(
        "Or check this lesson alone, on reference parts: swift run course-check \(isWatched ? "watch " : "")"
          + "lesson\(lesson.number) --isolate")
    }
    if let unfinished {
      lines.append(step(unfinished))
    } else if below == nil, let other = examination.prerequisites.first(where: { $0.problem != nil }) {
      lines.append("What is left waits for lesson \(other.lesson)\(way(to: other.lesson))")
    }
    return lines.joined(separator: "\n")
  }

  /// Whether one of the reference solutions that an isolated lesson stands on fails.
  private var isReferenceWrong: Bool { examination.prerequisites.contains { $0.problem != nil } }

  /// How to get to a lesson below: the end of a sentence.
  private func way(to lesson: Int) -> String {
    isWatched ? "; the key p goes back lesson by lesson." : ": swift run course-check lesson\(lesson)"
  }

  private func step(_ verdict: Verdict) -> String {
    let name = checkout.lessons.name(of: verdict.exercise)
    let command = "swift run course-check \(verdict.exercise)" + (checkout.isolatedLesson == nil ? "" : " --isolate")
    let again = isWatched ? " and save." : ", then run: \(command)"
    if case .notStarted(let location) = verdict.outcome {
      let place = location.map { "\($0.file) at line \($0.line)" } ?? checkout.file(of: lesson.outline)
      return "Next: open \(place), write \(name)\(again)"
    }
    return "Next: fix \(name) in \(checkout.file(of: lesson.outline))\(again)"
  }

  /// What can be seen now, in a line of its own; nil where commands are not run or nothing is there to be seen.
  private var sight: String? {
    guard !isOneExercise, !isWatched else { return nil }
    if let finale = lesson.finale { return "\(finale.sentence): swift run course-check \(finale.command)" }
    return lesson.figures.first.map { figure in
      "See what it does: swift run course-check plot \(figure), or live: swift run course-check playground --lesson "
        + "\(lesson.number)"
    }
  }

  private var afterSuccess: String {
    guard checkout.tree == .lessons, checkout.isolatedLesson == nil else { return "Every check passes." }
    return [afterLesson, sight].compactMap { $0 }.joined(separator: "\n")
  }

  private var afterLesson: String {
    let exercise = isOneExercise ? examination.verdicts.first?.exercise : nil
    let news = exercise.map { "\(checkout.lessons.name(of: $0)) is right" } ?? "Lesson \(lesson.number) is done"
    guard let following else {
      return news + ", the last one there is. Well done!"
    }
    if exercise == nil, let next = checkout.lessons.first(where: { $0.number == lesson.number + 1 }),
      next.part > lesson.part
    {
      let (end, further) = (CoursePartToBegin.name(of: lesson.part), CoursePartToBegin.name(of: next.part))
      return "\(news), the last of \(end). If you like, "
        + (isWatched
          ? "the key n goes on to \(further)." : "\(further) goes on: swift run course-check \(following.name)")
    }
    return news
      + (isWatched ? ". The key n goes on to \(following.title)." : ". Next: swift run course-check \(following.name)")
  }
}
