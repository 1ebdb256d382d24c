import Contract
import CourseKit
import Wire

// How the functions of lesson 5 answer the judge's calls.

extension Version {
  func installLesson5(in answerer: some Answering) {
    switch exercise {
    case "5.1": installMiniBatches(in: answerer)
    case "5.2": installDescentStep(in: answerer)
    case "5.3": installEpoch(in: answerer)
    default: installWholeTraining(in: answerer)
    }
  }

  private func installMiniBatches(in answerer: some Answering) {
    let title = title
    answerer.answer(Lesson5.miniBatches) { count, batchSize, seed, epochs in
      var generator = SeededGenerator(seed: seed)
      return try (0..<epochs).map { _ in
        try miniBatches(mistake: title, count: count, batchSize: batchSize, using: &generator)
      }
    }
  }

  private func installDescentStep(in answerer: some Answering) {
    let title = title
    answerer.answer(Lesson5.gradientDescentStep) { start, gradients, learningRate in
      var parameters = start
      try gradientDescentStep(mistake: title, &parameters, gradients: gradients, learningRate: learningRate)
      return parameters
    }
  }

  private func installEpoch(in answerer: some Answering) {
    let title = title
    answerer.answer(Lesson5.trainEpoch) { start, data, batchSize, hidden, seed, learningRate, epochs in
      var generator = SeededGenerator(seed: seed)
      var parameters = start
      return try (0..<epochs).map { _ in
        var trace = EpochTrace(parameters: parameters)
        try trainEpoch(
          mistake: title, &parameters, on: data, batchSize: batchSize, hidden: hidden.named(), using: &generator
        ) { parameters, gradients, rows in
          trace.batches.append(EpochTrace.Batch(rows: rows, parameters: parameters, gradients: gradients))
          descend(&parameters, gradients, learningRate)
        }
        trace.parameters = parameters
        return trace
      }
    }
  }

  private func installWholeTraining(in answerer: some Answering) {
    let title = title
    answerer.answer(Lesson5.train) { start, data, validation, plan in
      var generator = SeededGenerator(seed: plan.seed)
      var parameters = start
      var trace = TrainingTrace(parameters: start)
      var isFirstBatch = true
      trace.history = try train(
        mistake: title, &parameters, on: data, validation: validation, epochs: plan.epochs,
        batchSize: plan.batchSize, hidden: plan.hidden.named(), using: &generator,
        update: { parameters, gradients, rows in
          trace.updateRows.append(rows)
          if isFirstBatch { trace.firstGradients.append(gradients) }
          isFirstBatch = false
          descend(&parameters, gradients, plan.learningRate)
        },
        afterEpoch: { epoch, parameters, history in
          trace.epochs.append(epoch)
          trace.epochParameters.append(parameters)
          trace.histories.append(history)
          isFirstBatch = true
          return plan.stopAfter > 0 && epoch == plan.stopAfter
        })
      trace.parameters = parameters
      var unmoved = SeededGenerator(seed: plan.seed)
      trace.hasDrawn = generator.next() != unmoved.next()
      return trace
    }
  }
}

/// The host's own descent step, which leaves gradients that do not fit to the judge.
private func descend(_ parameters: inout Parameters, _ gradients: Gradients, _ learningRate: Double) {
  func descend(_ matrices: inout [Matrix], _ slopes: [Matrix]) {
    guard slopes.map(\.shape) == matrices.map(\.shape) else { return }
    for layer in matrices.indices { matrices[layer] = matrices[layer] - learningRate * slopes[layer] }
  }
  descend(&parameters.weights, gradients.weights)
  descend(&parameters.biases, gradients.biases)
}
