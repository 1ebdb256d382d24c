import Adam
import Contract
import CourseKit
import Vocabulary
import Wire

let host = LessonHost()
host.answer(Lesson11.firstMoment) { moment, gradient, settings in
  optimizer(settings, on: moment, stepCount: Lesson11.stepsMade).firstMoment(moment, gradient: gradient)
}
host.answer(Lesson11.secondMoment) { moment, gradient, settings in
  optimizer(settings, on: moment, stepCount: Lesson11.stepsMade).secondMoment(moment, gradient: gradient)
}
host.answer(Lesson11.corrected) { moment, decay, stepCount, settings in
  optimizer(settings, on: moment, stepCount: stepCount).corrected(moment, decay: decay)
}
host.answer(Lesson11.adamOptimizerStep) { start, gradients, settings, learningRates in
  var optimizer = optimizer(settings)
  var parameters = start
  var trace = AdamTrace()
  for (gradient, learningRate) in zip(gradients, learningRates) {
    optimizer.step(&parameters, gradients: gradient, learningRate: learningRate)
    trace.parameters.append(parameters)
    trace.stepCounts.append(optimizer.stepCount)
    trace.firstMoments.append(optimizer.firstMoments)
    trace.secondMoments.append(optimizer.secondMoments)
  }
  return trace
}
host.serve()

func optimizer(_ settings: AdamSettings) -> AdamOptimizer {
  AdamOptimizer(
    firstDecay: settings.firstDecay, secondDecay: settings.secondDecay, epsilon: settings.epsilon)
}

/// An optimizer with moments of its own, which the answer must not be made of.
func optimizer(_ settings: AdamSettings, on moment: Matrix, stepCount: Int) -> AdamOptimizer {
  var optimizer = optimizer(settings)
  optimizer.stepCount = stepCount
  optimizer.firstMoments = [moment.map { 2 + $0 }]
  optimizer.secondMoments = [moment.map { 3 + $0 }]
  return optimizer
}
