import Contract
import CourseKit
import Wire

// How the methods of lesson 8 answer the judge's calls.

extension Version {
  func installLesson8(in answerer: some Answering) {
    let title = title
    if exercise == "8.1" {
      answerer.answer(Lesson8.zeroVelocity) { gradients in
        var optimizer = MomentumOptimizer(coefficient: 0.9)
        optimizer.velocity = Gradients(
          weights: gradients.weights.map { $0.map { 2 + $0 } }, biases: gradients.biases.map { $0.map { 2 + $0 } })
        return try optimizer.zeroVelocity(mistake: title, like: gradients)
      }
    } else {
      answerer.answer(Lesson8.step) { start, gradients, coefficient, learningRates in
        var optimizer = MomentumOptimizer(coefficient: coefficient)
        var parameters = start
        var trace = MomentumTrace()
        for (gradient, learningRate) in zip(gradients, learningRates) {
          try optimizer.step(mistake: title, &parameters, gradients: gradient, learningRate: learningRate)
          trace.parameters.append(parameters)
          trace.velocities.append(optimizer.velocity ?? Gradients(weights: [], biases: []))
        }
        return trace
      }
    }
  }
}
