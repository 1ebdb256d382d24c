import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

@testable import Course

extension TestStudent {
  /// Lessons 6–8 in plain loops, no exercise built on another one.
  func answerRegularisationInLoops() {
    answer(Lesson6.weightNorm) { parameters in
      var sum = 0.0
      for weights in parameters.weights.reversed() {
        for row in 0..<weights.rows {
          for column in 0..<weights.columns { sum += weights[row, column] * weights[row, column] }
        }
      }
      return sum.squareRoot()
    }
    answer(Lesson6.l2Penalty) { parameters, lambda, sampleCount in
      var penalty = 0.0
      for weight in parameters.weights.flatMap(\.elements) {
        penalty += 0.5 * lambda * weight * weight / Double(sampleCount)
      }
      return penalty
    }
    answer(Lesson6.addL2Gradient) { start, parameters, lambda, sampleCount in
      var gradients = start
      for (layer, weights) in parameters.weights.enumerated() {
        for index in weights.elements.indices {
          gradients.weights[layer].elements[index] += lambda * weights.elements[index] / Double(sampleCount)
        }
      }
      return gradients
    }
    answerMonitor(isImprovement: { loss, best, minimum in best - loss > minimum }) { epoch, bestEpoch, patience in
      epoch - bestEpoch >= patience
    }
    answer(Lesson8.zeroVelocity) { gradients in
      var velocity = gradients
      for layer in gradients.weights.indices {
        for index in gradients.weights[layer].elements.indices { velocity.weights[layer].elements[index] = 0 }
        for index in gradients.biases[layer].elements.indices { velocity.biases[layer].elements[index] = 0 }
      }
      return velocity
    }
    // The velocity with the opposite sign, which is added.
    answerStep(start: { $0.map { _ in 0 } }) { place, velocity, slope, coefficient, learningRate in
      velocity = coefficient * velocity - slope
      place = place + learningRate * velocity
    }
  }

  /// Lessons 6–8 with other formulas for the same thing.
  func answerOtherRegularisation() {
    answer(Lesson6.weightNorm) { parameters in
      sqrt(parameters.weights.map { ($0 * $0).columnSums().elements.reduce(0, +) }.reduce(0, +))
    }
    answer(Lesson6.l2Penalty) { [unowned self] parameters, lambda, sampleCount in
      let norm = try call(Lesson6.weightNorm, parameters)
      return 0.5 * norm * norm * lambda / Double(sampleCount)
    }
    answer(Lesson6.addL2Gradient) { gradients, parameters, lambda, sampleCount in
      let weights = zip(gradients.weights, parameters.weights).map { $0 + lambda * $1 / Double(sampleCount) }
      return Gradients(weights: weights, biases: gradients.biases)
    }
    // A monitor that gives up as soon as the patience is used up, at 0 as at 1.
    answerMonitor(isImprovement: { loss, best, minimum in loss + minimum < best }) { epoch, bestEpoch, patience in
      epoch - bestEpoch == max(patience, 1)
    }
    answer(Lesson8.zeroVelocity) { gradients in
      Gradients(weights: gradients.weights.map { 0 * $0 }, biases: gradients.biases.map { $0 - $0 })
    }
    // The first velocity is the gradient itself, made when it is needed.
    answerStep(start: { _ in nil }) { place, velocity, slope, coefficient, learningRate in
      velocity = slope + velocity * coefficient
      place = place - velocity * learningRate
    }
  }

  /// A monitor that counts no epochs but goes by the number of the best one.
  private func answerMonitor(
    isImprovement: @escaping (_ loss: Double, _ best: Double, _ minimum: Double) -> Bool,
    stops: @escaping (_ epoch: Int, _ bestEpoch: Int, _ patience: Int) -> Bool
  ) {
    answer(Lesson7.isImprovement) { minimum, best, losses in
      var trace = ImprovementTrace()
      trace.losses = losses
      trace.answers = losses.map { isImprovement($0, best, minimum) }
      return trace
    }
    answer(Lesson7.shouldStop) { patiences, minimum, curves in
      var trace = MonitorTrace()
      for (losses, patience) in curves.flatMap({ losses in patiences.map { (losses, $0) } }) {
        var state = MonitorEpoch(
          patience: patience, epoch: 0, loss: 0, bestEpoch: 0, bestLoss: .infinity, bestParametersEpoch: 0,
          hasStopped: false)
        for (index, loss) in losses.enumerated() {
          (state.epoch, state.loss) = (index + 1, loss)
          if !state.hasStopped, isImprovement(loss, state.bestLoss, minimum) {
            (state.bestEpoch, state.bestLoss, state.bestParametersEpoch) = (index + 1, loss, index + 1)
          } else if !state.hasStopped {
            state.hasStopped = stops(index + 1, state.bestEpoch, patience)
          }
          trace.epochs.append(state)
        }
      }
      return trace
    }
  }

  /// Steps matrix by matrix, first all weights, then all biases.
  private func answerStep(
    start: @escaping (Matrix) -> Matrix?,
    move: @escaping (inout Matrix, inout Matrix, _ slope: Matrix, _ coefficient: Double, _ learningRate: Double) -> Void
  ) {
    answer(Lesson8.step) { parameters, gradients, coefficient, learningRates in
      var places = parameters.weights + parameters.biases
      var velocities: [Matrix?] = places.map(start)
      var trace = MomentumTrace()
      for (step, gradient) in gradients.enumerated() {
        for (index, slope) in (gradient.weights + gradient.biases).enumerated() {
          var velocity = velocities[index] ?? Matrix.zeros(rows: slope.rows, columns: slope.columns)
          move(&places[index], &velocity, slope, coefficient, learningRates[step])
          velocities[index] = velocity
        }
        let count = parameters.weights.count
        trace.parameters.append(Parameters(weights: Array(places[..<count]), biases: Array(places[count...])))
      }
      return trace
    }
  }
}
