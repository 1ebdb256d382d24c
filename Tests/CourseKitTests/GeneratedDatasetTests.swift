import CourseKit
import Testing

@Suite("A generated dataset") struct GeneratedDatasetTests {
  /// The datasets that are drawn, without noise where there is any.
  enum Kind: CaseIterable {
    case moons, circles, quadrants, linear

    func examples(_ count: Int, seed: UInt64, noise: Double = 0) -> Dataset {
      var generator = SeededGenerator(seed: seed)
      return switch self {
      case .moons: Dataset.moons(count: count, noise: noise, using: &generator)
      case .circles: Dataset.circles(count: count, noise: noise, using: &generator)
      case .quadrants: Dataset.quadrants(count: count, using: &generator)
      case .linear: Dataset.linear(count: count, using: &generator)
      }
    }
  }

  @Test("has as many examples as asked for, two features each and labels 0 and 1", arguments: Kind.allCases)
  func shapes(kind: Kind) {
    for count in [0, 1, 2, 7, 100] {
      let data = kind.examples(count, seed: 3)
      #expect(data.features.shape == "[\(count), 2]")
      #expect(data.labels.shape == "[\(count), 1]")
      #expect(data.labels.elements.allSatisfy { $0 == 0 || $0 == 1 })
    }
  }

  @Test("is the same for the same seed and another one for another seed", arguments: Kind.allCases)
  func seeds(kind: Kind) {
    #expect(kind.examples(50, seed: 8, noise: 0.2) == kind.examples(50, seed: 8, noise: 0.2))
    #expect(kind.examples(50, seed: 8, noise: 0.2) != kind.examples(50, seed: 9, noise: 0.2))
  }

  @Test("has half of its examples in each class", arguments: Kind.allCases)
  func balance(kind: Kind) {
    let ones = kind.examples(2000, seed: 5).labels.elements.reduce(0, +)
    // Moons and circles have exactly half; the others are drawn, with a standard deviation of 22.
    #expect(abs(ones - 1000) < (kind == .moons || kind == .circles ? 0.5 : 100))
  }

  @Test("is shuffled: its first half has examples of both classes in equal shares", arguments: Kind.allCases)
  func shuffled(kind: Kind) {
    let first = kind.examples(2000, seed: 6).rows(at: Array(0..<1000))
    #expect(abs(first.labels.elements.reduce(0, +) - 500) < 100)
  }

  @Test("xor: the four corners, labelled 1 where just one coordinate is 1")
  func xor() {
    #expect(Dataset.xor.features == Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]))
    #expect(Dataset.xor.labels == Matrix([[0], [1], [1], [0]]))
  }

  @Test("moons: without noise every point lies on its half circle")
  func moons() {
    let data = Kind.moons.examples(200, seed: 1)
    for row in 0..<data.count {
      let (x, y) = (data.features[row, 0], data.features[row, 1])
      let isFirst = data.labels[row, 0] == 0
      let (fromCentre, height) = isFirst ? (x, y) : (x - 1, 0.5 - y)
      #expect(abs(fromCentre * fromCentre + height * height - 1) < 1e-12)
      #expect(height >= 0)
    }
  }

  @Test("circles: without noise class 0 has radius 1 and class 1 the factor", arguments: [0.5, 0.3])
  func circles(factor: Double) {
    var generator = SeededGenerator(seed: 2)
    let data = Dataset.circles(count: 200, noise: 0, factor: factor, using: &generator)
    for row in 0..<data.count {
      let (x, y) = (data.features[row, 0], data.features[row, 1])
      let radius = data.labels[row, 0] == 0 ? 1 : factor
      #expect(abs((x * x + y * y).squareRoot() - radius) < 1e-12)
    }
  }

  @Test("quadrants and linear: the labels follow from the coordinates")
  func rules() {
    let quadrants = Kind.quadrants.examples(200, seed: 4)
    let linear = Kind.linear.examples(200, seed: 4)
    for row in 0..<200 {
      #expect((quadrants.labels[row, 0] == 1) == (quadrants.features[row, 0] * quadrants.features[row, 1] > 0))
      #expect((linear.labels[row, 0] == 1) == (linear.features[row, 0] + linear.features[row, 1] > 0))
    }
  }

  @Test("noise has the standard deviation that is asked for, in both coordinates")
  func noise() {
    var generator = SeededGenerator(seed: 7)
    let data = Dataset.circles(count: 20_000, noise: 0.1, factor: 0, using: &generator)
    // The inner circle has radius 0, so that its points are noise alone.
    let inner = data.rows(at: (0..<data.count).filter { data.labels[$0, 0] == 1 }).features
    for column in 0..<2 {
      let squares = (0..<inner.rows).map { inner[$0, column] * inner[$0, column] }
      let deviation = (squares.reduce(0, +) / Double(inner.rows)).squareRoot()
      #expect(abs(deviation - 0.1) < 0.004)
    }
  }
}
