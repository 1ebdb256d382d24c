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

  var block: WovenBlock {
    .exercise(
      WovenCode(
        exercise: exercise.id, place: place, code: code,
        checks: standing.examination.map {
          LessonReport($0, of: standing.lesson, checkout, .plain).details(of: exercise)
        },
        command: checkout.command("\(exercise.id)"),
        // Only what is right has numbers that are worth showing.
        numbers: standing.isRight(exercise) ? numbers : []))
  }

  private var region: Range<Int>? { source.region(of: exercise.outline) }

  private var place: String {
    guard let region else {
      if source.lines.allSatisfy(\.isEmpty) { return "\(source.file) is missing." }
      let name = source.file.split(separator: "/").last ?? ""
      guard let place = source.declaration(of: exercise.name) else {
        return "`\(exercise.name)` is not in [\(name)](\(links.target(source.file)))."
      }
      return "`\(exercise.name)` begins at \(links.link(to: place)), and where it ends cannot be told: "
        + "see the rest of the file below."
    }
    return links.link(
      to: source.declaration(of: exercise.name) ?? SourceLocation(file: source.file, line: region.lowerBound + 1))
  }

  private var code: String? { region.map { Self.outdented(source.lines[$0].filter { !Stubs.isMark($0) }) } }

  /// Lines without the spaces with which all of them begin.
  private static func outdented(_ lines: [Substring]) -> String {
    let margin = lines.filter { $0.contains { $0 != " " } }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(min(margin, $0.prefix { $0 == " " }.count))) }.joined(separator: "\n")
  }
}
