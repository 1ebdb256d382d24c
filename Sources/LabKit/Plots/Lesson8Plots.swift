import CourseKit
import Figures
import Training
import Vocabulary

// What momentum does.
extension Plot {
  static let ofLesson8: [Plot] = [
    Plot(
      "valley", "the way down a narrow valley with and without momentum", calls: gradientDescentAndMomentum,
      draw: { studio in valley(studio.functions) }),
    Plot(
      "velocity", "how the velocity grows while the gradient stays the same", calls: gradientDescentAndMomentum,
      draw: { studio in velocity(studio.functions) }),
    Plot(
      "momentum", "the training loss with and without momentum",
      training: [.onNoisyMoons(), .onNoisyMoons(optimizer: .momentum(coefficient: 0.9))],
      draw: { _, runs in
        Figure.trainingLosses(
          zip(["without momentum", "β = 0.9"], runs).map { ($0, $1.result.history.trainingLoss) })
      }),
  ]

  private static let gradientDescentAndMomentum = exercises(of: [.sgd, .momentum])

  /// The exercises that make the steps of these optimizers.
  static func exercises(of optimizers: [TrainingSetup.Optimizer.Kind]) -> Set<ExerciseID> {
    Set(optimizers.map { TrainingSetup.Optimizer($0).exercise(of: .binary(hidden: .relu)) })
  }

  private static func valley(_ functions: LessonFunctions) -> Figure {
    let valley = Valley(steepness: 20)
    let walks = [
      ("without momentum", TrainingSetup.Optimizer.gradientDescent), ("momentum, β = 0.5", .momentum(coefficient: 0.5)),
    ].map { name, optimizer in
      (name, valley.path(of: optimizer, learningRate: 0.095, steps: 20, with: functions))
    }
    return .walks(
      title: "20 steps down ½ (x² + 20 y²)", contours: Valley.heights.map(valley.contour), walks: walks,
      x: Axis("x", range: -0.3...1.1), y: Axis("y", range: -1.1...1.1))
  }

  /// The velocity's two parts in each step, for a gradient that is always 1.
  private static func velocity(_ functions: LessonFunctions) -> Figure {
    let steps = 30
    let (coefficient, plain) = (0.9, velocities(.gradientDescent, steps: steps, functions))
    let velocities = velocities(.momentum(coefficient: coefficient), steps: steps, functions)
    let edges = (0...steps).map { Double($0) + 0.5 }
    let limit = 1 / (1 - coefficient)
    return Figure(
      "The gradient g is 1 in every step",
      panels: [
        Panel(
          title: "", x: Axis("step"), y: Axis("velocity v", range: 0...11),
          marks: [
            .bars(name: "β · v, kept", edges: edges, heights: [0] + velocities.dropLast().map { coefficient * $0 }),
            .line(name: "v = β · v + g", points: stairs(velocities)),
            .line(name: "limit g / (1 − β)", points: edges.map { Point($0, limit) }),
            .line(name: "g alone", points: stairs(plain)),
          ])
      ])
  }

  /// How far each step leads with a learning rate of 1 and a gradient of 1.
  private static func velocities(
    _ optimizer: TrainingSetup.Optimizer, steps: Int, _ functions: LessonFunctions
  ) -> [Double] {
    let optimizer = functions.makeOptimizer(optimizer, nil)
    var place = Parameters(weights: [Matrix([[0]])], biases: [Matrix([[0]])])
    let gradients = Gradients(weights: [Matrix([[1]])], biases: [Matrix([[1]])])
    return (0..<steps).map { _ in
      let before = place.weights[0][0, 0]
      optimizer.step(&place, gradients, 1)
      return before - place.weights[0][0, 0]
    }
  }

  /// A line that stays for the width of a step at each value.
  private static func stairs(_ values: [Double]) -> [Point] {
    values.enumerated().flatMap { index, value in
      [Point(Double(index) + 0.5, value), Point(Double(index) + 1.5, value)]
    }
  }
}
