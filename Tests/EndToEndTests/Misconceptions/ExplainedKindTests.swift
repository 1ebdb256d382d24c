import Batteries
import Course
import Testing
import Vocabulary

extension ClassroomTests {
  /// Wrong answers of every sort, as students wrote them, and what the real command says of each.
  @Suite("A wrong answer of every sort", .serialized)
  struct ExplainedKindTests {
    @Test("is told its cause first, in a sentence that is true of the code", arguments: some)
    func sentence(kind: ExplainedKind) throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant(kind.body, in: kind.exercise)
        let result = try classroom.check(kind.exercise.description)
        #expect(result.status == 1, "\(result.text)")
        let lines = result.output.split(separator: "\n")
        let failure = try #require(lines.firstIndex { $0.contains(" ✗ ") }, "\(result.text)")
        #expect(lines[(failure + 1)...].first?.contains(kind.sentence) == true, "\(result.text)")
        for other in kind.unsaid { #expect(!result.output.contains(other), "\(result.text)") }
      }
    }

    private static let some = Battery.some(
      of: ExplainedKind.all, little: Array(ExplainedKind.all.prefix(3)), sampleCount: 12)
  }
}

/// A wrong body, and what must be said of it and what must not.
struct ExplainedKind: Sendable, CustomTestStringConvertible {
  let exercise: ExerciseID
  let body: String
  /// A part of the line below the first ✗.
  let sentence: String
  var unsaid: [String] = []

  var testDescription: String { "\(exercise): \(sentence)" }

  static let all = [
    ExplainedKind(
      exercise: "7.2",
      body: """
        if isImprovement(validationLoss) {
          bestEpoch = epoch
          bestLoss = validationLoss
          bestParameters = parameters
        } else {
          epochsWithoutImprovement += 1
        }
        return epochsWithoutImprovement >= patience
        """,
      sentence: "The epochs without improvement are added up from the beginning"),
    ExplainedKind(
      exercise: "1.4", body: "sigmoid(z).map { a in a * a }",
      sentence: "σ(z) stands where 1 − σ(z) belongs"),
    ExplainedKind(
      exercise: "4.1", body: "(probabilities - labels).map { abs($0) }",
      sentence: "The delta has lost its sign, |A − y|"),
    ExplainedKind(
      exercise: "4.1",
      body: """
        let slope = sigmoidDerivative(probabilities)
        return (probabilities - labels) * slope
        """,
      sentence: "The slope σ′ is multiplied in, and it is taken at A"),
    ExplainedKind(
      exercise: "4.2",
      body: """
        let slope = hidden.derivative(preActivation)
        return matmul(nextDelta, nextWeights.transposed) * slope * slope
        """,
      sentence: "The slope is multiplied in twice"),
    ExplainedKind(
      exercise: "4.2",
      body: "matmul(nextDelta, nextWeights.transposed) + hidden.derivative(preActivation)",
      sentence: "The slope is added to what comes back"),
    ExplainedKind(
      exercise: "3.2",
      body: """
        var cache = ForwardCache(activations: [input], preActivations: [])
        var activation = input
        for layer in parameters.weights.indices {
          let z = matmul(activation, parameters.weights[layer])
          activation = layer == parameters.weights.count - 1 ? sigmoid(z) : hidden(z)
          cache.preActivations.append(z)
          cache.activations.append(activation)
        }
        return cache
        """,
      sentence: "The biases are missing: Z is A · W + b"),
    ExplainedKind(exercise: "3.3", body: crossEntropy("0.01", "0.99"), sentence: "p is clipped to 0.01 … 1 − 0.01"),
    ExplainedKind(
      exercise: "3.3", body: crossEntropy("1e-15", "1 - 1e-15"), sentence: "p is clipped to 1e-15 … 1 − 1e-15"),
    ExplainedKind(
      exercise: "3.3",
      body: crossEntropy("1e-8", "1 - 1e-8").replacing("log(", with: "log10(").replacing(
        "var sum = 0.0", with: "func log10(_ x: Double) -> Double { log(x) / log(10) }\n  var sum = 0.0"),
      sentence: "The logarithms are those of base 10"),
    ExplainedKind(
      exercise: "2.1",
      body: """
        var count = 0
        for layer in 1..<layerSizes.count - 1 {
          count += layerSizes[layer - 1] * layerSizes[layer] + layerSizes[layer]
        }
        return count
        """,
      sentence: "The last layer is not counted"),
    ExplainedKind(
      exercise: "2.2", body: initialized("3 / Double(fanIn)"), sentence: "A 3 stands in the place of the 2"),
    ExplainedKind(
      exercise: "6.3",
      body: """
        for layer in parameters.weights.indices {
          gradients.weights[layer] = gradients.weights[layer] + (2 * lambda) * parameters.weights[layer]
        }
        """,
      sentence: "A 2 multiplies here, and N does not divide"),
    ExplainedKind(
      exercise: "8.2", body: momentum("velocity ?? Gradients(weights: parameters.weights, biases: parameters.biases)"),
      sentence: "The velocity starts at the parameters"),
    ExplainedKind(
      exercise: "1.6", body: "z.map { z in z > 0 ? 1 : 0.01 }", sentence: "This is 0.01 where z is 0 or negative",
      unsaid: ["Wrong only in row"]),
    ExplainedKind(
      exercise: "5.3",
      body: """
        var gradients: Gradients?
        for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
          let batch = data.rows(at: indices)
          let cache = forward(batch.features, parameters: parameters, hidden: hidden)
          let own = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
          var sum = own
          if let before = gradients {
            for layer in own.weights.indices {
              sum.weights[layer] = before.weights[layer] + own.weights[layer]
              sum.biases[layer] = before.biases[layer] + own.biases[layer]
            }
          }
          gradients = sum
          update(&parameters, &sum, batch.count)
        }
        """,
      sentence: "The gradients pile up from batch to batch"),
    ExplainedKind(
      exercise: "5.3",
      body: """
        for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
          let batch = data.rows(at: indices)
          let cache = forward(batch.features, parameters: parameters, hidden: hidden)
          var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
          update(&parameters, &gradients, batch.count)
          update(&parameters, &gradients, batch.count)
        }
        """,
      sentence: "`update` is called twice for each batch"),
    ExplainedKind(exercise: "5.4", body: training("through: epochs + 1"), sentence: "There is one epoch too many"),
    ExplainedKind(
      exercise: "3.3",
      body: crossEntropy("1e-8", "1 - 1e-8").replacing("log(p) + (1 - y)", with: "log(p) - (1 - y)"),
      sentence: "The two terms have opposite signs", unsaid: ["needs brackets"]),
    ExplainedKind(
      exercise: "2.2",
      body: initialized("2 / Double(fanIn)").replacing("standardDeviation *", with: "0 * standardDeviation *"),
      sentence: "Every weight is 0", unsaid: ["whole numbers"]),
    ExplainedKind(
      exercise: "8.2",
      body: momentum("velocity ?? zeroVelocity(like: gradients)").replacing(
        "learningRate * new.", with: "learningRate * gradients."),
      sentence: "step", unsaid: ["keep the new velocity"]),
    ExplainedKind(
      exercise: "1.1", body: "z.map { z in 1 + exp(-z) }", sentence: "1 + e^(−z)", unsaid: ["1 / 1 +"]),
    ExplainedKind(
      exercise: "1.2", body: "z.map { z in (exp(2 * z) - 1) / (exp(2 * z) + 1) }",
      sentence: "infinity / infinity is NaN"),
  ]

