import CourseKit

/// 6.1  The size of all weights together: the root of the sum of the squares of every weight of every layer.
func weightNorm(_ parameters: Parameters) -> Double {
  var sum = 0.0
  for weights in parameters.weights {
    for weight in weights.elements {
      sum += weight * weight
    }
  }
  return sqrt(sum)
}

/// 6.2  What large weights cost: λ / (2N) · the sum of the squares of every weight.
func l2Penalty(_ parameters: Parameters, lambda: Double, sampleCount: Int) -> Double {
  let norm = weightNorm(parameters)
  return lambda / (2 * Double(sampleCount)) * norm * norm
}

/// 6.3  The penalty's slope joins the gradients: λ / N · W is added to the gradient of every weight matrix W.
func addL2Gradient(to gradients: inout Gradients, parameters: Parameters, lambda: Double, sampleCount: Int) {
  for layer in parameters.weights.indices {
    gradients.weights[layer] =
      gradients.weights[layer] + (lambda / Double(sampleCount)) * parameters.weights[layer]
  }
}

/// Watches the validation loss, keeps the best parameters and says when to stop.
struct EarlyStoppingMonitor: Sendable {
  /// How many epochs without improvement are too many; 0 acts as 1.
  var patience: Int

  /// By how much the loss must fall below the best one to count as an improvement.
  var minimumImprovement: Double

  /// The epoch with the best loss; nil before the first improvement.
  var bestEpoch: Int?

  /// The best loss so far; infinity before the first improvement.
  var bestLoss = Double.infinity

  /// The parameters of the best epoch; nil before the first improvement.
  var bestParameters: Parameters?

  /// How many epochs have passed since the last improvement: yours to count with.
  var epochsWithoutImprovement = 0

  /// Creates a monitor that has seen no epoch yet.
  init(patience: Int, minimumImprovement: Double = 0) {
    self.patience = patience
    self.minimumImprovement = minimumImprovement
  }

  /// 7.1  Whether a loss is an improvement: it must lie below the best loss by more than `minimumImprovement`.
  func isImprovement(_ validationLoss: Double) -> Bool {
    validationLoss < bestLoss - minimumImprovement
  }

  /// 7.2  Takes notice of an epoch and says whether training should stop after it.
  mutating func shouldStop(epoch: Int, validationLoss: Double, parameters: Parameters) -> Bool {
    if isImprovement(validationLoss) {
      bestEpoch = epoch
      bestLoss = validationLoss
      bestParameters = parameters
      epochsWithoutImprovement = 0
      return false
    }
    epochsWithoutImprovement += 1
    return epochsWithoutImprovement >= patience
  }
}

/// Gradient descent that keeps some of its speed: v ← β · v + gradient, then θ ← θ − η · v.
struct MomentumOptimizer: Sendable {
  /// β, the share of the velocity that each step keeps: 0 is plain gradient descent, 0.9 is usual.
  var coefficient: Double

  /// v, one matrix for each weight matrix and each bias row; nil before the first step, which starts from zero velocity.
  var velocity: Gradients?

  /// Creates an optimizer at rest.
  init(coefficient: Double) {
    self.coefficient = coefficient
  }

  /// 8.1  The velocity at the beginning: zeros in the shapes of the gradients.
  func zeroVelocity(like gradients: Gradients) -> Gradients {
    Gradients(
      weights: gradients.weights.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) },
      biases: gradients.biases.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) })
  }

  /// 8.2  One step: the velocity takes up the gradient, and the parameters move against the velocity.
  mutating func step(_ parameters: inout Parameters, gradients: Gradients, learningRate: Double) {
    var newVelocity = velocity ?? zeroVelocity(like: gradients)
    for layer in parameters.weights.indices {
      newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
      newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
      parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
      parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
    }
    velocity = newVelocity
  }
}
