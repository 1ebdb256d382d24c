import CourseFiles
import RegexBuilder

/// A solution as the wrong versions in `Tests/StudentCode` call it: all lessons in one module, nothing public, no marks.
enum SolutionCopy {
  /// Where the copy of a lesson's solution lies.
  static func path(of lesson: Int) -> String { "Tests/StudentCode/Copies/Lesson\(lesson)Copies.swift" }

  /// Returns the copy of a solution.
  ///
  /// - Parameters:
  ///   - source: the text of the solution.
  ///   - lesson: its number.
  ///   - topics: the names of all lessons' modules.
  static func text(of source: String, lesson: Int, topics: [String]) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let code = lines.drop { $0.hasPrefix("//") || $0.isEmpty }
    var copy = [
      "// The solution of lesson \(lesson), for the versions that call it: written by Scripts/make-lessons.", "",
    ]
    var isSummary = true
    for line in code where !topics.contains(where: { line == "import \($0)" }) {
      let text = line.drop { $0 == " " }
      if Stubs.isMark(text) { continue }
      // Of a comment the first paragraph will do.
      if !text.hasPrefix("///") { isSummary = true } else if text == "///" { isSummary = false }
      if isSummary { copy.append(inOneModule(line, topics)) }
    }
    return copy.joined(separator: "\n")
  }

  /// A line without `public`, in which a module's name is that of the tests' module.
  private static func inOneModule(_ line: String, _ topics: [String]) -> String {
    topics.reduce(line.replacing("public ", with: "")) { line, topic in
      // Not the `Activations.` of `preActivations.map`.
      let qualifier = Regex {
        Anchor.wordBoundary
        topic
        "."
      }
      return line.replacing(qualifier.wordBoundaryKind(.simple), with: "StudentCode.")
    }
  }
}
