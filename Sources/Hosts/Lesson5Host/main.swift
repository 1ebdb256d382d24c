import Activations
import Contract
import CourseKit
import MiniBatches
import Vocabulary
import Wire

let host = LessonHost()
host.answer(Lesson5.miniBatches) { count, batchSize, seed, epochs in
  var generator = SeededGenerator(seed: seed)
  return (0..<epochs).map { _ in miniBatches(count: count, batchSize: batchSize, using: &generator) }
}
host.answer(Lesson5.gradientDescentStep) { start, gradients, learningRate in
  var parameters = start
  gradientDescentStep(&parameters, gradients: gradients, learningRate: learningRate)
  return parameters
}
host.answer(Lesson5.trainEpoch) { start, data, batchSize, hidden, seed, learningRate, epochs in
  var generator = SeededGenerator(seed: seed)
  var parameters = start
  return (0..<epochs).map { _ in
    var trace = EpochTrace(parameters: parameters)
    trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden.named(), using: &generator) {
      parameters, gradients, rows in
      trace.batches.append(EpochTrace.Batch(rows: rows, parameters: parameters, gradients: gradients))
      descend(&parameters, gradients, learningRate)
    }
    trace.parameters = parameters
    return trace
  }
}
host.answer(Lesson5.train) { start, data, validation, plan in
  var generator = SeededGenerator(seed: plan.seed)
  var parameters = start
  var trace = TrainingTrace(parameters: start)
  var isFirstBatch = true
  trace.history = train(
    &parameters, on: data, validation: validation, epochs: plan.epochs, batchSize: plan.batchSize,
    hidden: plan.hidden.named(), using: &generator,
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
host.serve()

/// The host's own descent step, so that 5.3 and 5.4 do not stand on 5.2.
///
/// Gradients that do not fit are left to the judge, who has seen them: a stop here would name a line of this file.
func descend(_ parameters: inout Parameters, _ gradients: Gradients, _ learningRate: Double) {
  descend(&parameters.weights, gradients.weights, learningRate)
  descend(&parameters.biases, gradients.biases, learningRate)
}

func descend(_ matrices: inout [Matrix], _ slopes: [Matrix], _ learningRate: Double) {
  guard slopes.map(\.shape) == matrices.map(\.shape) else { return }
  for layer in matrices.indices { matrices[layer] = matrices[layer] - learningRate * slopes[layer] }
}
