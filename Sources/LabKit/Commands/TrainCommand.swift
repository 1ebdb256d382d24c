import CourseKit
import Figures
import Foundation
import Tables
import Training
import Vocabulary

/// Trains a network on data and reports: a table, the curves, the boundary, and the model if it is wanted.
struct TrainCommand {
  let request: TrainRequest
  let lab: Lab

  func run() throws(DataError) {
    let setup = request.setup
    if let problem = setup.problem { throw DataError(problem) }
    let material = try Material(setup, checkout: lab.checkout)
    if let error = setup.tooManyClasses(material.classes) { throw error }
    if let path = request.modelPath { try KeptFiles.check(path) }
    try KeptFiles.check(folder: request.folder)
    let sizes = setup.layerSizes(features: material.features.count, classes: material.classes.count)
    lab.output.result(heading(material, sizes))
    var progress = ProgressLine(epochs: setup.epochs, display: lab.display, output: lab.output)
    let clock = ContinuousClock()
    var result: TrainingResult?
    let time = clock.measure {
      result = TrainingRun(setup, with: lab.functions).result(on: material.data) { epoch, history in
        progress.update(epoch, history)
        return LabProgram.isInterrupted
      }
    }
    progress.finish()
    guard let result else { return }
    // The time is no result: the same seed writes the same bytes to standard output.
    lab.output.progress("Trained for \(NumberText.fixed(time / .seconds(1), 2)) s.\n")
    let network = TrainedNetwork(network: setup.network, parameters: result.parameters, functions: lab.functions)
    lab.output.result(ending(of: result))
    guard result.epochs > 0 else { return }
    let measured = Measurement(of: network, on: material.data)
    lab.output.result(summary(of: result, measured, on: material.data))
    if result.end != .interrupted {
      let doubt = TrainingDoubt(setup: setup, data: material.data, functions: lab.functions)
      if let sentence = doubt.sentence(on: result, loss: measured.trainingLoss) { lab.output.result("\n" + sentence) }
    }
    try drawAndSave(result, network, measured, material)
  }

  private func heading(_ material: Material, _ sizes: [Int]) -> String {
    let setup = request.setup
    var method = "rate \(NumberText.significant(setup.learningRate)), batch "
    method += setup.batchSize <= 0 || setup.batchSize >= material.data.training.count ? "all" : "\(setup.batchSize)"
    if setup.lambda != 0 { method += ", L2 \(NumberText.significant(setup.lambda))" }
    if setup.weightDecay != 0 { method += ", decay \(NumberText.significant(setup.weightDecay))" }
    if setup.dropout != 0 { method += ", dropout \(NumberText.significant(setup.dropout))" }
    if setup.optimizer != .gradientDescent { method += ", \(setup.optimizer.kind.rawValue)" }
    for setting in TrainingSetup.Optimizer.settings {
      if let value = setting.value(setup) { method += " \(NumberText.significant(value))" }
    }
    if let stopping = setup.stopping { method += ", patience \(stopping.patience)" }
    let ending = setup.network.kind == .layers ? " and softmax" : ""
    return """
      \(material.description), seed \(setup.seed)\(material.remark.map { "\n" + $0 } ?? "")
      \(sizes.architecture) with \(setup.hidden.rawValue)\(ending): \(sizes.parameterCount) parameters · \(method)


      """
  }

  /// Why the training ended, if not after its last epoch, and which epoch's parameters count, if not the last one's.
  private func ending(of result: TrainingResult) -> String {
    guard result.epochs > 0 else { return "No epoch was trained.\n" }
    let kept = kept(of: result)
    switch result.end {
    case .epochs: return kept.map { "Ended after epoch \(result.epochs); \($0)\n" } ?? ""
    case .interrupted, .patience:
      return "Stopped after epoch \(result.epochs); \(kept ?? "what was learned so far is kept.")\n"
    case .diverged:
      return "The loss is no finite number any more after epoch \(result.epochs), so training stopped.\n"
        + (kept.map { "The network \($0)\n" } ?? "")
    }
  }

