import CourseFiles
import Engine
import Reports
import Running
import Vocabulary

/// What a notebook shows of one exercise: the student's code, its checks, and numbers that it computes.
struct WovenExercise {
  let exercise: Exercise
  let standing: LessonStanding
  let source: LessonSource
  let checkout: Checkout
  let links: NotebookLinks
  let numbers: [DemonstratedCall]

  var text: String { [code, checks, table].compactMap { $0 }.joined(separator: "\n\n") }

  private var code: String {
    guard let region = source.region(of: exercise.outline) else {
      if source.lines.allSatisfy(\.isEmpty) { return "**Code** · \(source.file) is missing." }
      let name = source.file.split(separator: "/").last ?? ""
      guard let place = source.declaration(of: exercise.name) else {
        return "**Code** · `\(exercise.name)` is not in [\(name)](\(links.target(source.file)))."
      }
      return "**Code** · `\(exercise.name)` begins at \(links.link(to: place)), and where it ends cannot be told: "
        + "see the rest of the file below."
    }
    let declaration =
      source.declaration(of: exercise.name) ?? SourceLocation(file: source.file, line: region.lowerBound + 1)
    return "**Code** · \(links.link(to: declaration))\n\n"
      + MarkdownFence.block(MarkdownFence.outdented(source.lines[region].filter { !Stubs.isMark($0) }), "swift")
  }

  private var checks: String {
    guard let examination = standing.examination else {
      return "**Checks** · not checked, because the code does not compile: see the top of this page."
    }
    let report = LessonReport(examination, of: standing.lesson, checkout, .plain).details(of: exercise)
    return "**Checks**\n\n" + MarkdownFence.block(report, "text")
  }

  /// Only what is right has numbers that are worth showing.
  private var table: String? {
    guard standing.isRight(exercise), !numbers.isEmpty else { return nil }
    return "**Numbers** that this code computes\n\n| call | result |\n|---|---|\n"
      + numbers.map { "| \($0.call) | \($0.result) |" }.joined(separator: "\n")
  }
}

/// Blocks of code in Markdown.
enum MarkdownFence {
  /// The text between fences, which are longer than any in it.
  static func block(_ text: String, _ language: String) -> String {
    let longest = text.matches(of: /`+/).map(\.0.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\(language)\n\(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n")\(fence)"
  }

  /// Lines without the spaces with which all of them begin.
  static func outdented(_ lines: [Substring]) -> String {
    let margin = lines.filter { $0.contains { $0 != " " } }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(min(margin, $0.prefix { $0 == " " }.count))) }.joined(separator: "\n")
  }
}
