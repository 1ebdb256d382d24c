import CourseKit

extension Figure {
  /// Returns the decision boundary: the field of probabilities under the data, and the validation data in a panel
  /// of their own.
  ///
  /// Features are [N, 2]. Examples without two features are left out. Of a great many examples a sample is drawn, and the
  /// panel says so.
  public static func boundary(title: String, data: Dataset, validation: Dataset? = nil, field: Field) -> Figure {
    func panel(_ title: String, _ data: Dataset) -> Panel {
      let shown = data.sample
      let part = "\(shown.count) of \(data.count)"
      let sampleTitle = title.isEmpty ? "\(part) examples" : "\(title): \(part)"
      var panel = Panel(
        title: shown.count < data.count ? sampleTitle : title, x: Axis("x₁", range: field.xRange),
        y: Axis("x₂", range: field.yRange), marks: [.field(field)] + classes(shown.features, labels: shown.labels))
      panel.hasEqualUnits = true
      return panel
    }
    guard let validation else { return Figure(title, panels: [panel("", data)]) }
    return Figure(title, panels: [panel("Training data", data), panel("Validation data", validation)])
  }

  /// A scatter for each class of points [N, 2] with labels [N, 1].
  static func classes(_ points: Matrix, labels: Matrix) -> [Mark] {
    [0, 1].map { label in
      let rows = (0..<min(points.rows, labels.rows)).filter { (labels[$0, 0] >= 0.5) == (label == 1) }
      return .points(
        name: "class \(label)",
        points: points.columns < 2 ? [] : rows.map { Point(points[$0, 0], points[$0, 1]) })
    }
  }
}

extension Dataset {
  /// So many examples that more of them would only hide the field and each other, from all over the dataset.
  fileprivate var sample: Dataset {
    let size = 1000
    return count <= size ? self : rows(at: (0..<size).map { $0 * count / size })
  }
}
