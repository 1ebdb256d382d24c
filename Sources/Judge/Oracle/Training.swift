import Contract
import CourseKit

extension Network {
  /// The gradients of the mean loss over a batch.
  static func gradients(
    of batch: Dataset, at parameters: Parameters, _ hidden: HiddenActivation, with parts: any Parts
  ) throws -> Gradients {
    let cache = try parts.forward(batch.features, parameters, hidden)
    return try parts.backward(cache, batch.labels, parameters, hidden)
  }

  /// θ − η · g for every parameter.
  static func descended(_ parameters: Parameters, _ gradients: Gradients, _ learningRate: Double) -> Parameters {
    func step(_ matrices: [Matrix], _ slopes: [Matrix]) -> [Matrix] {
      guard matrices.map(\.shape) == slopes.map(\.shape) else { return matrices }
      return zip(matrices, slopes).map { matrix, slope in
        Matrix.filled(matrix.rows, matrix.columns) { matrix[$0, $1] - learningRate * slope[$0, $1] }
      }
    }
    return Parameters(
      weights: step(parameters.weights, gradients.weights), biases: step(parameters.biases, gradients.biases))
  }

  /// Epochs in a row, batch after batch.
  static func train(_ request: EpochRequest, with parts: any Parts) throws -> [EpochTrace] {
    var parameters = request.parameters
    return try parts.miniBatches(request.batches).map { batches in
      var trace = EpochTrace(parameters: parameters)
      for indices in batches {
        let gradients = try gradients(
          of: request.data.rows(at: indices), at: parameters, request.hidden, with: parts)
        trace.batches.append(EpochTrace.Batch(rows: indices.count, parameters: parameters, gradients: gradients))
        parameters = descended(parameters, gradients, request.learningRate)
      }
      trace.parameters = parameters
      return trace
    }
  }

  /// The mean cross-entropy and the accuracy on a dataset.
  static func measures(
    on data: Dataset, _ parameters: Parameters, _ hidden: HiddenActivation, with parts: any Parts
  ) throws -> (loss: Double, accuracy: Double) {
    let probabilities = try parts.forward(data.features, parameters, hidden).probabilities
    return (try parts.binaryCrossEntropy(probabilities, data.labels), try parts.accuracy(probabilities, data.labels))
  }

  /// Training as exercise 5.4 has it.
  static func train(
    _ start: Parameters, on data: Dataset, validation: Dataset, _ plan: TrainingPlan, with parts: any Parts
  ) throws -> TrainingTrace {
    let epochs = plan.stopAfter > 0 ? min(plan.epochs, plan.stopAfter) : plan.epochs
    let request = EpochRequest(
      parameters: start, data: data, batchSize: plan.batchSize, hidden: plan.hidden, seed: plan.seed,
      learningRate: plan.learningRate, epochs: max(epochs, 0))
    var trace = TrainingTrace(parameters: start)
    for (index, epoch) in try parts.trainEpochs(request).enumerated() {
      trace.parameters = epoch.parameters
      trace.updateCount += epoch.batches.count
      trace.firstGradients += epoch.batches.prefix(1).map(\.gradients)
      try trace.history.append(
        training: measures(on: data, epoch.parameters, plan.hidden, with: parts),
        validation: measures(on: validation, epoch.parameters, plan.hidden, with: parts))
      trace.epochs.append(index + 1)
      trace.historyCounts.append(index + 1)
      trace.epochParameters.append(epoch.parameters)
    }
    return trace
  }
}

extension History {
  mutating func append(
    training: (loss: Double, accuracy: Double), validation: (loss: Double, accuracy: Double)
  ) {
    trainingLoss.append(training.loss)
    trainingAccuracy.append(training.accuracy)
    validationLoss.append(validation.loss)
    validationAccuracy.append(validation.accuracy)
  }
}
