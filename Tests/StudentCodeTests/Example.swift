import Contract
import CourseKit

/// A request for each exercise, with a network whose layers and batch all have different sizes.
enum Example {
  static func request(of exercise: String) -> [UInt8]? {
    switch exercise.prefix(1) {
    case "1", "2": start(exercise)
    case "3": forward(exercise)
    case "4": backward(exercise)
    case "5": training(exercise)
    default: regularisation(exercise)
    }
  }

  private static let sizes = [2, 3, 4, 1]
  private static let parameters = Parameters(
    weights: (1..<sizes.count).map { matrix(sizes[$0 - 1], sizes[$0]) },
    biases: (1..<sizes.count).map { matrix(1, sizes[$0]) })
  private static let gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
  private static let data = Dataset(features: matrix(5, 2), labels: labels)
  private static let labels = Matrix([[0], [1], [1], [0], [1]])
  private static let probabilities = Matrix([[0.2], [0.9], [0.4], [0.5], [0.7]])

  /// A matrix of numbers between −1 and 1.
  private static func matrix(_ rows: Int, _ columns: Int) -> Matrix {
    var generator = SeededGenerator(seed: UInt64(7 * rows + columns))
    return Matrix.zeros(rows: rows, columns: columns).map { _ in 2 * generator.nextUniform() - 1 }
  }

  private static func start(_ exercise: String) -> [UInt8]? {
    let z = matrix(3, 4)
    switch exercise {
    case "1.1": return Lesson1.sigmoid.request(z)
    case "1.2": return Lesson1.tanh.request(z)
    case "1.3": return Lesson1.relu.request(z)
    case "1.4": return Lesson1.sigmoidDerivative.request(z)
    case "1.5": return Lesson1.tanhDerivative.request(z)
    case "1.6": return Lesson1.reluDerivative.request(z)
    case "2.1": return Lesson2.parameterCount.request(sizes)
    case "2.2": return Lesson2.heInitialized.request(sizes, 1)
    case "2.3": return Lesson2.xavierInitialized.request(sizes, 1)
    default: return nil
    }
  }

  private static func forward(_ exercise: String) -> [UInt8]? {
    switch exercise {
    case "3.1": Lesson3.linear.request(data.features, parameters.weights[0], parameters.biases[0])
    case "3.2": Lesson3.forward.request(data.features, parameters, .relu)
    case "3.3": Lesson3.binaryCrossEntropy.request(probabilities, labels)
    case "3.4": Lesson3.accuracy.request(probabilities, labels)
    case "3.5": Lesson3.predict.request(data.features, parameters, .tanh)
    default: nil
    }
  }

  private static func backward(_ exercise: String) -> [UInt8]? {
    let cache = ForwardCache(
      activations: [data.features] + sizes[1...2].map { matrix(5, $0) } + [probabilities],
      preActivations: sizes[1...].map { matrix(5, $0) })
    switch exercise {
    case "4.1": return Lesson4.outputDelta.request(probabilities, labels)
    case "4.2": return Lesson4.hiddenDelta.request(matrix(5, 4), parameters.weights[1], matrix(5, 3), .relu)
    case "4.3": return Lesson4.layerGradients.request(matrix(5, 3), data.features)
    case "4.4": return Lesson4.backward.request(cache, labels, parameters, .sigmoid)
    default: return nil
    }
  }

  private static func training(_ exercise: String) -> [UInt8]? {
    switch exercise {
    case "5.1": Lesson5.miniBatches.request(5, 2, 1, 2)
    case "5.2": Lesson5.gradientDescentStep.request(parameters, gradients, 0.1)
    case "5.3": Lesson5.trainEpoch.request(parameters, data, 2, .tanh, 1, 0.1, 2)
    case "5.4":
      Lesson5.train.request(
        parameters, data, data.rows(at: [0, 1]),
        TrainingPlan(epochs: 3, batchSize: 2, hidden: .relu, seed: 1, learningRate: 0.1))
    default: nil
    }
  }

  private static func regularisation(_ exercise: String) -> [UInt8]? {
    switch exercise {
    case "6.1": Lesson6.weightNorm.request(parameters)
    case "6.2": Lesson6.l2Penalty.request(parameters, 0.5, 5)
    case "6.3": Lesson6.addL2Gradient.request(gradients, parameters, 0.5, 5)
    case "7.1": Lesson7.isImprovement.request(0.1, 1, [0.5, 0.95, 1, 2, .nan])
    case "7.2": Lesson7.shouldStop.request([0, 1, 3], 0.1, [[1, 0.5, 0.7, 0.6, .nan], [1, 2, 3]])
    case "8.1": Lesson8.zeroVelocity.request(gradients)
    case "8.2": Lesson8.step.request(parameters, [gradients, gradients], 0.9, [0.1, 0.2])
    default: nil
    }
  }
}
