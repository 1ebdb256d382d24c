import CourseFiles
import Terminal

/// A student's version of an exercise beside the reference's, line by line.
package struct DiffReport {
  let comparison: ReferenceComparison
  let style: Style

  package init(comparison: ReferenceComparison, style: Style) {
    self.comparison = comparison
    self.style = style
  }

  package var text: String {
    let name = comparison.exercise.title
    if comparison.isSame { return "\(name) reads like the reference.\n" }
    return style.paint(name, .bold) + "\n" + comparison.lines.lines.map(text).joined()
  }

  /// A line with a sign before it: `-` for the student's, `+` for the reference's.
  private func text(of line: LineComparison.Line) -> String {
    switch line.side {
    case .first: style.paint("- " + line.text, .red) + "\n"
    case .second: style.paint("+ " + line.text, .green) + "\n"
    case .both: line.text.isEmpty ? "\n" : "  " + line.text + "\n"
    }
  }
}
