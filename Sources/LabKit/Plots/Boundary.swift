import Contract
import CourseKit
import Figures
import Tables
import Training
import Vocabulary

/// The picture of what a network says about every point of the plane.
enum Boundary {
  /// The exercises that draw it.
  static let exercises: Set<ExerciseID> = [Lesson3.forward.exercise]

  /// Draws it around the data.
  static func figure(
    of parameters: Parameters, hidden: HiddenActivation, on data: SplitData, title: String,
    axes: [String] = ["x1", "x2"], scaling: Scaling? = nil, with functions: LessonFunctions
  ) -> Figure {
    func unscaled(_ data: Dataset) -> Dataset {
      Dataset(features: scaling?.unscaled(data.features) ?? data.features, labels: data.labels)
    }
    let training = unscaled(data.training)
    let validation = data.validation == data.training ? nil : unscaled(data.validation)
    let all = [training, validation].compactMap { $0 }
    let xRange = range(of: all, column: 0)
    let yRange = range(of: all, column: 1)
    let field = Field(xRange: xRange, yRange: yRange) { points in
      functions.forward(scaling?.scaled(points) ?? points, parameters, hidden).probabilities
    }
    var figure = Figure.boundary(title: title, data: training, validation: validation, field: field)
    for index in figure.panels.indices {
      figure.panels[index].xAxis.title = axes[0]
      figure.panels[index].yAxis.title = axes[1]
    }
    return figure
  }

  /// From the smallest to the largest value, and a little more.
  private static func range(of sets: [Dataset], column: Int) -> ClosedRange<Double> {
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
