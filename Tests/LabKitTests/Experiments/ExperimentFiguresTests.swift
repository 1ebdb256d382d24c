import CourseKit
import Figures
import Testing
import Training

@testable import LabKit

@Suite("The pictures of an experiment")
struct ExperimentFiguresTests {
  /// An experiment's first runs, trained for a moment and without hidden layers.
  private static func figures(_ experiment: Experiment) -> [(name: String, figure: Figure)] {
    let runs = experiment.variants.map { variant in
      var setup = variant.setup
      (setup.epochs, setup.hiddenUnits, setup.regularizers) = (5, [], [])
      let data = variant.split(seed: 1)
      return [FinishedRun(setup, on: data, with: LogisticRegression.functions) { _, _ in false }]
    }
    return ExperimentFigures(experiment, runs, firstSeed: 1).all
  }

  @Test("about noise show the boundary of the first run of each variant")
  func boundaries() throws {
    let figure = try #require(Self.figures(.noise).first { $0.name == "boundaries" }).figure
    #expect(figure.panels.map(\.title) == ["noise 0.10", "noise 0.24", "noise 0.44"])
    for panel in figure.panels {
      guard case .field? = panel.marks.first else {
        Issue.record("\(panel.title) has no field")
        continue
      }
    }
    #expect(Experiment.noise.exercises.isSuperset(of: Boundary.exercises(of: TrainingSetup())))
  }

  @Test("show the validation loss where the question is what is learned by heart")
  func validation() throws {
    for experiment in [Experiment.l2, .widthAndDepth, .noise, .baseline, .momentum] {
      let figure = try #require(Self.figures(experiment).first { $0.name == "curves" }).figure
      #expect(figure.panels.map(\.title) == ["Training loss", "Validation loss"])
      #expect(figure.panels.allSatisfy { $0.marks.count == experiment.variants.count })
    }
    #expect(Experiment.dropout.curves.map(\.name) == ["Training loss", "Validation loss"])
    #expect(Experiment.smallest.curves.map(\.name) == ["Validation accuracy"])
    // Without examples that were held out there is nothing to validate on.
    for experiment in Experiment.all where experiment.variants.contains(where: { $0.heldOut == .none }) {
      #expect(experiment.curves.map(\.name) == ["Training loss"])
    }
  }

  @Test("compare shares between 0 and 1, and what is none as it is")
  func shares() throws {
    for experiment in Experiment.all {
      for measure in experiment.variants.flatMap(\.measures) {
        let isShare = measure.quantity.name.contains(/accuracy|share|prediction/)
        #expect(measure.quantity.isShare == isShare, "\(measure.quantity.name)")
      }
    }
    let noise = try #require(Self.figures(.noise).first { $0.name == "comparison" }).figure
    #expect(noise.panels[0].xAxis.title == "validation accuracy" && noise.panels[0].xAxis.range == 0...1)
    let l2 = try #require(Self.figures(.l2).first { $0.name == "comparison" }).figure
    #expect(l2.panels[0].xAxis.title == "weight norm" && l2.panels[0].xAxis.range == nil)
  }

  @Test("about early stopping name the epoch that is kept and the one that stops")
  func stopping() {
    var history = History()
    history.trainingLoss = [3, 2, 1]
    history.validationLoss = [3, 2, 4]
    let figure = Figure.curves(history, bestEpoch: 2, stopEpoch: 3)
    let names = figure.panels[0].marks.compactMap { if case .rule(let name, _) = $0 { name } else { nil } }
    #expect(names == ["kept: epoch 2", "stop: epoch 3"])
  }
}
