import CourseKit

extension MomentumOptimizer {
  /// Exercise 8.2 as the judge knows it wrong in what `velocity` holds, while every step is right.
  mutating func step(stored mistake: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double)
    throws
  {
    switch mistake {
    case "8.2 velocity with the opposite sign":
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] - gradients.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] - gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] + learningRate * newVelocity.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] + learningRate * newVelocity.biases[layer]
      }
      velocity = newVelocity
    default:
      try step(other: mistake, &parameters, gradients: gradients, learningRate: learningRate)
    }
  }
}
