import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

/// An initialiser as exercises 2.2 and 2.3 ask for it.
///
/// Its random numbers are judged by their statistics, so that any order of draws and any right way of drawing passes.
struct Initializer: Sendable {
  let function: LessonFunction<[Parameters], [Int], UInt64, Int>
  /// What stands above the fraction of the variance.
  private let factor: Double
  private let slips: [Slip<WeightChoices>]

  init(
    function: LessonFunction<[Parameters], [Int], UInt64, Int>, factor: Double, slips: [Slip<WeightChoices>]
  ) {
    self.function = function
    self.factor = factor
    self.slips = slips + weightSlips(formula: "\(factor.text) / fanIn")
  }

  /// The variance that is asked for, as the report writes it: "2 / fanIn".
  var formula: String { "\(factor.text) / fanIn" }

  func variance(_ fanIn: Double) -> Double { factor / fanIn }

  /// Layers with 7200, 9000 and 6000 weights: the variance is known to 6 · √(2 / n), which is 10 %, 9 % and 11 %, while
  /// the fan-in and the fan-out differ by factors of 2, 2.5 and 3.75.
  static let layerSizes = [120, 60, 150, 40]
  static let seeds: [UInt64] = [1, 2]
  /// Hundreds of small networks: with one to six inputs one more or less in the fan-in is much of it.
  ///
  /// Layers of one unit, two alike in a row and networks of one layer are among them.
  static let manySmall = [[4, 1, 3, 3, 6, 1], [4, 1], [1, 2]].map { ($0, UInt64(5), 200) }

  /// Networks of one layer, and one of six.
  static let otherDepths = [[2, 1], [1, 1, 1, 1, 1, 1, 1], [4, 1], [1, 5]].map { ($0, UInt64(3), 2) }

  var exercise: Exercise {
    let (variance, slipNames) = (variance, slips.map(\.mistake.name))
    let observed = InitializerMistake.allCases.filter { !slipNames.contains($0.rawValue) }
    return Exercise(
      Specification(
        function,
        right: { _, layerSizes, seed, times in
          Oracle.initialized(layerSizes, seed: seed, times: times, variance: variance)
        }
      )
      .choosing(WeightChoices(factor: factor), slips: slips, reading: WeightReading.judge)
      .recognising(observed.map { KnownMistake($0.rawValue, sentence($0)) })
      // One network of large layers, or many of small ones, where one input more or less is much.
      .drawing { _, generator in
        let isLarge = generator.nextUniform() < 0.4
        let sizes = (0..<4).map { _ in Int.random(in: isLarge ? 20...70 : 1...6, using: &generator) }
        return (sizes, generator.next(), isLarge ? 1 : 80)
      },
      demonstration: deviations
    ) { initializer in
      let large = (Self.layerSizes, Self.seeds[0], 1)
      return [
        initializer.check(
          .shape, "weights [fanIn, fanOut] and biases [1, fanOut] of 3-5-4-1", on: ([3, 5, 4, 1], 1, 1),
          observing: one(shapes)),
        initializer.check(
          .value, "every bias is 0", on: ([40, 30, 20, 10], Self.seeds[0], 1), observing: one(zeroBiases)),
        initializer.check(.property, "the weights have mean 0", on: large, observing: one(meanZero)),
        initializer.check(
          .property, "the variance is \(formula) in every layer", on: large, observing: one(rightVariance)),
        initializer.check(.property, "normal rather than uniform", on: large, observing: one(normal)),
        initializer.check(
          .property, "the same seed gives the same numbers, another seed others", on: ([20, 20, 1], Self.seeds[0], 1),
          observing: one(seeded)),
        initializer.check(
          .property, "a second call with the same generator gives others", on: ([4, 3, 1], Self.seeds[0], 2),
          observing: movedOn),
        initializer.check(
          .property, "no two layers alike, and no two weights of a layer", on: ([14, 14, 14, 14, 14, 14], 1, 1),
          observing: one(ownDraws)),
        initializer.check(
          .property, "each weight of 4-1-3-3-6-1, 4-1 and 1-2 is normal with variance \(formula), in 200 of each",
          on: { Self.manySmall }, observing: singleWeights),
        initializer.check(
          .property, "no weight of 4-1-3-3-6-1 depends on another one, in 200 networks", on: Self.manySmall[0],
          observing: independence),
        initializer.check(
          .shape, "one layer, and six of one unit: shapes, and every bias 0", on: { Self.otherDepths },
          observing: depths
        ),
      ]
    }
  }

  /// The standard deviation of 16384 weights and more: it comes near to the one that the page names.
  private var deviations: Demonstration {
    Demonstration { student in
      try [[2, 8192], [32, 512], [512, 32]].map { sizes in
        let weights = try student.call(function, sizes, 1, 1).flatMap(\.weights).flatMap(\.elements)
        let variance = weights.reduce(0) { $0 + $1 * $1 } / Double(weights.count)
        return DemonstratedCall(
          "standard deviation of the weights of `\(function.name)(layerSizes: \(sizes), …)`", variance.squareRoot())
      }
    }
  }
}

extension Oracle {
  /// Networks in a row from one generator: normal weights of the variance that is asked for, and biases of 0.
  static func initialized(
    _ layerSizes: [Int], seed: UInt64, times: Int, variance: (_ fanIn: Double) -> Double
  ) -> [Parameters] {
    var generator = SeededGenerator(seed: seed)
    return (0..<times).map { _ in initialized(layerSizes, &generator, variance: variance) }
  }

  private static func initialized(
    _ layerSizes: [Int], _ generator: inout SeededGenerator, variance: (_ fanIn: Double) -> Double
  ) -> Parameters {
    var parameters = Parameters(weights: [], biases: [])
    for (fanIn, fanOut) in zip(layerSizes, layerSizes.dropFirst()) {
      let deviation = variance(Double(fanIn)).squareRoot()
      parameters.weights.append(Matrix.filled(fanIn, fanOut) { _, _ in deviation * generator.nextGaussian() })
      parameters.biases.append(.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  }
}
