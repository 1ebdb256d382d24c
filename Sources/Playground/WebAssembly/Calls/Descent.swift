import CourseKit
import Exchange
import Training

/// Goes downhill with one of the student's optimizers in the valley ½ (x² + κ y²), whose slopes are x and κ y.
///
/// Input: the optimizer's number, its coefficient, η, κ, the number of steps, x and y at the beginning. Output: x and y after each step.
@_expose(wasm, "descend") @_cdecl("descend")
public func descend() {
  var reader = InputReader()
  let optimizer = students.makeOptimizer(
    TrainingSetup.Optimizer(number: reader.integer(), coefficient: reader.number()), nil)
  let (learningRate, steepness, steps) = (reader.number(), reader.number(), reader.integer())
  var place = Parameters(weights: [reader.matrix(1, 1)], biases: [reader.matrix(1, 1)])
  output = []
  for _ in 0..<steps {
    let slopes = Gradients(weights: place.weights, biases: [steepness * place.biases[0]])
    optimizer.step(&place, slopes, learningRate)
    output += place.numbers
  }
}
