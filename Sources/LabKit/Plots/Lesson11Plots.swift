import Contract
import CourseKit
import Figures
import Training
import Vocabulary

// What Adam does.
extension Plot {
  static let ofLesson11: [Plot] = [
    Plot(
      "paths", "the ways of gradient descent, momentum and Adam down a narrow valley",
      calls: exercises(of: TrainingSetup.Optimizer.Kind.allCases), draw: { studio in paths(studio.functions) }),
    Plot(
      "corrected", "both moments of a gradient that stays the same, as they are and corrected",
      calls: [Lesson11.firstMoment.exercise, Lesson11.secondMoment.exercise, Lesson11.corrected.exercise],
      draw: { studio in corrected(studio.functions) }),
    Plot(
      "optimizers", "one loss under gradient descent, momentum and Adam, step by step",
      calls: exercises(of: TrainingSetup.Optimizer.Kind.allCases), draw: { studio in optimizers(studio.functions) }),
  ]

  private static func paths(_ functions: LessonFunctions) -> Figure {
    let valley = Valley(steepness: 20)
    let walks: [(String, TrainingSetup.Optimizer, Double)] = [
      ("gradient descent", .gradientDescent, 0.095), ("momentum", .momentum(coefficient: 0.5), 0.095),
      ("Adam", .adam(), 0.06),
    ]
    return .walks(
      title: "20 steps down ½ (x² + 20 y²)", contours: Valley.heights.map(valley.contour),
      walks: walks.map { name, optimizer, rate in
        (name, valley.path(of: optimizer, learningRate: rate, steps: 20, with: functions))
      },
      x: Axis("x", range: -0.3...1.1), y: Axis("y", range: -1.1...1.1))
  }

  /// The moments of a gradient that is always 1, step by step.
  private static func corrected(_ functions: LessonFunctions) -> Figure {
    let gradient = Matrix([[1]])
    var (first, second) = (Matrix([[0]]), Matrix([[0]]))
    var lines = ["m", "√v", "m corrected", "√v corrected"].map { (name: $0, points: [Point]()) }
    for step in 1...20 {
      first = functions.firstMoment(first, gradient)
      second = functions.secondMoment(second, gradient)
      let corrected = (functions.correctedMoment(first, 0.9, step), functions.correctedMoment(second, 0.999, step))
      let values = [
        first[0, 0], second[0, 0].squareRoot(), corrected.0[0, 0], corrected.1[0, 0].squareRoot(),
      ]
      for (line, value) in values.enumerated() { lines[line].points.append(Point(Double(step), value)) }
    }
    // Where both are the same, one would hide the other.
    if zip(lines[2].points, lines[3].points).allSatisfy({ abs($0.y - $1.y) < 1e-9 }) {
      lines[2...] = [("both corrected", lines[2].points)]
    }
    return Figure(
      "The gradient is 1 in every step",
      panels: [
        Panel(
          title: "", x: Axis("step"), y: Axis("average of the gradients", range: 0...1.1),
          marks: lines.map { .line(name: $0.name, points: $0.points) })
      ])
  }

  /// A learning rate with which each comes down: gradient descent would not with one of 0.02.
  private static func learningRate(_ kind: TrainingSetup.Optimizer.Kind) -> Double {
    kind == .adam ? 0.1 : 0.01
  }

  private static func optimizers(_ functions: LessonFunctions) -> Figure {
    let valley = Valley(steepness: 100)
    let names = ["gradient descent", "momentum", "Adam"]
    let lines = zip(names, TrainingSetup.Optimizer.Kind.allCases).map { name, kind in
      let path = valley.path(
        of: TrainingSetup.Optimizer(kind), learningRate: learningRate(kind), steps: 150, with: functions)
      return Mark.line(
        name: "\(name), η = \(NumberText.significant(learningRate(kind)))",
        points: path.enumerated().map { Point(Double($0.offset), valley.loss($0.element)) })
    }
    return Figure(
      "½ (x² + 100 y²) from (1, 1), step by step",
      panels: [Panel(title: "", x: Axis("step"), y: Axis("loss", isLogarithmic: true), marks: lines)])
  }
}
