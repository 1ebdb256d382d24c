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

  /// The checks of any function of every entry.
  var entryChecks: [Check] {
    [
      check(.shape, "that of z, [2, 3]", on: small, independent: others),
      check(.value, "values at −2 … 3", on: small, independent: others),
      check(.value, "finite and right at ±1000 and 0", on: extremes, independent: otherExtremes),
      check(.value, "at ±1000 just 0, ±1 or z", tolerance: .ends, on: ends, independent: otherExtremes, plain: others),
      checkEverySize("right on 120 matrices from [1, 1] to [18, 18], numbers of any size", count: 120),
    ]
  }

  /// The checks of the slope of an activation function.
  func slopeChecks(of activation: HiddenActivation) -> [Check] {
    entryChecks + [
      check(
        .gradient, "slopes agree with central differences of \(activation.rawValue)", tolerance: .gradient,
        on: awayFromKink, independent: others,
        expected: {
          Matrix.filled(awayFromKink.rows, awayFromKink.columns) { row, column in
            let point = Matrix([[awayFromKink[row, column]]])
            return CentralDifferences.gradient(at: point) { Oracle.value($0[0, 0], activation) }[0, 0]
          }
        })
    ]
  }
}

extension Misconception<Matrix, Matrix> {
  /// A wrong version that does the same to every entry.
  static func entrywise(
    _ name: String, _ sentence: String, _ entry: @escaping @Sendable (Double) -> Double
  ) -> Misconception {
    Misconception(name, sentence) { _, z in Matrix.filled(z.rows, z.columns) { entry(z[$0, $1]) } }
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
/// Numbers at least 0.3 away from 0, where ReLU has its kink.
private let awayFromKink = Matrix([[-2.5, -1.1, -0.3], [0.4, 1.3, 2.2]])
