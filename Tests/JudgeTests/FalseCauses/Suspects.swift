import Contract
import CourseKit

@testable import Judge

extension Suspect {
  /// Every exercise whose checks rest on a specification.
  static let all = activations + measures + network + training + regularisation

  private static let activations = [
    Suspect(Lesson1.sigmoid, ActivationSpecifications.sigmoid, fresh: anyMatrix),
    Suspect(Lesson1.tanh, ActivationSpecifications.tanh, fresh: anyMatrix),
    Suspect(Lesson1.relu, ActivationSpecifications.relu, fresh: anyMatrix),
    Suspect(Lesson1.sigmoidDerivative, ActivationSpecifications.sigmoidDerivative, fresh: anyMatrix),
    Suspect(Lesson1.tanhDerivative, ActivationSpecifications.tanhDerivative, fresh: anyMatrix),
    Suspect(Lesson1.reluDerivative, ActivationSpecifications.reluDerivative, fresh: anyMatrix),
  ]

  private static let measures = [
    Suspect(Lesson2.parameterCount, Course.parameterCount) { generator in
      (0..<Int.random(in: 2...5, using: &generator)).map { _ in Int.random(in: 1...9, using: &generator) }
    },
    Suspect(Lesson3.binaryCrossEntropy, MeasureSpecifications.binaryCrossEntropy, fresh: someAnswers),
    Suspect(Lesson3.accuracy, MeasureSpecifications.accuracy, fresh: someAnswers),
    Suspect(Lesson3.predict, MeasureSpecifications.predict, fresh: someNetwork),
    Suspect(Lesson4.outputDelta, DeltaSpecifications.outputDelta, fresh: someAnswers),
  ]

  private static let network = [
    Suspect(Lesson3.linear, ForwardSpecifications.linear) { generator in
      let (rows, fanIn, fanOut) = (size(&generator), size(&generator), size(&generator))
      return (
        normal(rows, fanIn, &generator), normal(fanIn, fanOut, &generator), normal(1, fanOut, &generator)
      )
    },
    Suspect(Lesson3.forward, ForwardSpecifications.forward, fresh: someNetwork),
    Suspect(Lesson4.hiddenDelta, DeltaSpecifications.hiddenDelta) { generator in
      let (rows, units, next) = (size(&generator), size(&generator), size(&generator))
      return (
        normal(rows, next, &generator), normal(units, next, &generator), normal(rows, units, &generator),
        HiddenActivation.allCases.randomElement(using: &generator) ?? .tanh
      )
    },
    Suspect(Lesson4.layerGradients, DeltaSpecifications.layerGradients) { generator in
      let rows = size(&generator)
      return (normal(rows, size(&generator), &generator), normal(rows, size(&generator), &generator))
    },
    Suspect(Lesson4.backward, BackwardSpecification.backward) { generator in
      let (input, parameters, hidden) = someNetwork(&generator)
      let cache = try? Oracle().forward(input, parameters, hidden)
      let labels = Samples.labels(input.rows, seed: generator.next())
      return (cache ?? ForwardCache(activations: [], preActivations: []), labels, parameters, hidden)
    },
  ]

  private static let training = [
    Suspect(Lesson5.gradientDescentStep, DescentSpecification.gradientDescentStep) { generator in
      let (_, parameters, _) = someNetwork(&generator)
      let slopes = parameters.weights.map { normal($0.rows, $0.columns, &generator) }
      let biasSlopes = parameters.biases.map { normal(1, $0.columns, &generator) }
      return (parameters, Gradients(weights: slopes, biases: biasSlopes), generator.nextUniform())
    },
    Suspect(Lesson5.train, TrainingSpecification.train) { generator in
      let (input, parameters, hidden) = someNetwork(&generator)
      let held = normal(input.rows, input.columns, &generator)
      let plan = TrainingPlan(
        epochs: size(&generator), batchSize: input.rows, hidden: hidden, seed: generator.next(),
        learningRate: generator.nextUniform(), stopAfter: Int.random(in: 0...3, using: &generator))
      return (
        parameters, Dataset(features: input, labels: Samples.labels(input.rows, seed: generator.next())),
        Dataset(features: held, labels: Samples.labels(input.rows, seed: generator.next())), plan
      )
    },
  ]

  static func size(_ generator: inout SeededGenerator) -> Int { Int.random(in: 2...6, using: &generator) }

  static func normal(_ rows: Int, _ columns: Int, _ generator: inout SeededGenerator) -> Matrix {
    Matrix.filled(rows, columns) { _, _ in generator.nextGaussian() }
  }

  @Sendable private static func anyMatrix(_ generator: inout SeededGenerator) -> Matrix {
    normal(size(&generator), size(&generator), &generator).map { 2 * $0 }
  }

  @Sendable private static func someAnswers(_ generator: inout SeededGenerator) -> (Matrix, Matrix) {
    let rows = size(&generator) + size(&generator)
    return (Samples.probabilities(rows, seed: generator.next()), Samples.labels(rows, seed: generator.next()))
  }

  @Sendable private static func someNetwork(
    _ generator: inout SeededGenerator
  ) -> (Matrix, Parameters, HiddenActivation) {
    let sizes = [size(&generator), size(&generator), size(&generator), 1]
    return (
      normal(size(&generator), sizes[0], &generator), Samples.parameters(sizes, seed: generator.next() % 1000),
      HiddenActivation.allCases.randomElement(using: &generator) ?? .tanh
    )
  }
}
