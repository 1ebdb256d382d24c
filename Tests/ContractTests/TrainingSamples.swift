import Contract
import Wire
import CourseKit

extension Samples {
  static let dataset = Dataset(features: Matrix([[0.5, -1], [2, 1e-300], [3, 4]]), labels: Matrix([[1], [0], [1]]))
  static let plan = TrainingPlan(
    epochs: -3, batchSize: 4, hidden: .tanh, seed: .max, learningRate: 0.125, stopAfter: 2)
  static let history: History = {
    var history = History()
    history.trainingLoss = [0.7, 0.5]
    history.validationLoss = [0.8]
    history.trainingAccuracy = [0.5, 0.75, 1]
    history.validationAccuracy = []
    return history
  }()
  static let epochTrace: EpochTrace = {
    var trace = EpochTrace(parameters: parameters)
    trace.batches = [
      EpochTrace.Batch(rows: 3, parameters: parameters, gradients: gradients),
      EpochTrace.Batch(rows: -1, parameters: Parameters(weights: [], biases: []), gradients: gradients),
    ]
    return trace
  }()
  static let trainingTrace: TrainingTrace = {
    var trace = TrainingTrace(parameters: parameters)
    trace.history = history
    trace.epochs = [1, 2, 7]
    trace.histories = [trace.history, History()]
    trace.epochParameters = [parameters]
    trace.updateRows = [4, 1, 12]
    trace.hasDrawn = true
    trace.firstGradients = [gradients, gradients]
    return trace
  }()
}
