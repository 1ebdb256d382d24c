import LabKit
import Terminal

/// Draws a picture of what the functions of the lessons compute.
struct PlotCommand: LabCommand, Equatable {
  var name: PlotName?
  var seed: UInt64 = 1
  var folder: String?

  static var syntax: CommandSyntax<PlotCommand> {
    CommandSyntax(
      usage: "plot NAME [options]",
      summary: "Draws a picture of what your functions compute, in the terminal and as SVG:\n\n" + list,
      examples: ["plot activations", "plot boundary --seed 2"],
      options: [
        .seed(\.seed),
        .text("--out", "FOLDER", "where to put the picture; otherwise figures", \.folder),
      ],
      words: PlotName.allCases.map(\.rawValue),
      word: { word, command throws(UsageError) in
        if let name = command.name { throw UsageError("One picture at a time: '\(name.rawValue)' or '\(word)'?") }
        guard let name = PlotName(rawValue: word) else {
          let names = PlotName.allCases.map(\.rawValue).joined(separator: ", ")
          let question = Suggestion(for: word, among: PlotName.allCases.map(\.rawValue)).question
          throw UsageError("There is no picture '\(word)'.\(question) There are: \(names).")
        }
        command.name = name
      })
  }

  /// The names of all pictures and what is to be seen.
  static var list: String {
    twoColumns(
      PlotName.allCases.map(\.rawValue),
      PlotName.allCases.map { "\($0.summary) (\(LessonNumbers($0.lessons).brief))" })
  }

  var work: LabRequest.Command {
    get throws(UsageError) { .plot(try request) }
  }

  var request: PlotRequest {
    get throws(UsageError) {
      guard let name else {
        throw UsageError(
          "`plot` wants the name of a picture, for example: swift run course-check plot activations\n\(Self.list)")
      }
      var request = PlotRequest(name: name)
      request.seed = seed
      request.folder = folder ?? request.folder
      return request
    }
  }
}
