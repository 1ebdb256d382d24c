import CourseKit

/// Says what a saved network thinks of the rows of a table: one line for each, as comma-separated values.
struct PredictCommand {
  let request: PredictRequest
  let lab: Lab

  func run() throws(DataError) {
    let model = try Model(path: request.modelPath)
    let file = try CSVFile(
      path: request.table, label: request.label, columns: model.features, classes: model.classes)
    let inputs = model.scaling?.scaled(file.values) ?? file.values
    let probabilities = lab.functions.forward(inputs, model.parameters, model.hidden).probabilities
    var text = "probability,class\n"
    for row in 0..<probabilities.rows {
      let probability = probabilities[row, 0]
      text += "\(NumberText.fixed(probability, 6)),\(Self.quoted(model.classes[probability >= 0.5 ? 1 : 0]))\n"
    }
    lab.output.result(text)
    guard request.label != nil else { return }
    let labels = Matrix(
      rows: file.labels.count, columns: 1, elements: file.labels.map { $0 == model.classes[1] ? 1 : 0 })
    let accuracy = lab.functions.accuracy(probabilities, labels)
    lab.output.progress("accuracy \(NumberText.percent(accuracy)) on \(labels.rows) examples\n")
  }

  /// A field of comma-separated values.
  private static func quoted(_ text: String) -> String {
    text.contains { $0 == "," || $0 == "\"" || $0.isNewline } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
