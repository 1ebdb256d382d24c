import CourseKit

extension Figure {
  /// Returns loss and accuracy against the epoch, on training and on validation data.
  ///
  /// Epochs are counted from 1; `bestEpoch` is marked if there is one.
  public static func curves(_ history: History, bestEpoch: Int? = nil) -> Figure {
    func panel(_ title: String, _ training: [Double], _ validation: [Double]) -> Panel {
      var marks: [Mark] = [.line(name: "training", points: epochs(training))]
      if !validation.isEmpty {
        marks.append(.line(name: "validation", points: epochs(validation)))
      }
      if let bestEpoch {
        marks.append(.rule(name: "best epoch: \(bestEpoch)", x: Double(bestEpoch)))
      }
      return Panel(title: title, x: Axis("epoch"), y: Axis(title.lowercased()), marks: marks)
    }
    return Figure(
      "How training went",
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
