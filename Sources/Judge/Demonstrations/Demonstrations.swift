import Contract
import CourseKit

extension Course {
  /// Returns the example on which an exercise shows its numbers.
  public static func demonstration(of exercise: String) -> Demonstration? {
    demonstrations.first { $0.exercise == exercise }
  }

  /// One entry an exercise, in the order of the course.
  static let demonstrations: [Demonstration] =
    activationDemonstrations + initialisationDemonstrations + forwardDemonstrations + backwardDemonstrations
    + trainingDemonstrations + penaltyDemonstrations + stoppingDemonstrations + momentumDemonstrations

  private static let activationDemonstrations = [
    Lesson1.sigmoid, Lesson1.tanh, Lesson1.relu, Lesson1.sigmoidDerivative, Lesson1.tanhDerivative,
    Lesson1.reluDerivative,
  ].map { function in
    Demonstration(of: function) { student in
      [DemonstratedCall("`\(function.name)([[−2, 0, 2]])`", try student.call(function, Matrix([[-2, 0, 2]])))]
    }
  }

  private static let initialisationDemonstrations = [
    Demonstration(of: Lesson2.parameterCount) { student in
      try [[2, 32, 32, 1], [10, 64, 1]].map { sizes in
        DemonstratedCall("`parameterCount(layerSizes: \(sizes))`", try student.call(Lesson2.parameterCount, sizes))
      }
    },
    deviations(of: Lesson2.heInitialized),
    deviations(of: Lesson2.xavierInitialized),
  ]

  /// The standard deviation of 16384 weights and more: it comes near to the one that the page names.
  private static func deviations(of function: LessonFunction<Parameters, [Int], UInt64>) -> Demonstration {
    Demonstration(of: function) { student in
      try [[2, 8192], [32, 512], [512, 32]].map { sizes in
        let weights = try student.call(function, sizes, 1).weights.flatMap(\.elements)
        let variance = weights.reduce(0) { $0 + $1 * $1 } / Double(weights.count)
        return DemonstratedCall(
          "standard deviation of the weights of `\(function.name)(layerSizes: \(sizes), …)`", variance.squareRoot())
      }
    }
  }

  private static let forwardDemonstrations = [
    Demonstration(of: Lesson3.linear) { student in
      let (weights, biases) = (PageExample.parameters.weights[0], PageExample.parameters.biases[0])
      let result = try student.call(Lesson3.linear, PageExample.data.features, weights, biases)
      return [DemonstratedCall("`linear(A0, weights: W1, biases: b1)`", result)]
    },
    Demonstration(of: Lesson3.forward) { student in
      let cache = try student.call(Lesson3.forward, PageExample.data.features, PageExample.parameters, .relu)
      return cache.parts.dropFirst().map { DemonstratedCall("`forward(A0, …).\($0.name)`", $0.matrix) }
    },
    Demonstration(of: Lesson3.binaryCrossEntropy) { student in
      let loss = try student.call(Lesson3.binaryCrossEntropy, PageExample.cache.probabilities, PageExample.labels)
      return [DemonstratedCall("`binaryCrossEntropy(probabilities: A2, labels: y)`", loss)]
    },
    Demonstration(of: Lesson3.accuracy) { student in
      let share = try student.call(Lesson3.accuracy, PageExample.cache.probabilities, PageExample.labels)
      return [DemonstratedCall("`accuracy(probabilities: A2, labels: y)`", share)]
    },
    Demonstration(of: Lesson3.predict) { student in
      try [("A0", PageExample.data.features), ("[[0, 2]]", Matrix([[0, 2]]))].map { name, input in
        DemonstratedCall(
          "`predict(\(name), parameters: …, hidden: .relu)`",
          try student.call(Lesson3.predict, input, PageExample.parameters, .relu))
      }
    },
  ]

  private static let backwardDemonstrations = [
    Demonstration(of: Lesson4.outputDelta) { student in
      let delta = try student.call(Lesson4.outputDelta, PageExample.cache.probabilities, PageExample.labels)
      return [DemonstratedCall("`outputDelta(probabilities: A2, labels: y)`", delta)]
    },
    Demonstration(of: Lesson4.hiddenDelta) { student in
      let delta = try student.call(
        Lesson4.hiddenDelta, PageExample.outputDelta, PageExample.parameters.weights[1],
        PageExample.cache.preActivations[0], .relu)
      return [
        DemonstratedCall("`hiddenDelta(nextDelta: δ2, nextWeights: W2, preActivation: Z1, hidden: .relu)`", delta)
      ]
    },
    Demonstration(of: Lesson4.layerGradients) { student in
      let input = PageExample.cache.activations[1]
      let gradients = try student.call(Lesson4.layerGradients, PageExample.outputDelta, input)
      return [DemonstratedCall("`layerGradients(delta: δ2, input: A1)`", gradients)]
    },
    Demonstration(of: Lesson4.backward) { student in
      let gradients = try student.call(
        Lesson4.backward, PageExample.cache, PageExample.labels, PageExample.parameters, .relu)
      return gradients.parts.map { DemonstratedCall("`backward(cache: cache, …).\($0.name)`", $0.matrix) }
    },
  ]
}
