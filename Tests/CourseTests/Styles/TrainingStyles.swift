import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

@testable import Course

extension TestStudent {
  /// Lesson 5 in place, entry after entry, with a shuffle of its own in 5.3 and none of 5.1 and 5.3 in 5.4.
  func answerTrainingWithLoops() {
    answer(Lesson5.gradientDescentStep) { start, gradients, rate in
      var parameters = start
      for layer in parameters.weights.indices.reversed() {
        for index in parameters.weights[layer].elements.indices {
          parameters.weights[layer].elements[index] -= gradients.weights[layer].elements[index] * rate
        }
        for index in parameters.biases[layer].elements.indices {
          parameters.biases[layer].elements[index] -= gradients.biases[layer].elements[index] * rate
        }
      }
      return parameters
    }
    answer(Lesson5.trainEpoch) { [unowned self] start, data, batchSize, hidden, seed, rate, epochs in
      var generator = SeededGenerator(seed: seed &* 3 &+ 1)
      var parameters = start
      return try (0..<epochs).map { _ in
        var trace = EpochTrace(parameters: parameters)
        let update: (Gradients, Int) -> Void = { gradients, rows in
          trace.batches.append(EpochTrace.Batch(rows: rows, parameters: parameters, gradients: gradients))
          parameters = Oracle.descended(parameters, gradients, rate)
        }
        try shuffledEpoch(data, batchSize, hidden, &generator, at: { parameters }, update)
        trace.parameters = parameters
        return trace
      }
    }
    answer(Lesson5.train) { [unowned self] start, data, validation, plan in
      var generator = SeededGenerator(seed: plan.seed ^ 99)
      var trace = TrainingTrace(parameters: start)
      var epoch = 0
      while epoch < plan.epochs {
        epoch += 1
        var isFirst = true
        try shuffledEpoch(data, plan.batchSize, plan.hidden, &generator, at: { trace.parameters }) { gradients, _ in
          if isFirst { trace.firstGradients.append(gradients) }
          isFirst = false
          trace.updateCount += 1
          trace.parameters = Oracle.descended(trace.parameters, gradients, plan.learningRate)
        }
        for set in [validation, data] {
          let cache = try call(Lesson3.forward, set.features, trace.parameters, plan.hidden)
          let loss = try call(Lesson3.binaryCrossEntropy, cache.probabilities, set.labels)
          let accuracy = try call(Lesson3.accuracy, cache.probabilities, set.labels)
          if set == data {
            trace.history.trainingLoss.append(loss)
            trace.history.trainingAccuracy.append(accuracy)
          } else {
            trace.history.validationLoss.append(loss)
            trace.history.validationAccuracy.append(accuracy)
          }
        }
        trace.epochs.append(epoch)
        trace.historyCounts.append(trace.history.trainingLoss.count)
        trace.epochParameters.append(trace.parameters)
        if epoch == plan.stopAfter { return trace }
      }
      return trace
    }
  }

  /// One epoch whose rows are shuffled as a whole and cut while it goes.
  private func shuffledEpoch(
    _ data: Dataset, _ batchSize: Int, _ hidden: HiddenActivation, _ generator: inout SeededGenerator,
    at parameters: () -> Parameters, _ update: (Gradients, Int) -> Void
  ) throws {
    var rest = data.rows(at: Array(0..<data.count).shuffled(using: &generator))
    while rest.count > 0 {
      let size = batchSize > 0 ? min(batchSize, rest.count) : rest.count
      let batch = rest.rows(at: Array(0..<size))
      let cache = try call(Lesson3.forward, batch.features, parameters(), hidden)
      update(try call(Lesson4.backward, cache, batch.labels, parameters(), hidden), batch.count)
      rest = rest.rows(at: Array(size..<rest.count))
    }
  }
}
