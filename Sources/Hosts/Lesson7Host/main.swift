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
host.answer(Lesson7.shouldStop) { patiences, minimumImprovement, curves in
  var trace = MonitorTrace()
  for losses in curves {
    for patience in patiences {
      let monitor = EarlyStoppingMonitor(patience: patience, minimumImprovement: minimumImprovement)
      trace.epochs += epochs(of: monitor, watching: losses)
    }
  }
  return trace
}
host.serve()

/// What the monitor holds after each loss.
func epochs(of newMonitor: EarlyStoppingMonitor, watching losses: [Double]) -> [MonitorEpoch] {
  var monitor = newMonitor
  var hasStopped = false
  // The parameters of each epoch, all different, so that it shows which ones were kept.
  let parameters = losses.indices.map { index in
    Parameters(weights: [Matrix([[Double(index)]])], biases: [Matrix([[-Double(index)]])])
  }
  return losses.enumerated().map { index, loss in
    if !hasStopped {
      hasStopped = monitor.shouldStop(epoch: index + 1, validationLoss: loss, parameters: parameters[index])
    }
    let kept = monitor.bestParameters.map { best in parameters.firstIndex(of: best).map { $0 + 1 } ?? -1 }
    return MonitorEpoch(
      patience: newMonitor.patience, epoch: index + 1, loss: loss, bestEpoch: monitor.bestEpoch ?? 0,
      bestLoss: monitor.bestLoss, bestParametersEpoch: kept ?? 0, hasStopped: hasStopped)
  }
}
