import Contract
import CourseKit

@testable import Judge

extension Suspect {
  static let regularisation = [
    Suspect(Lesson6.weightNorm, L2Specifications.weightNorm) { generator in someParameters(&generator) },
    Suspect(Lesson6.l2Penalty, L2Specifications.l2Penalty) { generator in
      (someParameters(&generator), generator.nextUniform(), size(&generator))
    },
    Suspect(Lesson6.addL2Gradient, L2GradientSpecification.addL2Gradient) { generator in
      let parameters = someParameters(&generator)
      return (someGradients(like: parameters, &generator), parameters, generator.nextUniform(), size(&generator))
    },
    Suspect(Lesson7.isImprovement, ImprovementSpecification.isImprovement) { generator in
      let best = Double(size(&generator))
      let minimum = 0.25 * Double(Int.random(in: 0...3, using: &generator))
      return (minimum, best, [best, best - minimum, best + minimum, .nan] + someLosses(&generator))
    },
    Suspect(Lesson7.shouldStop, StoppingSpecification.shouldStop) { generator in
      let minimum = 0.25 * Double(Int.random(in: 0...2, using: &generator))
      return (
        [0, 1, Int.random(in: 2...4, using: &generator)], minimum, [someLosses(&generator), someLosses(&generator)]
      )
    },
    Suspect(Lesson8.zeroVelocity, VelocitySpecification.zeroVelocity) { generator in
      someGradients(like: someParameters(&generator), &generator)
    },
    Suspect(Lesson8.step, StepSpecification.step) { generator in
      let parameters = someParameters(&generator)
      let gradients = (0..<4).map { _ in someGradients(like: parameters, &generator) }
      return (parameters, gradients, generator.nextUniform(), gradients.map { _ in generator.nextUniform() })
    },
  ]

  private static func someParameters(_ generator: inout SeededGenerator) -> Parameters {
    Samples.parameters(
      [size(&generator), size(&generator), size(&generator), size(&generator)], seed: generator.next() % 1000)
  }

  private static func someGradients(like parameters: Parameters, _ generator: inout SeededGenerator) -> Gradients {
    Gradients(
      weights: parameters.weights.map { normal($0.rows, $0.columns, &generator) },
      biases: parameters.biases.map { normal($0.rows, $0.columns, &generator) })
  }

  /// A curve that falls for the most part, with ties, rises and NaN.
  private static func someLosses(_ generator: inout SeededGenerator) -> [Double] {
    var losses: [Double] = []
    var loss = 6.0
    for _ in 0..<20 {
      loss += 0.25 * Double(Int.random(in: -4...2, using: &generator))
      losses.append(generator.nextUniform() < 0.15 ? .nan : loss)
    }
    return losses
  }
}

extension ImprovementTrace: Changeable {
  var matrices: [Matrix] {
    get { [Matrix([answers.map { $0 ? 1 : 0 }])] }
    set { answers = newValue[0].elements.map { $0 > 0.5 } }
  }
}

extension MonitorTrace: Changeable {
  var matrices: [Matrix] {
    get {
      let rows = epochs.map { epoch in
        [
          Double(epoch.bestEpoch), epoch.bestLoss, Double(epoch.bestParametersEpoch), epoch.hasStopped ? 1 : 0,
        ]
      }
      return [Matrix(rows)]
    }
    set {
      let matrix = newValue[0]
      func whole(_ number: Double) -> Int { number.isFinite ? Int(number.rounded()) : 0 }
      for row in epochs.indices {
        epochs[row].bestEpoch = whole(matrix[row, 0])
        epochs[row].bestLoss = matrix[row, 1]
        epochs[row].bestParametersEpoch = whole(matrix[row, 2])
        epochs[row].hasStopped = matrix[row, 3] > 0.5
      }
    }
  }
}

extension MomentumTrace: Changeable {
  var matrices: [Matrix] {
    get { parameters.flatMap { $0.weights + $0.biases } }
    set {
      var rest = newValue[...]
      for step in parameters.indices {
        parameters[step].weights = parameters[step].weights.compactMap { _ in rest.popFirst() }
        parameters[step].biases = parameters[step].biases.compactMap { _ in rest.popFirst() }
      }
    }
  }
}
