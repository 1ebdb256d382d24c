import CourseKit
import Tables
import Vocabulary

/// Says what a saved network thinks of the rows of a table: one line for each, as comma-separated values.
///
/// A binary network gives the probability of its second class, layers that of each class.
struct PredictCommand {
  let request: PredictRequest
  let lab: Lab

  func run() throws(DataError) {
    let model = try Model(path: request.modelPath)
    let choice = ColumnChoice(
      label: request.label.map(ColumnChoice.LabelChoice.named) ?? .none, numbers: .ofModel(model.features))
    let file = try Table(path: request.table, format: request.format, choice, classes: model.classes)
    for remark in file.remarks { lab.output.progress("\(request.table): \(remark)\n") }
    let network = TrainedNetwork(network: model.network, parameters: model.parameters, functions: lab.functions)
    let output = network.output(for: file.values) { model.scaling?.scale(&$0) }
    write(output, of: model)
    guard request.label != nil else { return }
    let classes = file.labels.numbers(at: 0..<file.values.rows, among: model.classes)
    lab.output.progress(
      "accuracy \(NumberText.percent(output.accuracy(classes))) on \(classes.count) examples\n")
  }

  /// Writes the rows, some thousand at a time.
  private func write(_ output: NetworkOutput, of model: Model) {
    let (probabilities, classes) = (output.probabilities, output.classes)
    let names = model.classes.map(Self.quoted)
    let asked = model.output == .sigmoid ? model.classes.suffix(1) : model.classes[...]
    let columns = asked.map { Self.quoted("probability of \($0)") }
    lab.output.result((columns + ["class"]).joined(separator: ",") + "\n")
    for rows in (0..<probabilities.rows).slices {
      let lines = rows.map { row in
        var line = ""
        for column in 0..<probabilities.columns { line += Self.text(probabilities[row, column]) + "," }
        return line + names[classes[row]] + "\n"
      }
      lab.output.result(lines.joined())
    }
  }

  /// A probability with six digits after the point.
  static func text(_ probability: Double) -> String {
    guard (0...1).contains(probability) else { return NumberText.fixed(probability, 6) }
    // As millionths after a 1 that keeps the zeros: a million times the C library's way would take seconds.
    let digits = String(1_000_000 + Int((probability * 1e6).rounded()))
    return (digits.first == "1" ? "0." : "1.") + digits.dropFirst()
  }

  /// A field of comma-separated values.
  private static func quoted(_ text: String) -> String {
    text.contains { $0 == "," || $0 == "\"" || $0.isNewline } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
