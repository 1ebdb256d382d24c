import CourseKit
import Figures
import Foundation
import Training

/// A narrow valley ½ (x² + a · y²), down which optimizers walk from (1, 1).
struct Valley {
  /// a: how much steeper it is along y than along x.
  let steepness: Double

  /// The places (0, y) whose contours a picture shows.
  static let heights = [0.03, 0.1, 0.3, 0.6, 1]

  /// How high it is.
  func loss(_ place: Point) -> Double { 0.5 * (place.x * place.x + steepness * place.y * place.y) }

  /// Where an optimizer is: before the first step and after each.
  func path(
    of optimizer: TrainingSetup.Optimizer, learningRate: Double, steps: Int, with functions: LessonFunctions
  ) -> [Point] {
    let optimizer = functions.makeOptimizer(optimizer, nil)
    var place = Parameters(weights: [Matrix([[1]])], biases: [Matrix([[1]])])
    var path = [Point(1, 1)]
    for _ in 0..<steps {
      let slope = Gradients(weights: place.weights, biases: [steepness * place.biases[0]])
      optimizer.step(&place, slope, learningRate)
      path.append(Point(place.weights[0][0, 0], place.biases[0][0, 0]))
    }
    return path
  }

  /// The line of all places that are as high as (0, y): an ellipse, which is closed.
  func contour(through y: Double) -> [Point] {
    (0...60).map { step in
      let angle = 2 * Double.pi * Double(step) / 60
      return Point(y * steepness.squareRoot() * cos(angle), y * sin(angle))
    }
  }
}
