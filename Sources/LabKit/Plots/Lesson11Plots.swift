import CourseKit
import Figures
import Training
import Vocabulary

// One loss under every optimizer: a narrow valley ½ (x² + 100 y²), down which each goes from (1, 1).
extension Plot {
  static let ofLesson11: [Plot] = [
    Plot(
      "optimizers", "one loss under gradient descent, momentum and Adam, step by step",
      calls: Set(
        TrainingSetup.Optimizer.Kind.allCases.map {
          TrainingSetup.Optimizer($0).exercise(of: .binary(hidden: .relu))
        }),
      draw: { studio in optimizers(studio.functions) })
  ]

  /// How much steeper the valley is along y than along x.
  private static let steepness = 100.0
  private static let steps = 150

  /// A learning rate with which each comes down: gradient descent would not with one of 0.02.
  private static func learningRate(_ kind: TrainingSetup.Optimizer.Kind) -> Double {
    kind == .adam ? 0.1 : 0.01
  }

  private static func optimizers(_ functions: LessonFunctions) -> Figure {
    let lines = TrainingSetup.Optimizer.Kind.allCases.map { kind in
      Mark.line(
        name: "\(kind.rawValue), η = \(NumberText.significant(learningRate(kind)))",
        points: losses(kind, functions).enumerated().map { Point(Double($0.offset), $0.element) })
    }
    return Figure(
      "½ (x² + 100 y²) from (1, 1): one loss under three optimizers",
      panels: [Panel(title: "", x: Axis("step"), y: Axis("loss", isLogarithmic: true), marks: lines)])
  }

  /// The loss before the first step and after each.
  private static func losses(_ kind: TrainingSetup.Optimizer.Kind, _ functions: LessonFunctions) -> [Double] {
    let optimizer = functions.makeOptimizer(TrainingSetup.Optimizer(kind), nil)
    var place = Parameters(weights: [Matrix([[1]])], biases: [Matrix([[1]])])
    var losses: [Double] = []
    for step in 0...steps {
      let (x, y) = (place.weights[0], place.biases[0])
      losses.append(0.5 * (x[0, 0] * x[0, 0] + steepness * y[0, 0] * y[0, 0]))
      guard step < steps else { break }
      optimizer.step(&place, Gradients(weights: [x], biases: [steepness * y]), learningRate(kind))
    }
    return losses
  }
}
