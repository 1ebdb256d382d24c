import Contract
import CourseKit

extension ImprovementTrace: Inspectable {
  var parts: [Part] {
    zip(losses, answers).map { loss, answer in
      Part(name: "loss \(loss.text)", truth: answer)
    }
  }
}

extension MonitorTrace: Inspectable {
  var parts: [Part] {
    epochs.enumerated().flatMap { number, epoch in
      let name = "patience \(epoch.patience), epoch \(epoch.epoch), loss \(epoch.loss.text): "
      return [
        Part(name: name + "bestEpoch", number: Double(epoch.bestEpoch), step: 4 * number) { $0 == 0 ? "nil" : $0.text },
        Part(name: name + "bestLoss", number: epoch.bestLoss, step: 4 * number + 1) { $0.text },
        Part(name: name + "bestParameters", number: Double(epoch.bestParametersEpoch), step: 4 * number + 2) {
          $0 == 0 ? "nil" : ($0 < 0 ? "of no epoch" : "of epoch \($0.text)")
        },
        Part(name: name + "stop", truth: epoch.hasStopped, step: 4 * number + 3),
      ]
    }
  }
}

extension Part {
  /// A single number with its own way of being written.
  fileprivate init(name: String, number: Double, step: Int? = nil, text: @escaping (Double) -> String) {
    self.init(name: name, matrix: Matrix([[number]]), isNumber: true, step: step, text: text)
  }

  /// A truth value: 1 for true.
  fileprivate init(name: String, truth: Bool, step: Int? = nil) {
    self.init(name: name, number: truth ? 1 : 0, step: step) { $0 == 1 ? "true" : "false" }
  }
}
