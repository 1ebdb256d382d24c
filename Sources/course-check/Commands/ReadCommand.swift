import CourseFiles
import Engine
import Figures
import Foundation
import Processes
import Terminal

/// Shows a lesson's page in the terminal.
struct ReadCommand: Command {
  var part: CoursePart?
  /// The section of the syllabus that is asked for.
  var section: Section?

  /// What the page that leads through the course has for every day.
  enum Section: String, CaseIterable {
    case card = "The card"
    case glossary = "Glossary"

    /// The words that ask for it: the card has what these types can do.
    var words: [String] {
      switch self {
      case .card: ["card", "matrix", "parameters", "gradients", "forwardcache", "dataset", "history", "layer"]
      case .glossary: ["glossary"]
      }
    }
  }

  static var syntax: CommandSyntax<ReadCommand> {
    CommandSyntax(
      usage: "read [LESSON | EXERCISE | card | glossary] [options]",
      summary: """
        Shows a lesson's page in the terminal, or the part of it about one exercise.
        Without a name it shows the page that leads through the course; `read card` shows
        what Matrix and the other given types can do. A page that is
        longer than the screen goes through PAGER, or else `less`: q leaves it.
        """,
      examples: ["read \(Example.lesson.name)", "read \(Example.exercise.name)", "read card"], options: [],
      isAboutLessons: false,
      words: Section.allCases.flatMap(\.words),
      word: { word, command throws(UsageError) in
        guard let section = Section.allCases.first(where: { $0.words.contains(word.lowercased()) }) else {
          if let section = command.section { throw severalPages(section.words[0], word) }
          return try CoursePart.take(word, into: &command.part)
        }
        if let other = command.section?.words[0] ?? command.part?.name { throw severalPages(other, word) }
        command.section = section
      })
  }

  private static func severalPages(_ first: String, _ second: String) -> UsageError {
    UsageError("One page at a time: '\(first)' or '\(second)'?")
  }

  func run(in workspace: Workspace) -> ExitCode {
    do throws(MissingPage) {
      let page = try Page(of: part?.lesson.outline, in: workspace.root)
      let exercise = part?.exercise.flatMap { Course.taught.exercise($0) }
      let whole = section.map { "## \($0.rawValue)\n" + page.readable.section($0.rawValue) } ?? page.readable.text
      guard let text = exercise.map({ page.readablePart(on: $0.id) }) ?? whole else {
        throw MissingPage(file: page.file, exercise: part?.exercise)
      }
      let folder = workspace.root.appending(path: page.file).deletingLastPathComponent()
      let layout = PageLayout(workspace.style) { file, width in
        PagePicture(file, in: folder)?.drawn(width: width, workspace.style)
      }
      Pager.write(layout.text(text), workspace.style) { name in Program.path(of: name) != nil }
      return .allPass
    } catch {
      workspace.style.write(error.sentence + "\n")
      return .kitFailed
    }
  }
}

/// A picture of a page, drawn anew from the numbers that lie beside it.
private struct PagePicture {
  private let picture: any Picture

  /// Reads the numbers of an SVG file; nil if there are none.
  init?(_ file: String, in folder: URL) {
    let numbers = folder.appending(path: file).deletingPathExtension().appendingPathExtension("json")
    guard let data = try? Data(contentsOf: numbers), let file = PictureFile(data) else { return nil }
    picture = file.picture
  }

  func drawn(width: Int, _ style: Style) -> String {
    let look = TerminalStyle(usesColor: style.isColoured, isASCII: style.isASCII)
    return picture.terminal(width: width, height: 16, style: look)
  }
}
