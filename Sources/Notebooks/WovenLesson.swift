import CourseFiles
import Engine
import Reports
import Running
import Vocabulary

/// One lesson's notebook: its page, with what the student has made of it at each place.
struct WovenLesson {
  let page: LessonPage
  let standing: LessonStanding
  let checkout: Checkout
  let links: NotebookLinks
  /// What each exercise computes on the example of its page.
  let numbers: [ExerciseID: [DemonstratedCall]]
  /// Each picture, and what it waits for; nil if it is drawn.
  let pictures: [(picture: NotebookPicture, problem: String?)]
  private var lesson: Lesson { standing.lesson }
  private var source: LessonSource { LessonSource(lesson.outline, in: checkout) }

  var text: String {
    page.parts.map { part in
      switch part {
      case .prose(let prose): withOwnPictures(prose)
      case .summary: summary
      case .report: report
      case .exercise(let number): entry(number)
      }
    }.joined(separator: "\n\n") + "\n"
  }

  private var summary: String {
    let file = checkout.file(of: lesson.outline)
    let link = "The code is [\(file)](\(links.target(file)))."
    guard case .failure(let failure) = standing.result else {
      return "> **\(standing.count.prefix(1).uppercased() + standing.count.dropFirst()).** \(link)"
    }
    return "> **It does not compile, so nothing could be checked.** \(link)\n\n"
      + MarkdownFence.block(failure.sentence + "\n" + FailedBuildReport.list(failure.errors, checkout), "text")
  }

  private var report: String {
    let text =
      switch standing.result {
      case .success(let examination):
        LessonReport(examination, of: lesson, checkout, .plain).brief
      case .failure(let failure):
        FailedBuildReport(failure, of: standing, checkout, .plain).text
      }
    return MarkdownFence.block(text, "text")
  }

  private func entry(_ id: ExerciseID) -> String {
    guard let exercise = lesson.exercises.first(where: { $0.id == id }) else { return "" }
    let text = WovenExercise(
      exercise: exercise, standing: standing, source: source, checkout: checkout, links: links,
      numbers: numbers[id] ?? []
    ).text
    return id == lesson.exercises.last?.id ? [text, rest].compactMap { $0 }.joined(separator: "\n\n") : text
  }

  /// What the file holds beside the exercises: helper functions, and what is given.
  private var rest: String? {
    var lines: [Substring] = []
    var index = 0
    let regions = lesson.exercises.compactMap { exercise in source.region(of: exercise.outline).map { (exercise, $0) } }
    for (exercise, region) in regions.sorted(by: { $0.1.lowerBound < $1.1.lowerBound }) where region.lowerBound >= index
    {
      lines += source.lines[index..<region.lowerBound]
      let margin = source.lines[region.lowerBound].prefix { $0 == " " }
      lines.append("\(margin)// \(exercise.title) stands above.")
      index = region.upperBound
    }
    lines += source.lines[index...]
    // Imports and comments alone tell nothing.
    let isTelling = { (line: Substring) in
      let text = line.drop { $0 == " " || $0 == "\t" }
      return !text.isEmpty && !text.hasPrefix("//") && !text.hasPrefix("import ")
    }
    guard lines.contains(where: isTelling) else { return nil }
    let text = lines.joined(separator: "\n")
    let name = lesson.file.split(separator: "/").last ?? ""
    return "<details><summary>The rest of \(name)</summary>\n\n\(MarkdownFence.block(text, "swift"))\n\n</details>"
  }

  /// The page's pictures as the student's own code draws them.
  private func withOwnPictures(_ prose: String) -> String {
    var prose = prose
    for (picture, problem) in pictures {
      let file = links.target("Lessons/\(lesson.folder)/pictures/\(picture.name).svg")
      guard let link = prose.firstRange(of: "](\(file))") else { continue }
      if let problem {
        let remark = "\n\n*This is the picture of the page. Your own is not drawn yet, because \(problem).*"
        prose.insert(contentsOf: remark, at: link.upperBound)
      } else {
        prose.replaceSubrange(link, with: "](\(picture.file))")
      }
    }
    return prose
  }
}
