import CourseKit
import Engine
import Vocabulary
import Wire

/// What the exercises of lesson 1 have in common: each does the same to every entry of z.
typealias Elementwise = Specification<Matrix, Matrix>

extension Elementwise {
  /// A matrix of any size with numbers of both signs.
  func drawingMatrices() -> Elementwise {
    drawing { size, generator in
      let (rows, columns) = (Samples.size(upTo: size, &generator), Samples.size(upTo: size, &generator))
      return Matrix.filled(rows, columns) { _, _ in 2 * generator.nextGaussian() }
    }.drawingAtEdges { size, generator in
      let (rows, columns) = (EdgeSamples.count(upTo: size, &generator), EdgeSamples.count(upTo: size, &generator))
      return EdgeSamples.numbers(rows, columns, &generator)
    }
  }

  /// The formula of an entry, of which there may be another one from some z on.
  func made(as formula: String, ofEntries ingredients: (name: String, value: EntryFunction)...) -> Elementwise {
    made(
      as: formula, .activating, inPartsBy: "z", alsoAt: [scale],
      of: [Ingredient("z") { _, z in z }]
        + ingredients.map { name, value in Ingredient(name) { _, z in z.entrywise(value) } })
  }

  /// The checks of any function of every entry.
  var entryChecks: [Check] {
    [
      check(.shape, "that of z, [2, 3]", on: small),
      check(.value, "values at −2 … 3", on: small),
      check(.value, "finite and right at ±1000 and 0", on: extremes),
      check(.value, "at ±1000 exactly 0, ±1 or z", tolerance: .ends, on: ends),
      checkEverySize("right on 120 matrices from [1, 1] to [18, 18], numbers of any size", count: 120),
    ]
  }

  /// The checks of the slope of an activation function.
  func slopeChecks(of activation: HiddenActivation) -> [Check] {
    entryChecks + [
      check(
        .gradient, "slopes agree with central differences of \(activation.rawValue)", tolerance: .gradient,
        on: awayFromKink,
        expected: {
          Matrix.filled(awayFromKink.rows, awayFromKink.columns) { row, column in
            let point = Matrix([[awayFromKink[row, column]]])
            return CentralDifferences.gradient(at: point) { Oracle.value($0[0, 0], activation) }[0, 0]
          }
        })
    ]
  }
}

extension Demonstration {
  /// The example of lesson 1's page: a function at −2, 0 and 2.
  static func atThreePoints(_ function: LessonFunction<Matrix, Matrix>) -> Demonstration {
    Demonstration { student in
      [DemonstratedCall("`\(function.name)([[−2, 0, 2]])`", try student.call(function, Matrix([[-2, 0, 2]])))]
    }
  }
}

/// Small numbers of both signs and 0.
private let small = Matrix([[-2, -0.5, 0], [0.5, 1, 3]])
private let others = Matrix([[1.5, 0, -0.75], [-1, -3, 4], [0.25, 2, -2.5]])
/// Where a careless formula overflows, in a square: rows and columns can be exchanged without notice in no other shape.
private let extremes = Matrix([[-1000, -40, -1.5], [0, 0.7, 40], [1000, 3, -0.2]])
private let otherExtremes = Matrix([[800], [0.4], [0], [-2], [-800]])
extension Tolerance {
  /// For what is 0 or 1 by then: a z that is cut at ±500 before it overflows leaves 1e-217, which is as good.
  fileprivate static let ends = Tolerance(relative: 1e-14, absolute: 1e-30)
}

/// Where each function has reached its end.
private let ends = Matrix([[-1000, 1000]])
/// Numbers from −1000 to 1000, close together near 0.
private let scale: Matrix = {
  let positive: [Double] =
    [0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.04] + (1...200).map { Double($0) / 20 }
    + (21...100).map { Double($0) / 2 } + (6...100).map { Double($0) * 10 }
  return Matrix([positive.reversed().map { -$0 } + [0] + positive])
}()
/// Numbers at least 0.3 away from 0, where ReLU has its kink.
private let awayFromKink = Matrix([[-2.5, -1.1, -0.3], [0.4, 1.3, 2.2]])
