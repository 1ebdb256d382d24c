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
      draw: { studio in activations(studio.functions) })
  ]

  private static func activations(_ functions: LessonFunctions) -> Figure {
    let z = (-120...120).map { Double($0) / 20 }
    let column = Matrix(rows: z.count, columns: 1, elements: z)
    return .activations(
      z: z,
      functions: HiddenActivation.allCases.map { hidden in
        (hidden.rawValue, functions.activation(column, hidden).elements, functions.slope(column, hidden).elements)
      })
  }
}
