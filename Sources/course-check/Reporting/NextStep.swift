import Judge

/// The one thing to do after a check, in a sentence or two.
struct NextStep {
  let examination: Examination
  let checkout: Checkout
  /// Whether only one exercise was asked about.
  var isOneExercise = false

  var text: String {
    let lesson = examination.lesson
    if examination.isPass { return afterSuccess(lesson) }
    if checkout.tree(of: lesson) == .solutions {
      return "A reference solution fails, which is a fault of the kit: please report it."
    }
    let unfinished = examination.verdicts.first { verdict in
      if case .waiting = verdict.outcome { false } else { !verdict.outcome.isPass }
    }
    let below = examination.prerequisites.first { $0.problem != nil && lesson.buildsOn.contains($0.lesson) }
    var lines: [String] = []
    if let below {
      lines.append(
        "Lesson \(lesson.number) builds on lesson \(below.lesson), where \(below.problem ?? "something is wrong"). "
          + "Do that first: swift run course-check lesson\(below.lesson)")
      lines.append(
        "Or check this lesson alone, on reference parts: swift run course-check lesson\(lesson.number) --isolate")
    }
    if let unfinished {
      lines.append(step(unfinished, lesson))
    } else if below == nil, let other = examination.prerequisites.first(where: { $0.problem != nil }) {
      lines.append("What is left waits for lesson \(other.lesson): swift run course-check lesson\(other.lesson)")
    }
    return lines.joined(separator: "\n")
  }

  private func step(_ verdict: Verdict, _ lesson: Lesson) -> String {
    let name = Course.name(of: verdict.exercise)
    let again = "swift run course-check \(verdict.exercise)" + (checkout.isolatedLesson == nil ? "" : " --isolate")
    if case .notStarted(let location) = verdict.outcome {
      let place = location.map { "\($0.file) at line \($0.line)" } ?? checkout.file(of: lesson)
      return "Next: open \(place), write \(name), then run: \(again)"
    }
    return "Next: mend \(name) in \(checkout.file(of: lesson)), then run: \(again)"
  }

  private func afterSuccess(_ lesson: Lesson) -> String {
    guard checkout.tree == .lessons, checkout.isolatedLesson == nil else { return "Every check passes." }
    if isOneExercise, let exercise = examination.verdicts.first?.exercise {
      let following = lesson.exercises.drop { $0.number != exercise }.dropFirst().first
      if let following {
        return "\(Course.name(of: exercise)) is right. Next: swift run course-check \(following.number)"
      }
      return "\(Course.name(of: exercise)) is right. Next: swift run course-check lesson\(lesson.number)"
    }
    guard let next = Course.lessons.first(where: { $0.number == lesson.number + 1 }) else {
      return "Lesson \(lesson.number) is done, the last one there is. Well done!"
    }
    return "Lesson \(lesson.number) is done. Next: swift run course-check lesson\(next.number)"
  }
}
