import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

/// A walk down a valley 50 times as steep across as along: plain descent creeps and momentum gathers speed.
let narrowValley = Check(
  Lesson8.step.exercise, .behaviour, "down a narrow valley β = 0.9 needs fewer steps than β = 0"
) { bench in
  let plain = try stepsToTheBottom(coefficient: 0, of: bench.student)
  let withMomentum = try stepsToTheBottom(coefficient: 0.9, of: bench.student)
  if withMomentum < plain { return .passed }
  let step = Lesson8.step.exercise
  return bench.outcome(
    ["Steps to the bottom: \(plain) with β = 0, \(withMomentum) with β = 0.9."], of: step, where: { $0 == step })
}

/// The steps until the distance from the bottom of ½ · (50 · x² + y²) is a tenth of what it was; at most 150.
func stepsToTheBottom(coefficient: Double, of student: any Student) throws -> Int {
  let start = Parameters(weights: [Matrix([[1, 1]])], biases: [Matrix([[0, 0]])])
  var place = start.weights[0]
  var gradients: [Gradients] = []
  while gradients.count < 150 {
    gradients.append(Gradients(weights: [Matrix([[50 * place[0, 0], place[0, 1]]])], biases: start.biases))
    let learningRates = [Double](repeating: 0.02, count: gradients.count)
    // The gradient at a place is known only when the place is: every call begins again and goes one step further.
    let trace = try student.call(Lesson8.step, start, gradients, coefficient, learningRates)
    guard let next = trace.parameters.last?.weights.first, next.shape == place.shape else { break }
    place = next
    if place[0, 0] * place[0, 0] + place[0, 1] * place[0, 1] < 0.02 { break }
  }
  return gradients.count
}
