import Contract
import CourseKit
import Wire

// How the methods of lesson 11 answer the judge's calls.

extension Version {
  /// Lets `answerer` answer calls of lesson 11 with this version.
  func installLesson11(in answerer: some Answering) {
    let title = title
    switch exercise {
    case "11.1":
      answerer.answer(Lesson11.firstMoment) { moment, gradient, settings in
        try optimizer(settings, on: moment, stepCount: Lesson11.stepsMade)
          .firstMoment(mistake: title, moment, gradient: gradient)
      }
    case "11.2":
      answerer.answer(Lesson11.secondMoment) { moment, gradient, settings in
        try optimizer(settings, on: moment, stepCount: Lesson11.stepsMade)
          .secondMoment(mistake: title, moment, gradient: gradient)
      }
    case "11.3":
      answerer.answer(Lesson11.corrected) { moment, decay, stepCount, settings in
        try optimizer(settings, on: moment, stepCount: stepCount).corrected(mistake: title, moment, decay: decay)
      }
    case "11.4":
      answerer.answer(Lesson11.adamOptimizerStep) { start, gradients, settings, learningRates in
        var optimizer = optimizer(settings)
        var parameters = start
        var trace = AdamTrace()
        for (gradient, learningRate) in zip(gradients, learningRates) {
          try optimizer.step(mistake: title, &parameters, gradients: gradient, learningRate: learningRate)
          trace.parameters.append(parameters)
          trace.stepCounts.append(optimizer.stepCount)
          trace.firstMoments.append(optimizer.firstMoments)
          trace.secondMoments.append(optimizer.secondMoments)
        }
        return trace
      }
    default: break
    }
  }
}

private func optimizer(_ settings: AdamSettings) -> AdamOptimizer {
  AdamOptimizer(
    firstDecay: settings.firstDecay, secondDecay: settings.secondDecay, epsilon: settings.epsilon)
}

/// An optimizer with moments of its own, which the answer must not be made of.
private func optimizer(_ settings: AdamSettings, on moment: Matrix, stepCount: Int) -> AdamOptimizer {
  var optimizer = optimizer(settings)
  optimizer.stepCount = stepCount
  optimizer.firstMoments = [moment.map { 2 + $0 }]
  optimizer.secondMoments = [moment.map { 3 + $0 }]
  return optimizer
}
