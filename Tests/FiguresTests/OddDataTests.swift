import CourseKit
import Testing

@testable import Figures

/// Whatever a training may come to, there is a picture of it.
@Suite
struct OddDataTests {
  private static let oddNumbers: [Double] = [
    0, -0.0, 1, -1, .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
    .leastNonzeroMagnitude, 1e-300, 1e99, -1e100, 1e101, 1e-99, 3, 3 + 1e-15,
  ]

  private static func marks(_ numbers: [Double]) -> [Mark] {
    let points = zip(numbers, numbers.reversed()).map(Point.init)
    let square = Matrix(rows: 2, columns: 2, elements: Array((numbers + [0, 0, 0, 0]).prefix(4)))
    let low = numbers.min() ?? 0
    let high = max(numbers.max() ?? 0, low)
    let range = low <= high ? low...high : 0...0
    return [
      .line(name: "line", points: points), .points(name: "points", points: points),
      .bars(name: "bars", edges: numbers, heights: numbers), .bars(name: "no bars", edges: [], heights: numbers),
      .field(Field(xRange: range, yRange: range, values: square)),
      .field(Field(xRange: range, yRange: 0...1, values: .zeros(rows: 0, columns: 0))),
      .field(Field(xRange: 0...1, yRange: range, values: .zeros(rows: 1, columns: 1))),
      .regions(
        ClassRegions(
          grid: PointGrid(xRange: range, yRange: range, rows: 2, columns: 2),
          probabilities: Matrix((0..<4).map { row in square.elements.map { $0 * Double(row) } })),
        names: ["a", "b"]),
      .regions(
        ClassRegions(
          grid: PointGrid(xRange: range, yRange: 0...1, rows: 0, columns: 3),
          probabilities: .zeros(rows: 0, columns: 0)), names: []),
      .rule(name: "rule", x: numbers.first ?? 0),
      .confusion(counts: [], names: []),
      .confusion(counts: [[1, .max, .max], [], [-5], [7, 8, 9, 10]], names: ["a", "a", "\(numbers)"]),
      .intervals(
        name: "intervals", entries: numbers.map { Interval(label: "\($0)", mean: $0, spread: numbers.last ?? 0) }),
    ]
  }

  @Test("odd numbers, alone and together, stop nothing and leave no odd coordinate")
  func everyMark() {
    var lists: [[Double]] = [[], Self.oddNumbers, [.nan, .nan, .nan]]
    for (index, first) in Self.oddNumbers.enumerated() {
      lists.append([first])
      for step in [1, 2, 5] {
        lists.append([first, Self.oddNumbers[(index + step) % Self.oddNumbers.count]])
      }
    }
    for numbers in lists {
      for isLogarithmic in [false, true] {
        let panels = Self.marks(numbers).map { mark in
          Panel(
            title: "", x: Axis("x", isLogarithmic: isLogarithmic), y: Axis("y", isLogarithmic: isLogarithmic),
            marks: [mark])
        }
        expectDrawable(Figure("odd", panels: panels), "\(numbers)")
      }
    }
  }

  @Test("all marks over each other, in a range that is no range")
  func oddRanges() {
    let infinity = Double.infinity
    let ranges: [ClosedRange<Double>] = [0...0, -1...1, -infinity...infinity, 1e300...1e305, 5...(5 + 1e-14)]
    for range in ranges {
      for isLogarithmic in [false, true] {
        var panel = Panel(
          title: "", x: Axis("x", range: range, isLogarithmic: isLogarithmic),
          y: Axis("y", range: range, isLogarithmic: isLogarithmic), marks: Self.marks([1, 2, 3, 4]))
        expectDrawable(Figure("", panels: [panel]), "\(range)")
        panel.hasEqualUnits = true
        panel.marks.removeLast(2)
        expectDrawable(Figure("", panels: [panel]), "\(range)")
      }
    }
  }

