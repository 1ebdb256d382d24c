import CourseFiles
import Engine
import Foundation
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
  /// The drawn pictures as SVG, by name.
  let drawn: [String: String]
  private var lesson: Lesson { standing.lesson }
  private var source: LessonSource { LessonSource(lesson.outline, in: checkout) }

  var section: WovenSection {
    let blocks = page.parts.flatMap { part in
      switch part {
      case .prose(let prose): withOwnPictures(prose)
      case .summary: summary
      case .report: [report]
      case .exercise(let number): entry(number)
      }
    }
    return WovenSection(
      name: "lesson\(lesson.number)", page: links.target(Page.file(of: lesson.folder)), blocks: blocks)
  }

  private var summary: [WovenBlock] {
    let file = checkout.file(of: lesson.outline)
    let link = "The code is [\(file)](\(links.target(file)))."
    guard case .failure(let failure) = standing.result else {
      let sentence = "> **\(standing.count.prefix(1).uppercased() + standing.count.dropFirst()).** \(link)"
      return [.prose(sentence, name: "summary")]
    }
    return [
      .prose("> **It does not compile, so nothing could be checked.** \(link)", name: "summary"),
      .output(
        failure.sentence + "\n" + FailedBuildReport.list(failure.errors, checkout), name: "failure",
        command: checkout.command("lesson\(lesson.number)")),
    ]
  }

  private var report: WovenBlock {
    let text =
      switch standing.result {
      case .success(let examination):
        LessonReport(examination, of: lesson, checkout, .plain).brief
      case .failure(let failure):
        FailedBuildReport(failure, of: standing, checkout, .plain).text
      }
    return .output(text, name: "report", command: checkout.command("lesson\(lesson.number)"))
  }

  private func entry(_ id: ExerciseID) -> [WovenBlock] {
    guard let exercise = lesson.exercises.first(where: { $0.id == id }) else { return [] }
    let block = WovenExercise(
      exercise: exercise, standing: standing, source: source, checkout: checkout, links: links,
      numbers: numbers[id] ?? []
    ).block
    return id == lesson.exercises.last?.id ? [block, rest].compactMap { $0 } : [block]
  }

  /// What the file holds beside the exercises: helper functions, and what is given.
  private var rest: WovenBlock? {
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
    let name = lesson.file.split(separator: "/").last ?? ""
    return .folded(title: "The rest of \(name)", code: lines.joined(separator: "\n"))
  }

  /// The text with the page's pictures as the student's own code draws them.
  private func withOwnPictures(_ prose: String) -> [WovenBlock] {
    var blocks: [WovenBlock] = []
    var text: [Substring] = []
    var isCode = false
    func endText() {
      let lines = text.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
      if !lines.isEmpty { blocks.append(.prose(lines.joined(separator: "\n"))) }
      text = []
    }
    for line in prose.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isCode.toggle() }
      if !isCode, let match = line.wholeMatch(of: /!\[(.*)\]\(([^)\s]+)\)/) {
        endText()
        blocks.append(.picture(picture(String(match.1), file: String(match.2))))
      } else {
        text.append(line)
      }
    }
    endText()
    return blocks
  }

  private func picture(_ words: String, file: String) -> WovenPicture {
    let name = String(file.split(separator: "/").last?.prefix { $0 != "." } ?? "")
    let pagePicture = "Lessons/\(lesson.folder)/pictures/\(name).svg"
    let own = links.target(pagePicture) == file ? pictures.first { $0.picture.name == name } : nil
    if let own, own.problem == nil {
      return WovenPicture(
        name: name, words: words, file: own.picture.file, origin: checkout.command("plot \(name)"), svg: drawn[name])
    }
    let svg = try? String(contentsOf: checkout.root.appending(path: pagePicture), encoding: .utf8)
    return WovenPicture(
      name: name, words: words, file: file, origin: pagePicture, svg: svg,
      remark: own?.problem.map { "This is the picture of the page. Your own is not drawn yet, because \($0)." })
  }
}