  private static func crossEntropy(_ low: String, _ high: String) -> String {
    """
      var sum = 0.0
      for row in 0..<labels.rows {
        let p = min(max(probabilities[row, 0], \(low)), \(high))
        let y = labels[row, 0]
        sum += -(y * log(p) + (1 - y) * log(1 - p))
      }
      return sum / Double(labels.rows)
    """
  }

  private static func initialized(_ variance: String) -> String {
    """
      var parameters = Parameters(weights: [], biases: [])
      for layer in 1..<layerSizes.count {
        let (fanIn, fanOut) = (layerSizes[layer - 1], layerSizes[layer])
        let standardDeviation = sqrt(\(variance))
        var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
        for index in weights.elements.indices {
          weights.elements[index] = standardDeviation * generator.nextGaussian()
        }
        parameters.weights.append(weights)
        parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
      }
      return parameters
    """
  }

  private static func momentum(_ start: String) -> String {
    """
      var new = \(start)
      for layer in parameters.weights.indices {
        new.weights[layer] = coefficient * new.weights[layer] + gradients.weights[layer]
        new.biases[layer] = coefficient * new.biases[layer] + gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate * new.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] - learningRate * new.biases[layer]
      }
      velocity = new
    """
  }

  private static func training(_ end: String) -> String {
    """
      var history = History()
      for epoch in stride(from: 1, \(end), by: 1) {
        trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
        let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
        let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
        history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
        history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
        history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
        history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
        if afterEpoch(epoch, parameters, history) { break }
      }
      return history
    """
  }
}
