import Contract
import CourseKit
import Figures
import Tables
import Training
import Vocabulary

/// The picture of what a network says about every point of the plane.
enum Boundary {
  /// The exercises that draw it.
  static func exercises(of setup: TrainingSetup) -> Set<ExerciseID> {
    TrainedNetwork.exercises(of: setup.network.kind, hasHiddenLayers: !setup.hiddenUnits.isEmpty)
      .union(NetworkOutput.exercisesOfProbabilities(of: setup.network.kind))
  }

  /// Draws it around examples of two features.
  ///
  /// - Parameters:
  ///   - network: what is asked.
  ///   - data: the examples, scaled as the network wants them.
  ///   - title: the picture's title.
  ///   - axes: the names of both features.
  ///   - classes: the names of the classes.
  ///   - scaling: how the features were scaled; the picture shows them as they were.
  ///   - side: how many points the background's grid has along each axis.
  ///   - examples: how many of the examples are drawn, at most.
  static func figure(
    of network: TrainedNetwork, on data: SplitData<ClassDataset>, title: String, axes: [String] = ["x1", "x2"],
    classes: [String] = ["class 0", "class 1"], scaling: Scaling? = nil, side: Int = 60, examples: Int = 1000
  ) -> Figure {
    func unscaled(_ data: ClassDataset) -> ClassDataset {
      var data = data
      data.features = scaling?.unscaled(data.features) ?? data.features
      return data
    }
    let training = unscaled(data.training)
    let validation = data.validation == data.training ? nil : unscaled(data.validation)
    let all = [training, validation].compactMap { $0 }
    let xRange = range(of: all, column: 0)
    let yRange = range(of: all, column: 1)
    func probabilities(_ points: Matrix) -> Matrix {
      network.output(for: points) { scaling?.scale(&$0) }.probabilities
    }
    var figure: Figure
    switch network.network {
    case .binary:
      figure = .boundary(
        title: title, data: Dataset(training), validation: validation.map { Dataset($0) }, names: classes,
        field: Field(xRange: xRange, yRange: yRange, rows: side, columns: side, probabilities: probabilities),
        atMost: examples)
    case .layers:
      figure = .boundary(
        title: title, data: training, validation: validation, names: classes,
        regions: ClassRegions(
          xRange: xRange, yRange: yRange, rows: side, columns: side, probabilities: probabilities),
        atMost: examples)
    }
    for index in figure.panels.indices {
      figure.panels[index].xAxis.title = axes[0]
      figure.panels[index].yAxis.title = axes[1]
    }
    return figure
  }

  /// Draws what several networks say about the plane, a panel each, around the examples that they learned from.
  static func figure(
    title: String, _ runs: [(name: String, run: FinishedRun)], side: Int
  ) -> Figure {
    let panels = runs.flatMap { name, run in
      let learned = SplitData(training: run.data.training, validation: run.data.training)
      return figure(of: run.network, on: learned, title: title, side: side).panels.map { panel in
        var panel = panel
        panel.title = name
        return panel
      }
    }
    return Figure(title, panels: panels)
  }

  /// From the smallest to the largest value, and a little more.
  private static func range(of sets: [ClassDataset], column: Int) -> ClosedRange<Double> {
    var lowest = Double.infinity
    var highest = -Double.infinity
    for set in sets {
      for row in 0..<set.count {
        lowest = min(lowest, set.features[row, column])
        highest = max(highest, set.features[row, column])
      }
    }
    let margin = max((highest - lowest) * 0.08, 0.1)
    return (lowest - margin)...(highest + margin)
  }
}
