import Contract
import CourseKit
import Figures
import Training
import Vocabulary

// What the way of drawing the first weights does.
extension Plot {
  static let ofLesson2: [Plot] = [
    Plot(
      "spread", "activations through ten layers, from four ways to begin",
      calls: [Lesson2.heInitialized.exercise, Lesson2.xavierInitialized.exercise, Lesson1.relu.exercise],
      draw: { studio in spread(studio.functions, seed: studio.seed) }),
    Plot(
      "weights", "initial weights beside the He curve", calls: [Lesson2.heInitialized.exercise],
      draw: { studio in weights(studio.functions, seed: studio.seed) }),
  ]

  /// The standard deviation of the inputs and of the ReLU activations in ten layers, under four ways to draw the weights.
  private static func spread(_ functions: LessonFunctions, seed: UInt64) -> Figure {
    let sizes = [Int](repeating: 256, count: 11)
    var inputGenerator = RunRandomness.data(seed: seed)
    let input = Matrix(
      rows: 256, columns: 256, elements: (0..<256 * 256).map { _ in inputGenerator.nextGaussian() })
    func scheme(
      _ name: String, _ initialization: TrainingSetup.Initialization, scale: Double = 1
    ) -> (name: String, spreads: [Double]) {
      var generator = RunRandomness.weights(seed: seed)
      let parameters = functions.initialParameters(initialization, sizes, &generator)
      var (activations, spreads) = (input, [deviation(input.elements)])
      for weights in parameters.weights {
        activations = functions.activation(matmul(activations, scale * weights), .relu)
        spreads.append(deviation(activations.elements))
      }
      return (name, spreads)
    }
    return .activationSpread(schemes: [
      scheme("He", .he), scheme("twice He", .he, scale: 2), scheme("Xavier", .xavier),
      scheme("a tenth of He", .he, scale: 0.1),
    ])
  }

  private static func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
  }

  /// The weights of a 32-512-32 network in each layer, beside the normal curve of He's variance 2 / fanIn.
  private static func weights(_ functions: LessonFunctions, seed: UInt64) -> Figure {
    let sizes = [32, 512, 32]
    var generator = RunRandomness.weights(seed: seed)
    let parameters = functions.initialParameters(.he, sizes, &generator)
    return .initialWeights(
      layers: zip(sizes, parameters.weights).map { fanIn, weights in
        (
          name: "\(fanIn) inputs", weights: weights.elements, standardDeviation: (2 / Double(fanIn)).squareRoot()
        )
      })
  }
}
