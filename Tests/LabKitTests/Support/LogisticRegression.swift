import CourseKit
import Training

@testable import LabKit

/// Lessons that work, as small as they can be: a network without hidden layers, trained on all examples at once.
enum LogisticRegression {
  static var functions: LessonFunctions {
    var functions = LessonFunctions()
    functions.initialParameters = { _, sizes, _ in
      Parameters(weights: [.zeros(rows: sizes[0], columns: 1)], biases: [.zeros(rows: 1, columns: 1)])
    }
    functions.forward = { inputs, parameters, _ in
      let scores = matmul(inputs, parameters.weights[0]).adding(row: parameters.biases[0])
      return ForwardCache(activations: [inputs, scores.map { 1 / (1 + exp(-$0)) }], preActivations: [scores])
    }
    functions.loss = { probabilities, labels in
      let terms = zip(probabilities.elements, labels.elements).map { $1 == 1 ? -log($0) : -log(1 - $0) }
      return terms.reduce(0, +) / Double(terms.count)
    }
    functions.accuracy = { probabilities, labels in
      let right = zip(probabilities.elements, labels.elements).count { ($0 >= 0.5) == ($1 == 1) }
      return Double(right) / Double(labels.rows)
    }
    functions.makeOptimizer = { _, _ in
      RunningOptimizer { parameters, gradients, rate in
        parameters.weights[0] = parameters.weights[0] - rate * gradients.weights[0]
        parameters.biases[0] = parameters.biases[0] - rate * gradients.biases[0]
      }
    }
    let (forward, loss, accuracy) = (functions.forward, functions.loss, functions.accuracy)
    functions.train = { parameters, data, setup, _, update, afterEpoch in
      var history = History()
      for epoch in 1...setup.epochs {
        let cache = forward(data.training.features, parameters, setup.hidden)
        let delta = cache.probabilities - data.training.labels
        let share = 1 / Double(data.training.count)
        var gradients = Gradients(
          weights: [share * matmul(data.training.features.transposed, delta)], biases: [share * delta.columnSums()])
        update(&parameters, &gradients, data.training.count)
        let learned = forward(data.training.features, parameters, setup.hidden).probabilities
        let held = forward(data.validation.features, parameters, setup.hidden).probabilities
        history.trainingLoss.append(loss(learned, data.training.labels))
        history.validationLoss.append(loss(held, data.validation.labels))
        history.trainingAccuracy.append(accuracy(learned, data.training.labels))
        history.validationAccuracy.append(accuracy(held, data.validation.labels))
        if afterEpoch(epoch, parameters, history) { break }
      }
      return history
    }
    return functions
  }
}
