import Contract
import CourseKit
import Figures
import Training
import Vocabulary

/// The curves of the student's activation functions.
enum ActivationPlot {
  /// The exercises that draw it.
  static let exercises = Set(
    HiddenActivation.allCases.flatMap { [Lesson1.function(of: $0).exercise, Lesson1.derivative(of: $0).exercise] })

  static func figure(_ functions: LessonFunctions) -> Figure {
    let z = (-240...240).map { Double($0) / 40 }
    let column = Matrix(rows: z.count, columns: 1, elements: z)
    return .activations(
      z: z,
      functions: HiddenActivation.allCases.map { hidden in
        (hidden.rawValue, functions.activation(column, hidden).elements, functions.slope(column, hidden).elements)
      })
  }
}
