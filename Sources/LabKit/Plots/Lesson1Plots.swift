import Contract
import CourseKit
import Figures
import Training
import Vocabulary

// What activation functions do.
extension Plot {
  static let ofLesson1: [Plot] = [
    Plot(
      "activations", "the activation functions and their derivatives",
      calls: Set(
        HiddenActivation.allCases.flatMap { [Lesson1.function(of: $0).exercise, Lesson1.derivative(of: $0).exercise] }),
      draw: { studio in activations(studio.functions) }),
    Plot(
      "hat", "three kinks that add up to a hat", calls: [Lesson1.relu.exercise],
      draw: { studio in hat(studio.functions) }),
    Plot(
      "fading", "what is left of a slope after ten layers",
      calls: [Lesson1.sigmoidDerivative.exercise, Lesson1.reluDerivative.exercise],
      draw: { studio in fading(studio.functions) }),
  ]

  private static func activations(_ functions: LessonFunctions) -> Figure {
    let z = (-40...40).map { Double($0) / 10 }
    let column = Matrix(rows: z.count, columns: 1, elements: z)
    return .activations(
      z: z,
      functions: HiddenActivation.allCases.map { hidden in
        (name(of: hidden), functions.activation(column, hidden).elements, functions.slope(column, hidden).elements)
      })
  }

  /// The function as texts call it.
  private static func name(of hidden: HiddenActivation) -> String { hidden == .relu ? "ReLU" : hidden.rawValue }

  /// ReLUs of three shifted lines, and their sum: 0, up to 1, down to 0, and 0 again.
  private static func hat(_ functions: LessonFunctions) -> Figure {
    let x = (-30...30).map { Double($0) / 10 }
    func kink(_ factor: Double, shiftedBy shift: Double) -> [Double] {
      let z = Matrix(rows: x.count, columns: 1, elements: x.map { $0 + shift })
      return functions.activation(z, .relu).elements.map { factor * $0 }
    }
    let terms = [
      (name: "ReLU(x + 1)", values: kink(1, shiftedBy: 1)),
      (name: "−2 · ReLU(x)", values: kink(-2, shiftedBy: 0)),
      (name: "ReLU(x − 1)", values: kink(1, shiftedBy: -1)),
    ]
    return .sum(
      "Three kinks add up to a hat", name: "sum", terms: terms, at: x, axis: Axis("x", range: -3...3),
      values: Axis("value", range: -2...2))
  }

  /// The product of the slopes of so many layers, all of one function at one z.
  private static func fading(_ functions: LessonFunctions) -> Figure {
    func line(_ name: String, _ hidden: HiddenActivation, at z: Double) -> Mark {
      let slope = functions.slope(Matrix([[z]]), hidden)[0, 0]
      var product = 1.0
      var points = [Point(0, product)]
      for layer in 1...10 {
        product *= slope
        points.append(Point(Double(layer), product))
      }
      return .line(name: name, points: points)
    }
    return Figure(
      "What is left of a slope, layer after layer",
      panels: [
        Panel(
          title: "", x: Axis("layers"), y: Axis("product of the slopes", isLogarithmic: true),
          marks: [
            line("ReLU, z > 0", .relu, at: 1), line("sigmoid, z = 0", .sigmoid, at: 0),
            line("sigmoid, z = 2", .sigmoid, at: 2),
          ])
      ])
  }
}
