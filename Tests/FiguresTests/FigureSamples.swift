import CourseKit
import Figures
import Foundation

/// A picture of each kind, from numbers that never change.
enum FigureSamples {
  static let all: [(name: String, figure: any Picture)] =
    [
      ("activations", activations),
      ("initialWeights", initialWeights),
      ("activationSpread", activationSpread),
      ("curves", curves),
      ("boundary", boundary),
      ("hiddenSpace", hiddenSpace),
      ("weightNorms", weightNorms),
      ("trainingLosses", trainingLosses),
      ("slopes", slopes),
      ("comparison", comparison),
      ("nothing", nothing),
      ("digits", digits),
    ] + ofClasses + DiagramSamples.all.map { ($0.name, $0.diagram) }

  /// Digits of few pixels, as a network reads them; one is no square, and one has pixels beyond paper and ink.
  static var digits: PictureSheet {
    let one = Matrix([[0, 0.5, 0], [0.25, 1, 0], [0, 1, 0], [0, 1, 0], [0.75, 1, 0.75]])
    let seven = Matrix([[1, 1, 1, 1], [0, 0, 0, 0.8], [0, 0, 0.6, 0.2], [0, 0.4, 0.3, 0], [0.1, 0.9, 0, 0]])
    let odd = Matrix([[-3, 0.01], [0.99, 40]])
    let tiles = [(one, "1 read as 7", "51.4 % sure"), (seven, "7 read as 1", "100.0 % sure"), (odd, "0", "<&>")]
    return PictureSheet(
      "12 of 359 digits are misread", tiles: (0..<12).map { tiles[$0 % 3] }.map { .init($0, caption: [$1, $2]) })
  }

  /// A training that overfits after epoch 120.
  static var curves: Figure {
    var history = History()
    for epoch in 1...400 {
      let time = Double(epoch)
      let wave = 0.004 * sin(time * 1.7) + 0.003 * cos(time * 0.61)
      history.trainingLoss.append(0.3 + 0.4 * exp(-time / 30) + wave)
      history.validationLoss.append(0.36 + 0.35 * exp(-time / 28) + 0.0002 * max(0, time - 120) + 2 * wave)
      history.trainingAccuracy.append(0.86 - 0.36 * exp(-time / 25) + wave)
      history.validationAccuracy.append(0.83 - 0.34 * exp(-time / 25) - 0.00005 * time + 2 * wave)
    }
    return .curves(history, bestEpoch: 120, stopEpoch: 170)
  }

  static var activations: Figure {
    let z = (-60...60).map { Double($0) / 15 }
    let sigmoid = z.map { 1 / (1 + exp(-$0)) }
    return .activations(
      z: z,
      functions: [
        ("sigmoid", sigmoid, sigmoid.map { $0 * (1 - $0) }),
        ("tanh", z.map { tanh($0) }, z.map { 1 - tanh($0) * tanh($0) }),
        ("ReLU", z.map { max($0, 0) }, z.map { $0 > 0 ? 1 : 0 }),
      ])
  }

  static var initialWeights: Figure {
    .initialWeights(
      layers: [(1, 2, 32), (2, 32, 32), (3, 32, 1)].map { layer, fanIn, fanOut in
        let deviation = (2 / Double(fanIn)).squareRoot()
        return ("Layer \(layer)", gaussians(fanIn * fanOut, seed: UInt64(layer)).map { deviation * $0 }, deviation)
      })
  }

  static var activationSpread: Figure {
    let schemes = [("He", 0.98), ("Xavier", 0.7), ("too small", 0.1), ("too large", 2.3)]
    return .activationSpread(
      schemes: schemes.map { name, factor in
        (name, (0...10).map { 0.8 * pow(factor, Double($0)) })
      })
  }

  /// XOR, and what two rectified units with the sums x₁ + x₂ and x₁ + x₂ − 1 make of it.
  static var hiddenSpace: Figure {
    let hidden = Matrix([[0, 0], [1, 0], [1, 0], [2, 1]])
    return .hiddenSpace(inputs: .xor, hidden: hidden, separator: (1, -2, -0.5))
  }

  static var weightNorms: Figure {
    let epochs = (1...400).map(Double.init)
    let free = epochs.map { epoch in 19.5 - 9 * exp(-epoch / 200) }
    let decayed = epochs.map { epoch in 11.5 - exp(-epoch / 100) + 0.1 * sin(epoch / 9) }
    return .weightNorms([("λ = 0", free), ("λ = 0.2", decayed)])
  }

  static var trainingLosses: Figure {
    let epochs = (1...400).map(Double.init)
    return .trainingLosses([
      ("without momentum", epochs.map { 0.33 + 0.35 * exp(-$0 / 60) }),
      ("β = 0.9", epochs.map { 0.3 + 0.35 * exp(-$0 / 12) + 0.003 * sin($0 / 5) }),
    ])
  }

  /// A parabola with its slope, and a kink with the slope 0 of the course.
  static var slopes: Figure {
    let places = (-40...40).map { Double($0) / 20 }
    return .slopes([
      ("W1", 1, 1.5, places.map { Point(1 + $0, 0.5 + 1.5 * $0 + $0 * $0) }),
      ("b1", 0, 0, places.map { Point($0, max($0, 0)) }),
    ])
  }

  static var comparison: Figure {
    .comparison(
      title: "Width and depth on two moons", axis: "validation accuracy", areShares: true,
      entries: [
        ("[2, 8, 1]", (0.8121, 0.248), (0.8083, 0.052)),
        ("[2, 32, 32, 1]", (0.8297, 0.031), (0.835, 0.035)),
        ("[2, 64, 64, 1]", (0.8389, 0.033), (0.835, 0.036)),
        ("[2, 32, 32, 32, 1]", (0.8402, 0.024), nil),
      ])
  }

  static var boundary: Figure {
    .boundary(
      title: "Two moons, noise 0.2", data: moons(count: 400, seed: 1), validation: moons(count: 100, seed: 2),
      field: moonField)
  }

  static var nothing: Figure {
    var history = History()
    history.trainingLoss = [.nan, .infinity, .nan]
    return .curves(history)
  }

  static func gaussians(_ count: Int, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in generator.nextGaussian() }
  }

  static func moons(count: Int, seed: UInt64) -> Dataset {
    var generator = SeededGenerator(seed: seed)
    return .moons(count: count, noise: 0.2, using: &generator)
  }

  /// Probabilities that follow a wave between the moons.
  static var moonField: Field {
    Field(xRange: -1.8...2.8, yRange: -1.4...1.9) { points in
      let elements = (0..<points.rows).map { row in
        let (x, y) = (points[row, 0], points[row, 1])
        return 1 / (1 + exp(4 * (y - 0.25 - 0.45 * cos(2.2 * x + 0.45))))
      }
      return Matrix(rows: points.rows, columns: 1, elements: elements)
    }
  }
}
