import CourseKit
import Figures
import Foundation

/// Pictures of several classes, from numbers that never change.
extension FigureSamples {
  static let ofClasses: [(name: String, figure: Figure)] = [
    ("classRegions", classRegions),
    ("confusion", confusion),
    ("confusionOfMany", confusionOfMany),
  ]

  /// Three classes in a ring, and one in their middle of which there is no example.
  static var classRegions: Figure {
    .boundary(
      title: "Three classes and an empty one", data: ring(count: 240, seed: 1), validation: ring(count: 60, seed: 2),
      names: ["setosa", "versicolor", "virginica", "none of <these>"], regions: ringRegions)
  }

  /// A class without examples, and one that is always right.
  static var confusion: Figure {
    .confusion(
      title: "What the flowers were taken for",
      counts: [[48, 2, 0, 0], [0, 1207, 31, 5], [0, 0, 0, 0], [0, 0, 0, 9]],
      names: ["setosa", "versicolor", "<none> & \"nothing\"", "virginica"])
  }

  /// Too many classes for their counts.
  static var confusionOfMany: Figure {
    let counts = (0..<30).map { row in
      (0..<30).map { column in row == column ? 700 + 10 * row : (row + 3 * column) % 7 == 0 ? 2 * row : 0 }
    }
    return .confusion(
      title: "Thirty classes", counts: counts, names: counts.indices.map { "class of \($0), a rather long name" })
  }

  private static let centres: [(x: Double, y: Double)] = [(1, 0), (-0.5, 0.9), (-0.5, -0.9), (0, 0)]

  private static func ring(count: Int, seed: UInt64) -> ClassDataset {
    var generator = SeededGenerator(seed: seed)
    let classes = (0..<count).map { $0 % 3 }
    let points = classes.map { oneClass in
      [centres[oneClass].x, centres[oneClass].y].map { $0 + 0.4 * generator.nextGaussian() }
    }
    return ClassDataset(features: Matrix(points), classes: classes, classCount: 4)
  }

  private static var ringRegions: ClassRegions {
    ClassRegions(xRange: -2...2.2, yRange: -2...2) { softmax($0, logits: centres.map { hill(at: $0, steepness: 3) }) }
  }

  /// A logit that is 0 at one place and falls from there to all sides.
  static func hill(at centre: (x: Double, y: Double), steepness: Double) -> (Double, Double) -> Double {
    { x, y in -steepness * ((x - centre.x) * (x - centre.x) + (y - centre.y) * (y - centre.y)) }
  }

  /// Probabilities [N, K] at points [N, 2], from one logit for each class.
  static func softmax(_ points: Matrix, logits: [(Double, Double) -> Double]) -> Matrix {
    Matrix(
      (0..<points.rows).map { row in
        let powers = logits.map { exp($0(points[row, 0], points[row, 1])) }
        return powers.map { $0 / powers.reduce(0, +) }
      })
  }
}
