import CourseKit

extension Figure {
  /// Returns the decision boundary: the field of probabilities under the data, and the validation data in a panel
  /// of their own.
  ///
  /// Features are [N, 2]. Examples without two features are left out. Of a great many examples a sample is drawn, and
  /// the panel says so. `names` are what both classes are called; the field is the probability of the second one.
  public static func boundary(
    title: String, data: Dataset, validation: Dataset? = nil, names: [String] = [], field: Field,
    atMost limit: Int = 1000
  ) -> Figure {
    let names = ClassNames.distinct(names, count: 2)
    return boundary(
      title: title, training: data.examples, validation: validation?.examples, names: names,
      background: .field(field, of: names[1]), on: field.grid, atMost: limit)
  }

  /// Returns the decision boundaries of K classes: the region of each class under the data, and the validation data in
  /// a panel of their own.
  ///
  /// Features are [N, 2]. Examples without two features are left out. Of a great many examples a sample is drawn, and
  /// the panel says so. Class k has the kth colour and symbol, whether there are examples of it or not.
  ///
  /// - Parameters:
  ///   - title: what the picture shows.
  ///   - data: the examples that the network has learned from.
  ///   - validation: the examples that it is measured on.
  ///   - names: the names of the classes, K.
  ///   - regions: what the network says about every point of the plane.
  ///   - limit: how many examples a panel shows, at most.
  public static func boundary(
    title: String, data: ClassDataset, validation: ClassDataset? = nil, names: [String], regions: ClassRegions,
    atMost limit: Int = 1000
  ) -> Figure {
    let names = ClassNames.distinct(names, count: max(data.classCount, regions.classCount))
    return boundary(
      title: title, training: (data.features, data.classes),
      validation: validation.map { ($0.features, $0.classes) }, names: names,
      background: .regions(regions, names: names), on: regions.grid, atMost: limit)
  }

  /// Points [N, 2] and the class of each.
  typealias Examples = (points: Matrix, classes: [Int])

  /// What the two classes of a `Dataset` are called.
  static let twoClasses = ["class 0", "class 1"]

  private static func boundary(
    title: String, training: Examples, validation: Examples?, names: [String], background: Mark, on grid: PointGrid,
    atMost limit: Int
  ) -> Figure {
    func panel(_ title: String, _ examples: Examples) -> Panel {
      let count = examples.points.rows
      let shown = sample(of: count, atMost: limit)
      let part = "\(shown.count) of \(count)"
      let sampleTitle = title.isEmpty ? "\(part) examples" : "\(title): \(part)"
      var panel = Panel(
        title: shown.count < count ? sampleTitle : title, x: Axis("x₁", range: grid.xRange),
        y: Axis("x₂", range: grid.yRange), marks: [background] + scatters(examples, at: shown, names: names))
      panel.hasEqualUnits = true
      return panel
    }
    guard let validation else { return Figure(title, panels: [panel("", training)]) }
    return Figure(title, panels: [panel("Training data", training), panel("Validation data", validation)])
  }

  /// So many examples that more of them would only hide the background and each other, from all over the dataset.
  private static func sample(of count: Int, atMost size: Int) -> [Int] {
    count <= size ? Array(0..<count) : (0..<size).map { $0 * count / size }
  }

  /// A scatter for each class of those examples that stand in `rows`.
  static func scatters(_ examples: Examples, at rows: [Int], names: [String]) -> [Mark] {
    let (points, classes) = examples
    return names.enumerated().map { number, name in
      let ofClass = points.columns < 2 ? [] : rows.filter { classes[$0] == number }
      return .points(name: name, points: ofClass.map { Point(points[$0, 0], points[$0, 1]) })
    }
  }
}

extension Dataset {
  /// The features with their labels as classes.
  fileprivate var examples: Figure.Examples { (features, classes) }

  /// The class of each example, 0 or 1.
  var classes: [Int] { labels.elements.map { $0 >= 0.5 ? 1 : 0 } }
}
