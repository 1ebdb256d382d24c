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
      let result = run.result
      figures.append(
        (
          "curves",
          .curves(
            result.history, title: "Seed \(firstSeed): where it ends, and what it keeps", bestEpoch: result.lowestEpoch,
            stopEpoch: result.stopEpoch)
        ))
    } else {
      figures.append(("curves", curves))
    }
    if let boundaries { figures.append(("boundaries", boundaries)) }
    if experiment.name == Experiment.l2.name {
      let norms = zip(experiment.variants, runs).map { ($0.label, $1.first?.result.weightNorms ?? []) }
      figures.append(("weight-norm", .weightNorms(norms)))
    }
    return figures
  }

  /// The quantity that answers the question: ours beside the reference.
  private var comparison: Figure? {
    let first = experiment.variants[0]
    let quantities = first.measures.map(\.quantity)
    let measured = quantities.first { experiment.reference(of: $0, in: first) != nil } ?? quantities.first
    guard let quantity = experiment.answer ?? measured else { return nil }
    let entries = zip(experiment.variants, runs).map { variant, runs in
      (
        label: variant.label, ours: Spread(of: runs.map(quantity.value)).interval,
        reference: experiment.reference(of: quantity, in: variant)?.interval
      )
    }
    return .comparison(title: experiment.title, axis: quantity.name, areShares: quantity.isShare, entries: entries)
  }

  /// Each variant's first run, epoch by epoch, in as many panels as the question needs.
  private var curves: Figure {
    Figure(
      experiment.title, caption: "The run of each with seed \(firstSeed)",
      panels: experiment.curves.map { curve in
        let lines = zip(experiment.variants, runs).map { variant, runs in
          let values = (runs.first?.result.history).map(curve.values) ?? []
          return Mark.line(
            name: variant.label, points: values.enumerated().map { Point(Double($0.offset + 1), $0.element) })
        }
        return Panel(
          title: curve.name, x: Axis("epoch"),
          y: Axis(curve.areShares ? "share" : "loss", isLogarithmic: !curve.areShares), marks: lines)
      })
  }

  /// What each variant's first run says of the plane; nil if that is no question here.
  private var boundaries: Figure? {
    guard experiment.showsBoundaries else { return nil }
    let pictures = zip(experiment.variants, runs).compactMap { variant, runs in
      runs.first.map { run in (variant.label, Boundary.figure(of: run.network, on: run.data, title: "")) }
    }
    let panels = pictures.compactMap { label, picture in
      picture.panels.first.map { panel in
        var panel = panel
        panel.title = label
        return panel
      }
    }
    return Figure(
      experiment.title, caption: "The run of each with seed \(firstSeed), and its training data", panels: panels)
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
