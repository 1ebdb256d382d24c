import Contract
import CourseKit
import Figures
import Training
import Vocabulary

/// What the way of drawing the first weights does.
enum InitialisationPlots {
  /// The exercises that draw the weights.
  static let exercisesOfWeights: Set<ExerciseID> = [Lesson2.heInitialized.exercise]
  /// The exercises that draw how the activations spread.
  static let exercisesOfSpread: Set = [
    Lesson2.heInitialized.exercise, Lesson2.xavierInitialized.exercise, Lesson3.forward.exercise,
  ]

  /// The weights of a 64-256-64-32 network in each layer, beside the normal curve of He's variance 2/fanIn.
  static func weights(_ functions: LessonFunctions, seed: UInt64) -> Figure {
    let sizes = [64, 256, 64, 32]
    var generator = RunRandomness.weights(seed: seed)
    let parameters = functions.initialParameters(.he, sizes, &generator)
    return .initialWeights(
      layers: parameters.weights.enumerated().map { layer, weights in
        (
          name: "Layer \(layer + 1), fanIn \(sizes[layer])", weights: weights.elements,
          standardDeviation: (2 / Double(sizes[layer])).squareRoot()
        )
      })
  }

  /// The standard deviation of the ReLU activations in ten layers of 256 units, under four ways to draw the weights.
  static func spread(_ functions: LessonFunctions, seed: UInt64) -> Figure {
    let sizes = [Int](repeating: 256, count: 11) + [1]
    var inputGenerator = RunRandomness.data(seed: seed)
    let input = Matrix(
      rows: 256, columns: 256, elements: (0..<256 * 256).map { _ in inputGenerator.nextGaussian() })
    func scheme(
      _ name: String, _ initialization: TrainingSetup.Initialization, scale: Double = 1
    ) -> (name: String, spreads: [Double], samples: [Double]) {
      var generator = RunRandomness.weights(seed: seed)
      var parameters = functions.initialParameters(initialization, sizes, &generator)
      parameters.weights = parameters.weights.map { scale * $0 }
      // The last layer is the sigmoid's.
      let hidden = functions.forward(input, parameters, .relu).activations.dropFirst().dropLast()
      return (name, hidden.map { deviation($0.elements) }, hidden.last?.elements ?? [])
    }
    return .activationSpread(schemes: [
      scheme("He", .he),
      scheme("Xavier", .xavier),
      scheme("too small: He / 10", .he, scale: 0.1),
      scheme("too large: He · 2", .he, scale: 2),
    ])
  }

  private static func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
  }
}
