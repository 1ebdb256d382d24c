import Building
import CourseFiles
import Engine
import Running
import Vocabulary

/// The verdicts as lines that an editor can jump to: FILE:LINE:COLUMN: error: what is wrong.
///
/// A failing check is an error at the exercise, or at the line that stopped; an exercise that is not started is a
/// warning at its TODO; one that waits for another is a note.
package struct EditorReport {
  private let checkout: Checkout

  /// Creates the report on lessons of a checkout.
  package init(in checkout: Checkout) {
    self.checkout = checkout
  }

  /// The lines on one lesson.
  package func lines(on standing: LessonStanding) -> [String] {
    let found =
      switch standing.result {
      case .failure(let failure): lines(of: failure, standing.lesson)
      case .success(let examination): lines(of: examination, standing.lesson)
      }
    let strays = standing.strayFiles.map { "\($0):1:1: warning: this file \(LessonFiles.strayRemark)" }
    return found + standing.warnings.map(\.text) + strays
  }

  private func lines(of failure: BuildFailure, _ lesson: Lesson) -> [String] {
    if failure.errors.isEmpty {
      let sentence = failure.sentence.split(separator: "\n").joined(separator: " ")
      return ["\(checkout.file(of: lesson.outline)):1:1: error: \(sentence)"]
    }
    return failure.errors.map(\.text)
  }

  /// One line for each exercise and kind of news: its first failure with a cause, its TODO, or what it waits for.
  private func lines(of examination: Examination, _ lesson: Lesson) -> [String] {
    lesson.exercises.compactMap { exercise in
      let verdicts = examination.verdicts(of: exercise.id)
      let declaration = checkout.declaration(of: exercise.name, in: lesson.outline)
      let name = "\(exercise.title)"
      if let location = verdicts.notStarted {
        return line(at: location, "warning", "\(name) is not started")
      }
      if let (_, verdict, finding) = verdicts.tellingFailure {
        let sentences = [finding.evidence.first, finding.diagnosis].compactMap { $0 }
        return line(
          at: finding.location ?? declaration, "error",
          "\(name), \(verdict.kind.rawValue): \(verdict.summary). \(sentences.joined(separator: " "))")
      }
      return verdicts.reasons.first.flatMap { line(at: declaration, "note", "\(name) waits: \($0)") }
    }
  }

  private func line(at location: SourceLocation?, _ severity: String, _ message: String) -> String? {
    guard let location else { return nil }
    let text = message.split(separator: "\n").joined(separator: " ")
    return "\(location.file):\(location.line):\(checkout.column(at: location)): \(severity): \(text)"
  }
}
