import Contract
import CourseKit

@testable import Judge

extension TestStudent {
  /// Lessons 6 and 7, right.
  func answerRegularisation() {
    answer(Lesson6.weightNorm) { Oracle().weightNorm($0) }
    answer(Lesson6.l2Penalty) { [unowned self] parameters, lambda, sampleCount in
      let norm = try call(Lesson6.weightNorm, parameters)
      return lambda / (2 * Double(sampleCount)) * norm * norm
    }
    answer(Lesson6.addL2Gradient) { gradients, parameters, lambda, sampleCount in
      var result = gradients
      for layer in parameters.weights.indices {
        result.weights[layer] = gradients.weights[layer] + (lambda / Double(sampleCount)) * parameters.weights[layer]
      }
      return result
    }
    answer(Lesson7.isImprovement) { Oracle().isImprovement($0, $1, $2) }
    answer(Lesson7.shouldStop) { [unowned self] patiences, minimum, curves in
      try JudgedMonitor.trace(
        patiences, minimum, curves, with: OwnParts(student: self, owner: "7.2"), rule: JudgedMonitor.right)
    }
  }

  /// Lesson 8, right: a velocity of the wrong shapes stops the step.
  func answerMomentum() {
    answer(Lesson8.zeroVelocity) { Oracle().zeroVelocity($0) }
    answer(Lesson8.step) { [unowned self] parameters, gradients, coefficient, learningRates in
      try MovingEntry.trace(
        parameters, gradients, coefficient, learningRates,
        start: { gradients in
          let velocity = try call(Lesson8.zeroVelocity, gradients)
          guard Comparison(velocity, to: gradients, tolerance: .value).shapeProblem == nil else {
            throw CallFailure.shapesDoNotFit(in: "8.2")
          }
          return velocity
        }, rule: MovingEntry.right)
    }
  }
}
