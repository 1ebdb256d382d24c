import Contract
import CourseKit
import Figures
import Training
import Vocabulary

// What L2 does.
extension Plot {
  static let ofLesson6: [Plot] = [
    l2,
    Plot(
      "bowl", "the loss along one weight, the penalty, and their sum",
      calls: [Lesson3.forward.exercise, Lesson3.binaryCrossEntropy.exercise, Lesson6.l2Penalty.exercise],
      draw: { studio in bowl(studio.functions) }),
    weightNorm,
    boundary,
  ]

  private static let l2: Plot = {
    let setups = [[], [TrainingSetup.Regularizer.l2(lambda: 0.1)]].map { regularizers in
      TrainingSetup(
        data: .generated(GeneratedData(.moons, samples: 75, noise: 0.4)), hiddenUnits: [64, 64], epochs: 1500,
        batchSize: 8, learningRate: 0.1, regularizers: regularizers)
    }
    return Plot(
      "l2", "the boundary on few noisy examples, without and with L2", calls: Boundary.exercises(of: setups[0]),
      training: setups,
      draw: { _, runs in
        Boundary.figure(
          title: "Few noisy examples", Array(zip(["without L2", "with L2, λ = 0.1"], runs)), side: 40)
      })
  }()

  /// The loss of p = σ(w · x) along w, its penalty, and what both make together.
  private static func bowl(_ functions: LessonFunctions) -> Figure {
    let examples = Dataset(
      features: Matrix([[-1], [-0.5], [-0.1], [0.1], [0.5], [1]]), labels: Matrix([[0], [0], [1], [0], [1], [1]]))
    func curve(_ value: (Parameters) -> Double) -> [Point] {
      (-20...80).map { step in
        let weight = Double(step) / 10
        return Point(weight, value(Parameters(weights: [Matrix([[weight]])], biases: [Matrix([[0]])])))
      }
    }
    func loss(_ parameters: Parameters) -> Double {
      functions.loss(functions.forward(examples.features, parameters, .relu).probabilities, examples.labels)
    }
    func penalty(_ parameters: Parameters) -> Double {
      functions.l2Penalty(parameters, 0.4, examples.count)
    }
    return .penalized(
      loss: curve(loss), penalty: curve(penalty), sum: curve { loss($0) + penalty($0) })
  }

  private static let weightNorm: Plot = {
    let setups = [[], [TrainingSetup.Regularizer.l2(lambda: 0.5)]].map { regularizers in
      TrainingSetup(
        data: .generated(GeneratedData(.moons, samples: 320, noise: 0.44)), hiddenUnits: [64, 64, 64], epochs: 1000,
        learningRate: 0.1, regularizers: regularizers)
    }
    return Plot(
      "weight-norm", "the weight norm with and without L2", training: setups,
      draw: { _, runs in
        Figure.weightNorms(
          zip(["without L2", "with L2, λ = 0.5"], runs).map { ($0, $1.result.weightNorms) }, every: 10)
      })
  }()

  private static let boundary = Plot(
    "boundary", "the decision boundary with some of the data", calls: Boundary.exercises(of: TrainingSetup()),
    training: [TrainingSetup()], draw: { _, runs in boundary(runs[0]) })

  /// What the network of a finished training says about the plane.
  static func boundary(_ run: FinishedRun) -> Figure {
    let sizes = run.setup.layerSizes(features: run.data.training.features.columns)
    return Boundary.figure(
      of: run.network, on: run.data, title: "Decision boundary of \(sizes.architecture)", side: 40, examples: 75)
  }
}