  @Test("where there is nothing to draw, a sentence says so")
  func nothing() {
    for figure in [FigureSamples.nothing, .curves(History()), .weightNorms([]), .weightNorms([("a", [.nan])])] {
      #expect(figure.svg.contains("Nothing to draw:"))
      #expect(
        figure.terminal(width: 60, height: 12, style: TerminalStyle(usesColor: false, isASCII: true))
          .contains("Nothing to draw:"))
    }
    #expect(!FigureSamples.curves.svg.contains("Nothing to draw:"))
  }

  @Test("a constant is a line in the middle")
  func constant() throws {
    let figure = Figure.weightNorms([("a", [2, 2, 2])])
    #expect(!figure.svg.contains("Nothing to draw:"))
    let fraction = try #require(figure.panels[0].yScale.fraction(2))
    #expect(abs(fraction - 0.5) < 1e-9)
  }

  @Test("a value that is no number interrupts the curve, and a lone point between two gaps shows")
  func gaps() {
    let values: [Double] = [1, 2, .nan, 3, .infinity, 4, 5]
    let long = values + [Double](repeating: 5, count: 30)
    let svg = Figure.weightNorms([("a", long)]).svg
    #expect(svg.firstMatch(of: /d="M[^M"]*M[^M"]*h0\.01M[^M"]*"/) != nil)
  }

  @Test("the axis shows the epochs in which the loss was no number")
  func epochsWithoutNumber() {
    let figure = Figure.weightNorms([("a", [1, 2, 3] + [Double](repeating: .nan, count: 97))])
    #expect(figure.panels[0].xScale.range == 1...100)
  }

  @Test("every builder takes empty and broken data")
  func builders() {
    let empty = Dataset(features: .zeros(rows: 0, columns: 2), labels: .zeros(rows: 0, columns: 1))
    let broken = Matrix(rows: 4, columns: 2, repeating: .nan)
    let field = Field(xRange: 0...1, yRange: 0...1, values: Matrix(rows: 3, columns: 3, repeating: .nan))
    var history = History()
    history.trainingLoss = [1, 2, 3]
    history.trainingAccuracy = [.nan]
    let figures: [Figure] = [
      .activations(z: [], functions: []),
      .activations(z: [1, 2], functions: [("a", [1], [])]),
      .activations(z: [.nan, 1, 1], functions: [("a", [0, 1, .nan], [0, .infinity, 3])]),
      .initialWeights(layers: []),
      .initialWeights(layers: [("a", [], 1), ("b", [0, 0], 0), ("c", [.nan], .nan), ("d", [1], .infinity)]),
      .activationSpread(schemes: [("a", [0, 0, 0]), ("b", [.infinity]), ("c", [])]),
      .activationSpread(schemes: [("a", [1, 2])]),
      .sum("", name: "a", terms: [], at: [], axis: Axis(""), values: Axis("")),
      .sum("", name: "a", terms: [("b", [.nan]), ("c", [])], at: [1], axis: Axis(""), values: Axis("")),
      .penalized(loss: [], penalty: [Point(.nan, 1)], sum: [Point(0, .nan), Point(1, .infinity)]),
      .curves(history, bestEpoch: -3),
      .boundary(title: "", data: empty, validation: empty, field: field),
      .hiddenSpace(inputs: .xor, hidden: broken, separator: (.nan, 0, 0)),
      .hiddenSpace(inputs: .xor, hidden: .zeros(rows: 4, columns: 2), separator: (0, 0, 1)),
      .hiddenSpace(inputs: empty, hidden: .zeros(rows: 0, columns: 2), separator: (1, 1e-300, -0.5)),
      .hiddenSpace(inputs: .xor, hidden: .zeros(rows: 4, columns: 1), separator: (1, 1, 1)),
      .comparison(title: "", axis: "", entries: []),
      .comparison(title: "", axis: "", entries: [("a", (.nan, .nan), nil), ("a", (1, .infinity), (2, -3))]),
      .boundary(
        title: "", data: ClassDataset(features: broken, classes: [0, 1, 2, 4], classCount: 5), names: [],
        regions: ClassRegions(xRange: 0...1, yRange: 0...1, rows: 3, columns: 3) { _ in
          Matrix(rows: 9, columns: 3, repeating: .nan)
        }),
      .boundary(
        title: "", data: ClassDataset(features: .zeros(rows: 2, columns: 1), classes: [0, 1], classCount: 2),
        validation: ClassDataset(features: .zeros(rows: 0, columns: 2), classes: [], classCount: 2), names: ["a"],
        regions: ClassRegions(xRange: 0...1, yRange: 0...1, rows: 3, columns: 3) { _ in
          Matrix(rows: 9, columns: 1, repeating: 1)
        }),
      .confusion(title: "", counts: [], names: []),
      .confusion(title: "", counts: [[]], names: []),
      .confusion(title: "", counts: [[1, 2, 3]], names: ["a"]),
      .confusion(title: "", counts: [[0, 0], [0, 0]], names: ["", "\u{202E}", "\u{1F44D}"]),
      Figure("", panels: []),
    ]
    for (index, figure) in figures.enumerated() {
      expectDrawable(figure, "figure \(index)")
    }
  }

  private func expectDrawable(_ figure: Figure, _ what: String) {
    let svg = figure.svg
    #expect(XMLCheck(svg).problem == nil, "\(what)")
    let coordinates = svg.matches(of: /\s(?:d|x|y|width|height)="([^"]*)"/).map(\.output.1)
    #expect(coordinates.allSatisfy { !$0.contains("nan") && !$0.contains("inf") && !$0.contains("e") }, "\(what)")
    for isASCII in [false, true] {
      let style = TerminalStyle(usesColor: true, isASCII: isASCII)
      #expect(!figure.terminal(width: 50, height: 10, style: style).isEmpty || figure.panels.isEmpty, "\(what)")
    }
  }
}
