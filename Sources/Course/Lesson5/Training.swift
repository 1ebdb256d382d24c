import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

// What exercises 5.3 and 5.4 do, computed with any parts.
extension Oracle {
  /// The gradients of the mean loss over a batch.
  static func gradients(
    of batch: Dataset, at parameters: Parameters, _ hidden: HiddenActivation, with answers: Answers = .right
  ) throws -> Gradients {
    let cache = try answers(Lesson3.forward, batch.features, parameters, hidden)
    return try answers(Lesson4.backward, cache, batch.labels, parameters, hidden)
  }

  /// Epochs in a row, batch after batch.
  static func trainedEpochs(_ request: EpochRequest, with answers: Answers = .right) throws -> [EpochTrace] {
    var parameters = request.parameters
    return try request.batches.answer(from: answers).map { batches in
      var trace = EpochTrace(parameters: parameters)
      for indices in batches {
        let gradients = try gradients(
          of: request.data.rows(at: indices), at: parameters, request.hidden, with: answers)
        trace.batches.append(EpochTrace.Batch(rows: indices.count, parameters: parameters, gradients: gradients))
        parameters = descended(parameters, gradients, request.learningRate)
      }
      trace.parameters = parameters
      return trace
    }
  }

  /// The mean cross-entropy and the accuracy on a dataset.
  static func measures(
    on data: Dataset, _ parameters: Parameters, _ hidden: HiddenActivation, with answers: Answers = .right
  ) throws -> (loss: Double, accuracy: Double) {
    let probabilities = try answers(Lesson3.forward, data.features, parameters, hidden).probabilities
    return (
      try answers(Lesson3.binaryCrossEntropy, probabilities, data.labels),
      try answers(Lesson3.accuracy, probabilities, data.labels)
    )
  }

  /// Training as exercise 5.4 has it.
  static func trained(
    _ start: Parameters, on data: Dataset, validation: Dataset, _ plan: TrainingPlan, with answers: Answers = .right
  ) throws -> TrainingTrace {
    let epochs = plan.stopAfter > 0 ? min(plan.epochs, plan.stopAfter) : plan.epochs
    let request = EpochRequest(
      parameters: start, data: data, batchSize: plan.batchSize, hidden: plan.hidden, seed: plan.seed,
      learningRate: plan.learningRate, epochs: max(epochs, 0))
    var trace = TrainingTrace(parameters: start)
    for (index, epoch) in try request.answer(from: answers).enumerated() {
      trace.parameters = epoch.parameters
      trace.updateRows += epoch.batches.map(\.rows)
      trace.firstGradients += epoch.batches.prefix(1).map(\.gradients)
      try trace.history.append(
        training: measures(on: data, epoch.parameters, plan.hidden, with: answers),
        validation: measures(on: validation, epoch.parameters, plan.hidden, with: answers))
      trace.epochs.append(index + 1)
      trace.histories.append(trace.history)
      trace.epochParameters.append(epoch.parameters)
    }
    trace.hasDrawn = !trace.epochs.isEmpty
    return trace
  }
}

extension History {
  mutating func append(
    training: (loss: Double, accuracy: Double), validation: (loss: Double, accuracy: Double)
  ) {
    trainingLoss.append(training.loss)
    validationLoss.append(validation.loss)
    trainingAccuracy.append(training.accuracy)
    validationAccuracy.append(validation.accuracy)
  }
}
