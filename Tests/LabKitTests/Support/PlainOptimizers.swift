import CourseKit
import Training

@testable import LabKit

/// Lessons 5, 8 and 11 that work, for lists of matrices, and lesson 11's moments.
enum PlainOptimizers {
  static var functions: LessonFunctions {
    var functions = LessonFunctions()
    functions.makeOptimizer = { optimizer, _ in
      var state = State()
      return RunningOptimizer { parameters, gradients, rate in
        state.step(&parameters, gradients, rate, by: optimizer)
      }
    }
    functions.firstMoment = { 0.9 * $0 + 0.1 * $1 }
    functions.secondMoment = { 0.999 * $0 + 0.001 * ($1 * $1) }
    functions.correctedMoment = { 1 / (1 - pow($1, Double($2))) * $0 }
    return functions
  }

  private struct State {
    private var steps = 0
    private var first: [Matrix] = []
    private var second: [Matrix] = []

    mutating func step(
      _ parameters: inout Parameters, _ gradients: Gradients, _ rate: Double, by optimizer: TrainingSetup.Optimizer
    ) {
      if first.isEmpty {
        first = gradients.matrices.map { 0 * $0 }
        second = first
      }
      steps += 1
      var places = parameters.matrices
      for (index, gradient) in gradients.matrices.enumerated() {
        switch optimizer {
        case .gradientDescent: first[index] = gradient
        case .momentum(let coefficient): first[index] = coefficient * first[index] + gradient
        case .adam(let firstDecay, let secondDecay, _):
          first[index] = firstDecay * first[index] + (1 - firstDecay) * gradient
          second[index] = secondDecay * second[index] + (1 - secondDecay) * (gradient * gradient)
          let (mean, square) = (1 - pow(firstDecay, Double(steps)), 1 - pow(secondDecay, Double(steps)))
          places[index] -= rate / mean * first[index] * second[index].map { 1 / ($0 / square + 1e-16).squareRoot() }
          continue
        }
        places[index] -= rate * first[index]
      }
      parameters.matrices = places
    }
  }
}
