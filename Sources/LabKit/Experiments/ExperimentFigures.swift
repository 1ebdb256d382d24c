import Contract
import CourseKit
import Figures
import Training
import Vocabulary

/// The pictures of an experiment: its figures side by side, and what its first runs looked like.
struct ExperimentFigures {
  let experiment: Experiment
  let runs: [[FinishedRun]]
  let firstSeed: UInt64

  init(_ experiment: Experiment, _ runs: [[FinishedRun]], firstSeed: UInt64) {
    self.experiment = experiment
    self.runs = runs
    self.firstSeed = firstSeed
  }

  /// The pictures with the ends of their files' names.
  var all: [(name: String, figure: Figure)] {
    var figures: [(name: String, figure: Figure)] = []
    if let comparison { figures.append(("comparison", comparison)) }
    if experiment.name == Experiment.hiddenSpace.name, let picture = hiddenSpace { figures.append(("space", picture)) }
    if experiment.name == Experiment.earlyStopping.name, let run = runs.first?.first {
      figures.append(("curves", .curves(run.result.history, bestEpoch: run.result.lowestEpoch)))
    } else {
      figures.append(("curves", lossCurves))
    }
    if experiment.name == Experiment.l2.name {
      let norms = zip(experiment.variants, runs).map { ($0.label, $1.first?.result.weightNorms ?? []) }
      figures.append(("weight-norm", .weightNorms(norms)))
    }
    return figures
  }

  /// The first quantity with a reference, or the first of all: ours beside the reference.
  private var comparison: Figure? {
    let first = experiment.variants[0]
    let quantities = first.measures.map(\.quantity)
    guard
      let quantity = quantities.first(where: { experiment.reference(of: $0, in: first) != nil }) ?? quantities.first
    else { return nil }
    let entries = zip(experiment.variants, runs).map { variant, runs in
      (
        label: variant.label, ours: Spread(of: runs.map(quantity.value)).interval,
        reference: experiment.reference(of: quantity, in: variant)?.interval
      )
    }
    return .comparison(title: experiment.title, axis: quantity.name, entries: entries)
  }

  /// The training loss of each variant's first run.
  private var lossCurves: Figure {
    let lines = zip(experiment.variants, runs).map { variant, runs in
      Mark.line(
        name: variant.label,
        points: (runs.first?.result.history.trainingLoss ?? []).enumerated().map {
          Point(Double($0.offset + 1), $0.element)
        })
    }
    return Figure(
      experiment.title,
      panels: [
        Panel(
          title: "Training loss, seed \(firstSeed)", x: Axis("epoch"), y: Axis("loss", isLogarithmic: true),
          marks: lines)
      ])
  }

  /// The hidden space of the first seed that solves XOR.
  private var hiddenSpace: Figure? {
    guard let run = runs.joined().first(where: { $0.result.history.trainingAccuracy.last == 1 }) else { return nil }
    return HiddenSpace.figure(of: run)
  }
}

/// The plane of two hidden units, in which the last layer draws a line.
enum HiddenSpace {
  /// The exercises that draw it.
  static let exercises: Set<ExerciseID> = [Lesson3.forward.exercise]

  /// Draws a run of a network whose last hidden layer has two units.
  static func figure(of run: FinishedRun) -> Figure {
    let parameters = run.result.parameters
    let cache = run.functions.forward(run.data.training.features, parameters, run.setup.hidden)
    let hidden = cache.activations[cache.activations.count - 2]
    let last = parameters.weights.count - 1
    let weights = parameters.weights[last].elements
    return .hiddenSpace(
      inputs: Dataset(run.data.training), hidden: hidden,
      separator: (weights[0], weights[1], parameters.biases[last][0, 0]))
  }
}
