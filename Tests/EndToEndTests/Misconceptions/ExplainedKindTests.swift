import Batteries
import Course
import CourseFiles
import Engine
import Foundation
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
      of: ExplainedKind.all, little: Array(ExplainedKind.all.prefix(3)), sampleCount: 8)
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

  /// The solution's body with a part of its text exchanged, or several.
  ///
  /// - Precondition: Every part stands in it.
  private static func solution(_ exercise: ExerciseID, _ changes: (old: String, new: String)...) -> String {
    guard let lesson = Course.neuralNetwork.lesson(of: exercise),
      let text = try? String(
        contentsOf: Classroom.checkout.appending(path: "Solutions/\(lesson.file)"), encoding: .utf8),
      var body = Bodies.body(of: exercise, in: text)
    else { fatalError("there is no solution of \(exercise)") }
    for (old, new) in changes {
      guard body.contains(old) else { fatalError("'\(old)' does not stand in the solution of \(exercise)") }
      body = body.replacing(old, with: new)
    }
    return body
  }

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
    ExplainedKind(
      exercise: "3.3", body: solution("3.3", ("1e-8), 1 - 1e-8", "0.01), 0.99")),
      sentence: "p is clipped to 0.01 … 1 − 0.01"),
    ExplainedKind(
      exercise: "3.3", body: solution("3.3", ("1e-8", "1e-15")), sentence: "p is clipped to 1e-15 … 1 − 1e-15"),
    ExplainedKind(
      exercise: "3.3",
      body: solution(
        "3.3", ("log(", "log10("),
        ("var sum = 0.0", "func log10(_ x: Double) -> Double { log(x) / log(10) }\n  var sum = 0.0")),
      sentence: "The logarithms are those of base 10"),
    ExplainedKind(
      exercise: "2.1", body: solution("2.1", ("layerSizes.count", "layerSizes.count - 1")),
      sentence: "The last layer is not counted"),
    ExplainedKind(
      exercise: "2.2", body: solution("2.2", ("sqrt(2", "sqrt(3")), sentence: "A 3 stands in the place of the 2"),
    ExplainedKind(
      exercise: "6.3",
      body: """
        for layer in parameters.weights.indices {
          gradients.weights[layer] = gradients.weights[layer] + (2 * lambda) * parameters.weights[layer]
        }
        """,
      sentence: "A 2 multiplies here, and N does not divide"),
    ExplainedKind(
      exercise: "8.2",
      body: solution(
        "8.2",
        ("zeroVelocity(like: gradients)", "Gradients(weights: parameters.weights, biases: parameters.biases)")),
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
      body: solution(
        "5.3",
        (
          "update(&parameters, &gradients, batch.count)",
          "update(&parameters, &gradients, batch.count)\n    update(&parameters, &gradients, batch.count)"
        )),
      sentence: "`update` is called twice for each batch"),
    ExplainedKind(
      exercise: "5.4", body: solution("5.4", ("through: epochs", "through: epochs + 1")),
      sentence: "There is one epoch too many"),
    ExplainedKind(
      exercise: "3.3",
      body: solution("3.3", ("log(p) + (1 - y)", "log(p) - (1 - y)")),
      sentence: "The two terms have opposite signs", unsaid: ["needs brackets"]),
    ExplainedKind(
      exercise: "2.2",
      body: solution("2.2", ("standardDeviation *", "0 * standardDeviation *")),
      sentence: "Every weight is 0", unsaid: ["whole numbers"]),
    ExplainedKind(
      exercise: "8.2",
      body: solution("8.2", ("learningRate * newVelocity.", "learningRate * gradients.")),
      sentence: "step", unsaid: ["keep the new velocity"]),
    ExplainedKind(
      exercise: "1.1", body: "z.map { z in 1 + exp(-z) }", sentence: "1 + e^(−z)", unsaid: ["1 / 1 +"]),
    ExplainedKind(
      exercise: "1.2", body: "z.map { z in (exp(2 * z) - 1) / (exp(2 * z) + 1) }",
      sentence: "infinity / infinity is NaN"),
  ]
}
