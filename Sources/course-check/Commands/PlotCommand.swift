import Engine
import LabKit
import Terminal

/// Draws pictures of what the functions of the lessons compute.
struct PlotCommand: LabCommand, Equatable {
  var names: [String] = []
  var seed: UInt64 = 1
  var folder: String?
  var writesNumbers = false

  static var syntax: CommandSyntax<PlotCommand> {
    CommandSyntax(
      usage: "plot NAME [options]",
      summary: """
        Draws a picture of what your functions compute, in the terminal and as SVG; with the
        name of a lesson, all pictures of its page:


        """ + list,
      examples: ["plot activations", "plot boundary --seed 2"],
      options: [
        .seed(\.seed),
        .text("--out", "FOLDER", "where to put the pictures; otherwise figures", \.folder),
        .flag("--numbers", "write the pictures' numbers as JSON beside them, too", \.writesNumbers),
      ],
      words: Plot.all.map(\.name) + Course.taught.lessons.filter { !$0.figures.isEmpty }.map { "lesson\($0.number)" },
      word: { word, command throws(UsageError) in
        if let name = command.names.first { throw UsageError("One name at a time: '\(name)' or '\(word)'?") }
        command.names = try names(word)
      })
  }

  /// The pictures that a word asks for: one, or all of a lesson.
  private static func names(_ word: String) throws(UsageError) -> [String] {
    if let plot = Plot.named(word) { return [plot.name] }
    if let lesson = CoursePart(word)?.lesson {
      if lesson.figures.isEmpty { throw UsageError("Lesson \(lesson.number) has no pictures.") }
      return lesson.figures
    }
    let names = Plot.all.map(\.name)
    let question = Suggestion(for: word, among: names).question
    throw UsageError("There is no picture '\(word)'.\(question) There are: \(names.joined(separator: ", ")).")
  }

  /// The names of all pictures and what is to be seen.
  static var list: String {
    let names = Plot.all.map(\.name)
    // Spaces that do not break keep the lessons' numbers on one line.
    let meanings = Plot.all.map { plot in
      "\(plot.summary) " + "(\(LessonNumbers(plot.lessons).brief))".replacing(" ", with: "\u{A0}")
    }
    let second = (names.map(\.count).max() ?? 0) + 2
    return twoColumns(names, meanings).wrapped(to: 100, hanging: String(repeating: " ", count: second))
      .replacing("\u{A0}", with: " ")
  }

  var work: LabRequest.Command {
    get throws(UsageError) { .plot(try request) }
  }

  var request: PlotRequest {
    get throws(UsageError) {
      guard !names.isEmpty else {
        throw UsageError(
          "`plot` needs the name of a picture, for example: swift run course-check plot activations\n\(Self.list)")
      }
      var request = PlotRequest(names)
      request.seed = seed
      request.folder = folder ?? request.folder
      request.writesNumbers = writesNumbers
      return request
    }
  }
}
