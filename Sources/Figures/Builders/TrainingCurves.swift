import CourseKit

extension Figure {
  /// Returns loss and accuracy against the epoch, on training and on validation data.
  ///
  /// Epochs are counted from 1. Validation data that are the training data themselves would hide the training's curve and
  /// are left out.
  ///
  /// - Parameters:
  ///   - history: loss and accuracy of each epoch.
  ///   - title: what the picture shows.
  ///   - bestEpoch: the epoch whose parameters are kept; nil without early stopping.
  ///   - stopEpoch: the epoch after which early stopping ended the training; nil if it did not.
  public static func curves(
    _ history: History, title: String = "How training went", bestEpoch: Int? = nil, stopEpoch: Int? = nil
  ) -> Figure {
    let isValidated = history.validationLoss != history.trainingLoss

    func panel(_ title: String, _ training: [Double], _ validation: [Double]) -> Panel {
      var marks: [Mark] = [.line(name: "training", points: epochs(training))]
      if !validation.isEmpty, isValidated {
        marks.append(.line(name: "validation", points: epochs(validation)))
      }
      if let bestEpoch {
        marks.append(.rule(name: "kept: epoch \(bestEpoch)", x: Double(bestEpoch)))
      }
      if let stopEpoch {
        marks.append(.rule(name: "stop: epoch \(stopEpoch)", x: Double(stopEpoch)))
      }
      return Panel(title: title, x: Axis("epoch"), y: Axis(title.lowercased()), marks: marks)
    }
    return Figure(
      title,
      panels: [
        panel("Loss", history.trainingLoss, history.validationLoss),
        panel("Accuracy", history.trainingAccuracy, history.validationAccuracy),
      ])
  }

  /// One point an epoch, counted from 1.
  static func epochs(_ values: [Double]) -> [Point] {
    values.enumerated().map { Point(Double($0.offset + 1), $0.element) }
  }

  /// Points of so many epochs at most, the last one among them, at even distances.
  static func epochs(_ values: [Double], atMost count: Int) -> [Point] {
    let step = max((values.count + count - 1) / count, 1)
    return epochs(values).filter { (values.count - Int($0.x)).isMultiple(of: step) }
  }
}
