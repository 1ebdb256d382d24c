import Contract
import CourseKit
import Wire

// How the methods of lesson 7 answer the judge's calls.

extension Version {
  func installLesson7(in answerer: some Answering) {
    let title = title
    if exercise == "7.1" {
      answerer.answer(Lesson7.isImprovement) { minimumImprovement, bestLoss, losses in
        var monitor = EarlyStoppingMonitor(patience: 1, minimumImprovement: minimumImprovement)
        monitor.bestLoss = bestLoss
        if bestLoss < .infinity { monitor.bestEpoch = 1 }
        var trace = ImprovementTrace()
        trace.losses = losses
        trace.answers = try losses.map { [monitor] in try monitor.isImprovement(mistake: title, $0) }
        return trace
      }
    } else {
      answerer.answer(Lesson7.shouldStop) { patiences, minimumImprovement, curves, firstEpoch in
        var trace = MonitorTrace()
        for losses in curves {
          for patience in patiences {
            let monitor = EarlyStoppingMonitor(patience: patience, minimumImprovement: minimumImprovement)
            trace.epochs += try epochs(of: monitor, watching: losses, from: firstEpoch)
          }
        }
        return trace
      }
    }
  }

  /// What the monitor holds after each loss.
  private func epochs(of newMonitor: EarlyStoppingMonitor, watching losses: [Double], from firstEpoch: Int) throws
    -> [MonitorEpoch]
  {
    var monitor = newMonitor
    var hasStopped = false
    let parameters = losses.indices.map { index in
      Parameters(
        weights: [Matrix([[1]]), Matrix([[Double(index)]])], biases: [Matrix([[-1]]), Matrix([[-Double(index)]])])
    }
    return try losses.enumerated().map { index, loss in
      if !hasStopped {
        hasStopped = try monitor.shouldStop(
          mistake: title, epoch: firstEpoch + index, validationLoss: loss, parameters: parameters[index])
      }
      let kept = monitor.bestParameters.map { best in place(of: best, in: parameters).map { firstEpoch + $0 } ?? -1 }
      return MonitorEpoch(
        patience: newMonitor.patience, epoch: firstEpoch + index, loss: loss, bestEpoch: monitor.bestEpoch ?? 0,
        bestLoss: monitor.bestLoss, bestParametersEpoch: kept ?? 0, hasStopped: hasStopped)
    }
  }
}

/// Where parameters stand, by the number in their last layer; nil if they are no epoch's.
private func place(of best: Parameters, in parameters: [Parameters]) -> Int? {
  guard let number = best.weights.last?.elements.first, let index = Int(exactly: number),
    parameters.indices.contains(index), parameters[index] == best
  else { return nil }
  return index
}
