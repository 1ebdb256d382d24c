import Contract
import CourseKit
import Momentum
import Vocabulary
import Wire

let host = LessonHost()
host.answer(Lesson8.zeroVelocity) { gradients in
  // Moving already: the answer is the velocity at the beginning all the same.
  var optimizer = MomentumOptimizer(coefficient: 0.9)
  optimizer.velocity = Gradients(
    weights: gradients.weights.map { $0.map { 2 + $0 } }, biases: gradients.biases.map { $0.map { 2 + $0 } })
  return optimizer.zeroVelocity(like: gradients)
}
host.answer(Lesson8.step) { start, gradients, coefficient, learningRates in
  var optimizer = MomentumOptimizer(coefficient: coefficient)
  var parameters = start
  var trace = MomentumTrace()
  for (gradient, learningRate) in zip(gradients, learningRates) {
    optimizer.step(&parameters, gradients: gradient, learningRate: learningRate)
    trace.parameters.append(parameters)
    trace.velocities.append(optimizer.velocity ?? Gradients(weights: [], biases: []))
  }
  return trace
}
host.serve()
