import CourseKit
import Tables
import Vocabulary

/// Says what a saved network thinks of the rows of a table: one line for each, as comma-separated values.
struct PredictCommand {
  let request: PredictRequest
  let lab: Lab

  func run() throws(DataError) {
    let model = try Model(path: request.modelPath)
    let file = try Table(
      path: request.table, label: request.label, columns: model.features, classes: model.classes)
    let probabilities = lab.functions.probabilities(of: file.values, model.parameters, model.hidden) { inputs in
      model.scaling?.scale(&inputs)
    }
    write(probabilities, classes: model.classes.map(Self.quoted))
    guard request.label != nil else { return }
    let labels = file.labels.matrix(at: 0..<file.values.rows, positive: model.classes[1])
    let accuracy = lab.functions.accuracy(probabilities, labels)
    lab.output.progress("accuracy \(NumberText.percent(accuracy)) on \(labels.rows) examples\n")
  }

  /// Writes the rows, some thousand at a time.
  private func write(_ probabilities: Matrix, classes: [String]) {
    lab.output.result("probability,class\n")
    for rows in (0..<probabilities.rows).slices {
      let lines = rows.map { row in
        let probability = probabilities[row, 0]
        return "\(Self.text(probability)),\(classes[probability >= 0.5 ? 1 : 0])\n"
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
