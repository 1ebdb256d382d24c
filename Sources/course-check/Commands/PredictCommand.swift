import LabKit
import Vocabulary

/// Asks a trained network about the rows of a table.
struct PredictCommand: LabCommand, Equatable {
  var modelPath: String?
  var table: String?
  var label: String?
  var format = TableFormat()

  static var syntax: CommandSyntax<PredictCommand> {
    CommandSyntax(
      usage: "predict --model FILE --csv FILE [--label COLUMN]",
      summary: """
        Says what a network that `train --save` kept thinks of the rows of a table:
        the probability of the second class, or with layers that of each, and the class,
        as comma-separated values. It needs \(LessonNumbers(LabRequest.Command.predict(PredictRequest()).lessons).inWords), or lessons 9 and 10
        with layers. With --label it also says how many are right.
        """,
      examples: ["predict --model flowers.json --csv new-flowers.csv"],
      options: [
        .text("--model", "FILE", "the network", \.modelPath),
        .text("--csv", "FILE", "the table; it must have the columns that the network learned from", \.table),
        .text("--label", "COLUMN", "the table's column with the right class", \.label),
        .separator(\.format.separator), .decimalMark(\.format.decimalMark),
      ])
  }

  func settled(_ work: LabRequest.Command, remark: (String) -> Void) throws(DataError) -> LabRequest.Command {
    guard case .predict(let request) = work else { return work }
    return .predict(try request.settled())
  }

  var work: LabRequest.Command {
    get throws(UsageError) { .predict(try request) }
  }

  var request: PredictRequest {
    get throws(UsageError) {
      guard let modelPath, let table else {
        let missing = modelPath == nil ? "--model FILE, which `train --save FILE` writes" : "--csv FILE"
        throw UsageError("`predict` needs \(missing). Example: swift run course-check \(Self.syntax.examples[0])")
      }
      var request = PredictRequest()
      request.modelPath = modelPath
      request.table = table
      request.label = label
      request.format = format
      return request
    }
  }
}
