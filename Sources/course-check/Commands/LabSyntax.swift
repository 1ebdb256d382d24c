import LabKit

/// The words of `predict`.
struct PredictWords: Equatable {
  var modelPath: String?
  var table: String?
  var label: String?

  static var syntax: CommandSyntax<PredictWords> {
    CommandSyntax(
      usage: "predict --model FILE --csv FILE [--label COLUMN]",
      summary: """
        Says what a network that `train --save` kept thinks of the rows of a table:
        the probability of class 1, and the class, as comma-separated values.
        It needs lessons 1 and 3. With --label it also says how many are right.
        """,
      examples: ["predict --model flowers.json --csv new-flowers.csv"],
      options: [
        .text("--model", "FILE", "the network", \.modelPath),
        .text("--csv", "FILE", "the table; it must have the columns that the network learned from", \.table),
        .text("--label", "COLUMN", "the table's column with the right class", \.label),
      ])
  }

  var request: PredictRequest {
    get throws(UsageError) {
      guard let modelPath, let table else {
        let missing = modelPath == nil ? "--model FILE, which `train --save FILE` writes" : "--csv FILE"
        throw UsageError("`predict` wants \(missing). Example: swift run course-check \(Self.syntax.examples[0])")
      }
      var request = PredictRequest()
      request.modelPath = modelPath
      request.table = table
      request.label = label
      return request
    }
  }
}

/// The words of `experiment`.
struct ExperimentWords: Equatable {
  var name: String?
  var seeds: Int?
  var folder: String?

  static var syntax: CommandSyntax<ExperimentWords> {
    CommandSyntax(
      usage: "experiment [NAME] [options]",
      summary: """
        Runs an experiment of the course's documents again with your functions, and
        sets your figures beside theirs and beside a reference run's.
        Without a name it lists the experiments.
        """,
      examples: ["experiment", "experiment xor", "experiment width-depth --seeds 2"],
      options: [
        .count("--seeds", "how many seeds; otherwise as many as the reference run had", \.seeds, 1...1000),
        .text("--out", "FOLDER", "where to put the pictures; otherwise figures", \.folder),
      ],
      word: { word, words throws(UsageError) in
        guard words.name == nil else {
          throw UsageError("One experiment at a time: '\(words.name ?? "")' or '\(word)'?")
        }
        guard Experiment.named(word) != nil else {
          let names = Experiment.all.map(\.name).joined(separator: ", ")
          throw UsageError("There is no experiment '\(word)'. There are: \(names).")
        }
        words.name = word
      })
  }

  /// The request; nil if no experiment is named.
  var request: ExperimentRequest? {
    name.map { name in
      var request = ExperimentRequest(name: name, seeds: seeds)
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

/// The words of `plot`.
struct PlotWords: Equatable {
  var name: PlotName?
  var seed: UInt64 = 1
  var folder: String?

  static var syntax: CommandSyntax<PlotWords> {
    CommandSyntax(
      usage: "plot NAME [options]",
      summary: "Draws a picture of what your functions compute, in the terminal and as SVG:\n\n" + list,
      examples: ["plot activations", "plot boundary --seed 2"],
      options: [
        .seed(\.seed),
        .text("--out", "FOLDER", "where to put the picture; otherwise figures", \.folder),
      ],
      word: { word, words throws(UsageError) in
        if let name = words.name { throw UsageError("One picture at a time: '\(name.rawValue)' or '\(word)'?") }
        guard let name = PlotName(rawValue: word) else {
          let names = PlotName.allCases.map(\.rawValue).joined(separator: ", ")
          throw UsageError("There is no picture '\(word)'. There are: \(names).")
        }
        words.name = name
      })
  }

  /// The names of all pictures and what is to be seen.
  static var list: String {
    twoColumns(PlotName.allCases.map(\.rawValue), PlotName.allCases.map(\.summary))
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
