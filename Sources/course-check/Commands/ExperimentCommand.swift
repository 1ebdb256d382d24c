import LabKit
import Terminal

/// Runs an experiment of the course's documents again, or lists them.
struct ExperimentCommand: Command, Equatable {
  var name: String?
  var seeds: Int?
  var firstSeed: Int?
  var folder: String?

  static var syntax: CommandSyntax<ExperimentCommand> {
    CommandSyntax(
      usage: "experiment [NAME] [options]",
      summary: """
        Runs an experiment of the course's documents again with your functions, and
        sets your figures beside theirs and beside a reference run's.
        Without a name it lists the experiments.
        """,
      examples: ["experiment", "experiment xor", "experiment width-depth --seeds 2", "experiment l2 --first-seed 21"],
      options: [
        .number("--seeds", "how many seeds; otherwise as many as the reference run had", .whole(1...1000)) {
          $1.seeds = Int($0)
        },
        .number("--first-seed", "the first of the seeds; otherwise 1, as on the pages", .whole(0...1_000_000)) {
          $1.firstSeed = Int($0)
        },
        .text("--out", "FOLDER", "where to put the pictures; otherwise figures", \.folder),
      ],
      words: Experiment.all.map(\.name),
      word: { word, command throws(UsageError) in
        guard command.name == nil else {
          throw UsageError("One experiment at a time: '\(command.name ?? "")' or '\(word)'?")
        }
        guard Experiment.named(word) != nil else {
          let names = Experiment.all.map(\.name).joined(separator: ", ")
          let question = Suggestion(for: word, among: Experiment.all.map(\.name)).question
          throw UsageError("There is no experiment '\(word)'.\(question) There are: \(names).")
        }
        command.name = word
      })
  }

  /// Runs the experiment, or lists those there are.
  func run(in workspace: Workspace) -> ExitCode {
    guard let request else {
      workspace.style.write(Self.list)
      return .allPass
    }
    return LabWork(.experiment(request), in: workspace).run()
  }

  /// The request; nil if no experiment is named.
  var request: ExperimentRequest? {
    name.map { name in
      var request = ExperimentRequest(name: name, seeds: seeds, firstSeed: UInt64(firstSeed ?? 1))
      request.folder = folder ?? request.folder
      return request
    }
  }

  /// The names of all experiments and their questions.
  static var list: String {
    twoColumns(Experiment.all.map(\.name), Experiment.all.map(\.title))
      + "\n\nRun one: swift run course-check experiment xor\n"
  }
}
