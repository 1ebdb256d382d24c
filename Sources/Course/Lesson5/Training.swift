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
    try trainedEpochs(request, choosing: EpochChoices(), with: answers)
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
    try trained(start, on: data, validation: validation, plan, choosing: TrainingChoices(), with: answers)
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
