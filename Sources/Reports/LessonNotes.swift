import Building
import CourseFiles
import Running

/// What stands below the verdicts on a lesson: what its code printed, what the compiler warns of in it, and files that no
/// build looks at.
package struct LessonNotes {
  private let standing: LessonStanding

  private static let shownWarnings = 5

  /// Creates the notes on a lesson.
  package init(on standing: LessonStanding) {
    self.standing = standing
  }

  /// The lines; none if there is nothing to say.
  package func text(_ checkout: Checkout) -> String {
    (standing.prints?.report ?? "") + warnings(checkout) + LessonFiles.remark(on: standing.strayFiles)
  }

  /// The warnings with their lines: often the reason for a wrong answer, as code that never runs.
  private func warnings(_ checkout: Checkout) -> String {
    let text = standing.warnings.prefix(Self.shownWarnings).map { $0.lines(in: checkout) }.joined()
    let rest = standing.warnings.count - Self.shownWarnings
    return rest > 0 ? text + "  and \(rest) more warning\(rest == 1 ? "" : "s").\n" : text
  }
}

extension PrintedText {
  /// What to say about it; empty if nothing was printed.
  package var report: String {
    guard !lines.isEmpty else { return "" }
    return "  Your code printed \(byteCount) bytes, beginning with:\n" + lines.map { "      \($0)\n" }.joined()
  }
}