  /// Which epoch early stopping kept, and why; nil without it.
  private func kept(of result: TrainingResult) -> String? {
    guard request.setup.stopping != nil else { return nil }
    guard let best = result.bestEpoch else { return "kept the last epoch, as none was an improvement." }
    let losses = result.history.validationLoss
    // The epoch and the losses are the student's, and may not fit together.
    guard losses.indices.contains(best - 1) else { return "kept epoch \(best)." }
    let loss = losses[best - 1]
    let isLowest = losses.allSatisfy { !($0 < loss) }
    var text = "kept epoch \(best), whose validation loss "
    text += isLowest ? "\(NumberText.fixed(loss, 4)) was the lowest." : "was \(NumberText.fixed(loss, 4))."
    if best < losses.count { text += " The last one's was \(NumberText.fixed(losses[losses.count - 1], 4))." }
    return text
  }

  private func summary(
    of result: TrainingResult, _ measured: Measurement, on data: SplitData<ClassDataset>
  ) -> String {
    var table = TextTable(["", "training", "validation"])
    table.add(["loss", NumberText.fixed(measured.trainingLoss, 4), NumberText.fixed(measured.validationLoss, 4)])
    table.add([
      "accuracy", NumberText.percent(measured.trainingAccuracy), NumberText.percent(measured.validationAccuracy),
    ])
    table.add(["examples", "\(data.training.count)", "\(data.validation.count)"])
    // Lesson 6 measures where it takes part; where it does not, the Lab does, so that runs can be compared.
    let norm = lab.functions.weightNorm?(result.parameters) ?? result.parameters.weightNorm
    return table.text + "\(result.epochs) epoch\(result.epochs == 1 ? "" : "s") · "
      + "weight norm \(NumberText.significant(norm))\n"
  }

  private func drawAndSave(
    _ result: TrainingResult, _ network: TrainedNetwork, _ measured: Measurement, _ material: Material
  ) throws(DataError) {
    let pictures = Pictures(lab: lab, folder: request.folder)
    let curves = Figure.curves(result.history, bestEpoch: result.bestEpoch, stopEpoch: result.stopEpoch)
    pictures.show(curves)
    var figures: [(String, any Picture)] = [("train-curves", curves)]
    if material.features.count == 2, result.parameters.isFinite {
      let boundary = Boundary.figure(
        of: network, on: material.data, title: "Decision boundary", axes: material.features,
        classes: material.shownClasses, scaling: material.scaling)
      pictures.show(boundary, height: 22)
      figures.append(("train-boundary", boundary))
    }
    if request.setup.network.kind == .layers, result.parameters.isFinite {
      let confusion = Figure.confusion(
        title: "What the validation data are taken for", counts: measured.confusion, names: material.shownClasses)
      pictures.show(confusion, height: 22)
      figures.append(("train-confusion", confusion))
    }
    if request.setup.data == .digits, result.parameters.isFinite {
      let sheet = PictureSheet(misreadBy: network, of: material.data.validation)
      if sheet.tiles.isEmpty {
        lab.output.result("\n\(sheet.title)\n")
      } else {
        pictures.show(sheet.shortened(to: 12))
        figures.append(("train-misread", sheet))
      }
    }
    if !result.weightNorms.isEmpty {
      figures.append(("train-weight-norm", Figure.weightNorms([("‖W‖", result.weightNorms)])))
    }
    // The model first: it is what cannot be had again in a second.
    if let path = request.modelPath { try save(result, material, to: path) }
    try pictures.keep(figures)
  }

  private func save(_ result: TrainingResult, _ material: Material, to path: String) throws(DataError) {
    guard result.parameters.isFinite else {
      throw DataError(
        "The model was not saved: its weights are no finite numbers any more. What may help stands above.")
    }
    let model = Model(
      result.parameters, hidden: request.setup.hidden,
      output: Model.Output(request.setup.network.kind), features: material.features,
      classes: material.classes, scaling: material.scaling)
    guard let json = model.json else { throw DataError("The model could not be written as JSON.") }
    try KeptFiles(report: lab.output.result).write(Data(json), to: path) { _ in false }
    lab.output.result(
      "\nModel: \(path)\nUse it: swift run course-check predict --model \(path) --csv FILE\n")
  }
}

extension Parameters {
  /// The root of the sum of the squares of all weights, as lesson 6 has it.
  var weightNorm: Double { weights.reduce(0) { $1.elements.reduce($0) { $0 + $1 * $1 } }.squareRoot() }

  /// Whether every number is finite.
  var isFinite: Bool { (weights + biases).allSatisfy { $0.elements.allSatisfy(\.isFinite) } }
}
