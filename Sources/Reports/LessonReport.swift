import CourseFiles
import Engine
import Foundation
import Terminal
import Vocabulary

/// The report on one lesson as a terminal shows it.
package struct LessonReport {
  let examination: Examination
  let checkout: Checkout
  let style: Style
  private let lesson: Lesson

  package init(_ examination: Examination, of lesson: Lesson, _ checkout: Checkout, _ style: Style) {
    self.examination = examination
    self.lesson = lesson
    self.checkout = checkout
    self.style = style
  }

  /// Every check, and for each exercise what is wrong with it; in a watch, exercises that are right take one line.
  package var detailed: String {
    let parts = exercises.map { exercise in
      let verdicts = verdicts(of: exercise)
      return style.isWatched && verdicts.allSatisfy(\.outcome.isPass) ? line(for: exercise) : details(of: exercise)
    }
    return header(of: lesson, checkout, style) + parts.joined() + summary
  }

  /// One line for each exercise.
  package var brief: String {
    header(of: lesson, checkout, style) + exercises.map(line(for:)).joined() + summary
  }

  private var exercises: [Exercise] {
    lesson.exercises.filter { exercise in examination.verdicts.contains { $0.exercise == exercise.id } }
  }

  private func verdicts(of exercise: Exercise) -> [Verdict] {
    examination.verdicts(of: exercise.id)
  }

  /// Every check of one exercise, and what is wrong with it.
  package func details(of exercise: Exercise) -> String {
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
    } else if let place = checkout.declaration(of: exercise.name, in: lesson.outline) {
      lines.append("in \(place)")
    }
    if checkout.tree(of: lesson.outline) == .lessons, !style.isWatched {
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
package func header(of lesson: Lesson, _ checkout: Checkout, _ style: Style) -> String {
  let title = "Lesson \(lesson.number) · \(lesson.title)"
  return style.paint(title.padding(to: 40), .bold) + " " + style.paint(checkout.file(of: lesson.outline), .faint) + "\n"
}

extension Lesson {
  /// The columns that the identifiers of its exercises take: 4.10 takes one more than 4.9.
  var identifierWidth: Int { exercises.map(\.id.description.count).max() ?? 0 }
}

extension [String] {
  /// The lines of an evidence with two matrices one below the other where there is no room for them side by side:
  /// broken lines would mix their rows.
  func stacked(in width: Int) -> [String] {
    let middle = "   expected  "
    guard let start = firstIndex(where: { $0.contains("yours  ") && $0.contains(middle) }),
      let left = self[start].firstRange(of: "yours  "), let right = self[start].firstRange(of: middle)
    else { return self }
    let column = self[start][..<left.upperBound].count
    let margin = String(repeating: " ", count: column)
    let count = 1 + self[(start + 1)...].prefix { $0.hasPrefix(margin) && $0.count > column }.count
    let rows = self[start..<(start + count)]
    guard rows.contains(where: { $0.count > width }) else { return self }
    let yours = self[start][left.upperBound..<right.lowerBound].count
    let mine = rows.map { $0.dropFirst(column).prefix(yours) }
    let theirs = rows.map { $0.dropFirst(column + yours + middle.count) }
    let name = self[start][..<left.lowerBound].trimmingCharacters(in: .whitespaces)
    return self[..<start] + (name.isEmpty ? [] : [name]) + mine.headed("yours     ") + theirs.headed("expected  ")
      + self[(start + count)...]
  }
}

extension [Substring] {
  /// The rows with a word before the first and as much room before the others.
  fileprivate func headed(_ word: String) -> [String] {
    enumerated().map { ($0 == 0 ? word : String(repeating: " ", count: word.count)) + $1 }
  }
}
