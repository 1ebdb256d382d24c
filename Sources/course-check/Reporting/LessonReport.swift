import Engine

/// The report on one lesson as a terminal shows it.
struct LessonReport {
  let examination: Examination
  let checkout: Checkout
  let style: Style
  private var lesson: Lesson { examination.lesson }

  init(_ examination: Examination, _ checkout: Checkout, _ style: Style) {
    self.examination = examination
    self.checkout = checkout
    self.style = style
  }

  /// Every check, and for each exercise what is wrong with it; in a watch, exercises that are right take one line.
  var detailed: String {
    let parts = exercises.map { exercise in
      let verdicts = verdicts(of: exercise)
      return style.isWatched && verdicts.allSatisfy(\.outcome.isPass) ? line(for: exercise) : details(of: exercise)
    }
    return header(of: lesson, checkout, style) + parts.joined() + summary
  }

  /// One line for each exercise.
  var brief: String {
    header(of: lesson, checkout, style) + exercises.map(line(for:)).joined() + summary
  }

  private var exercises: [Exercise] {
    lesson.exercises.filter { exercise in examination.verdicts.contains { $0.exercise == exercise.id } }
  }

  private func verdicts(of exercise: Exercise) -> [Verdict] {
    examination.verdicts.filter { $0.exercise == exercise.id }
  }

  /// Every check of one exercise, and what is wrong with it.
  func details(of exercise: Exercise) -> String {
    let verdicts = verdicts(of: exercise)
    let name = label(exercise)
    if let location = verdicts.notStarted { return line(.open, name, "not started (TODO at \(short(location)))") }
    // The failure that says most is shown in full, the first if none has an explanation; the others only by name.
    let chosen = verdicts.tellingFailure?.index
    var reasons: [String] = []
    var text = ""
    for (index, verdict) in verdicts.enumerated() {
      let check = "\(verdict.kind.rawValue): \(verdict.summary)"
      switch verdict.outcome {
      case .passed:
        text += line(.pass, name, check)
      case .failed(let finding):
        text += line(.fail, name, check)
        if index == chosen { text += explanation(finding, of: exercise) }
      case .waiting(let reason):
        if !reasons.contains(reason) { text += line(.open, name, "waiting: \(reason)") }
        reasons.append(reason)
      case .notStarted: break
      }
    }
    return text
  }

  private func explanation(_ finding: Finding, of exercise: Exercise) -> String {
    // The cause first, for whoever reads no further; the numbers are there to be followed by hand.
    var lines = finding.diagnosis.map { [style.paint($0, .bold)] } ?? []
    lines += style.width.map { finding.evidence.stacked(in: $0 - 8) } ?? finding.evidence
    if let location = finding.location {
      lines.append("at \(location)" + (checkout.line(at: location).map { ":  \($0)" } ?? ""))
    } else if let place = checkout.declaration(of: exercise.name, in: lesson) {
      lines.append("in \(place)")
    }
    if checkout.tree(of: lesson) == .lessons, !style.isWatched {
      lines.append("Next hint: swift run course-check hint \(exercise.id)")
    }
    return lines.map { "        \($0)\n" }.joined()
  }

  private func line(for exercise: Exercise) -> String {
    let verdicts = verdicts(of: exercise)
    let name = label(exercise)
    if let location = verdicts.notStarted { return line(.open, name, "not started (TODO at \(short(location)))") }
    let passed = verdicts.filter(\.outcome.isPass).count
    if passed == verdicts.count { return line(.pass, name, "\(passed) of \(passed) checks pass") }
    if verdicts.failures.isEmpty { return line(.open, name, "waiting: \(verdicts.reasons.first ?? "")") }
    let diagnosis = verdicts.failures.compactMap(\.finding.diagnosis).first
    return line(.fail, name, "\(passed) of \(verdicts.count) checks pass" + (diagnosis.map { ". \($0)" } ?? ""))
  }

  private var summary: String {
    let passed = examination.verdicts.filter(\.outcome.isPass).count
    let parts = ["\(passed) of \(examination.verdicts.count) checks pass"] + prerequisites
    return "  " + parts.joined(separator: " · ") + "\n"
  }

  private var prerequisites: [String] {
    if checkout.isolatedLesson != nil {
      let wrong = examination.prerequisites.compactMap(\.problem)
      return ["all other lessons are the reference solutions"]
        + (wrong.isEmpty ? [] : ["of these \(wrong.listed), which is a fault of the kit"])
    }
    let problems = examination.prerequisites.filter { $0.problem != nil }
    if problems.isEmpty {
      return examination.prerequisites.isEmpty ? [] : ["\(named(examination.prerequisites)): all pass"]
    }
    // A part that several lessons stand on is named once.
    var sentences: [String] = []
    for problem in problems.compactMap(\.problem) where !sentences.contains(problem) { sentences.append(problem) }
    return sentences.map { sentence in "\(named(problems.filter { $0.problem == sentence })): \(sentence)" }
  }

  private func named(_ lessons: [Prerequisite]) -> String {
    (lessons.count == 1 ? "lesson " : "lessons ") + lessons.map { String($0.lesson) }.listed
  }

  private func line(_ mark: Mark, _ name: String, _ text: String) -> String {
    return "  \(mark.sign(style)) \(name)  \(text)\n"
  }

  /// The exercise's name, filled up so that what follows stands in one column.
  private func label(_ exercise: Exercise) -> String {
    let width = lesson.exercises.map(\.name.count).max() ?? 0
    return exercise.id.description.padding(to: lesson.identifierWidth) + " " + exercise.name.padding(to: width)
  }

  private func short(_ location: SourceLocation) -> String {
    "\(location.file.split(separator: "/").last ?? ""):\(location.line)"
  }
}

/// The line above a lesson's report: its number and title, and the file.
func header(of lesson: Lesson, _ checkout: Checkout, _ style: Style) -> String {
  let title = "Lesson \(lesson.number) · \(lesson.title)"
  return style.paint(title.padding(to: 40), .bold) + " " + style.paint(checkout.file(of: lesson), .faint) + "\n"
}

extension Lesson {
  /// The columns that the identifiers of its exercises take: 4.10 takes one more than 4.9.
  var identifierWidth: Int { exercises.map(\.id.description.count).max() ?? 0 }
}

extension [String] {
  /// The texts as a sentence lists them: `1`, `1 and 3`, `1, 3 and 4`.
  var listed: String {
    let last = suffix(1).joined()
    return count < 2 ? last : dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}

extension [Verdict] {
  /// The place of the TODO, if the exercise is not started.
  var notStarted: SourceLocation? {
    for verdict in self {
      if case .notStarted(let location) = verdict.outcome { return location ?? SourceLocation(file: "?", line: 0) }
    }
    return nil
  }

  var failures: [(verdict: Verdict, finding: Finding)] {
    compactMap { verdict in
      if case .failed(let finding) = verdict.outcome { (verdict, finding) } else { nil }
    }
  }

  /// The failure that says most: the first one with a diagnosis, else the first.
  var tellingFailure: (index: Int, verdict: Verdict, finding: Finding)? {
    let failures = indices.compactMap { index in
      if case .failed(let finding) = self[index].outcome {
        (index: index, verdict: self[index], finding: finding)
      } else {
        nil
      }
    }
    return failures.first { $0.finding.diagnosis != nil } ?? failures.first
  }

  /// What the waiting checks wait for.
  var reasons: [String] {
    compactMap { if case .waiting(let reason) = $0.outcome { reason } else { nil } }
  }
}
