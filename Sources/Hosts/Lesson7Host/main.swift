import Contract
import CourseKit
import EarlyStopping
import Vocabulary
import Wire

let host = LessonHost()
host.answer(Lesson7.isImprovement) { minimumImprovement, bestLoss, losses in
  var monitor = EarlyStoppingMonitor(patience: 1, minimumImprovement: minimumImprovement)
  monitor.bestLoss = bestLoss
  // A best loss is that of some epoch; before the first one it is infinite.
  if bestLoss < .infinity { monitor.bestEpoch = 1 }
  var trace = ImprovementTrace()
  trace.losses = losses
  trace.answers = losses.map(monitor.isImprovement)
  return trace
}
host.answer(Lesson7.shouldStop) { patiences, minimumImprovement, curves, firstEpoch in
  var trace = MonitorTrace()
  for losses in curves {
    for patience in patiences {
      let monitor = EarlyStoppingMonitor(patience: patience, minimumImprovement: minimumImprovement)
      trace.epochs += epochs(of: monitor, watching: losses, from: firstEpoch)
    }
  }
  return trace
}
host.serve()

/// What the monitor holds after each loss.
func epochs(of newMonitor: EarlyStoppingMonitor, watching losses: [Double], from firstEpoch: Int) -> [MonitorEpoch] {
  var monitor = newMonitor
  var hasStopped = false
  // The parameters of each epoch, all different, so that it shows which ones were kept.
  let parameters = losses.indices.map { index in
    Parameters(
      weights: [Matrix([[1]]), Matrix([[Double(index)]])], biases: [Matrix([[-1]]), Matrix([[-Double(index)]])])
  }
  return losses.enumerated().map { index, loss in
    if !hasStopped {
      hasStopped = monitor.shouldStop(epoch: firstEpoch + index, validationLoss: loss, parameters: parameters[index])
    }
    let kept = monitor.bestParameters.map { best in place(of: best, in: parameters).map { firstEpoch + $0 } ?? -1 }
    return MonitorEpoch(
      patience: newMonitor.patience, epoch: firstEpoch + index, loss: loss, bestEpoch: monitor.bestEpoch ?? 0,
      bestLoss: monitor.bestLoss, bestParametersEpoch: kept ?? 0, hasStopped: hasStopped)
  }
}

/// Where parameters stand, by the number in their last layer; nil if they are no epoch's.
func place(of best: Parameters, in parameters: [Parameters]) -> Int? {
  guard let number = best.weights.last?.elements.first, let index = Int(exactly: number),
    parameters.indices.contains(index), parameters[index] == best
  else { return nil }
  return index
}
