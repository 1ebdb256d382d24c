import CourseFiles
import CourseKit
import Engine
import Testing

@testable import Course
@testable import make_lessons

@Suite("The numbers on lesson 4's page") struct Lesson4PageTests {
  static func claims() throws -> [Claim] {
    let example = try WorkedExample()
    return try idea(example) + table(example) + gradients(example) + gradientCheck(example) + mistakes()
      + experiments(example)
  }

  @Test("are those that the code computes", arguments: try claims())
  func numbers(claim: Claim) throws {
    #expect(try Page(folder: "Lesson4-Backward").problems(in: [claim]) == [])
  }

  @Test("come from gradients that agree with central differences of the loss")
  func measured() throws {
    let example = try WorkedExample()
    let measured = try CentralDifferences.gradients(at: example.parameters) { try example.loss(with: $0) }
    #expect(Comparison(try example.gradients(), to: measured, tolerance: .gradient).isEqual)
  }

  private static func idea(_ example: WorkedExample) throws -> [Claim] {
    let (p, delta) = (example.cache.probabilities[1, 0], try example.deltas())
    let z = example.cache.preActivations[1][1, 0]
    let raised = Oracle.crossEntropy(Oracle.sigmoid(z + 0.01), 0)
    let rise = raised - example.loss(of: 1)
    let (input, weight) = (example.cache.activations[1][1, 0], example.parameters.weights[1][0, 0])
    let slope = Oracle.slope(example.cache.preActivations[0][1, 0], .relu)
    return [
      Claim("z = 1, p = 0.7311, y = 0 and costs 1.3133", z, p, example.labels[1, 0], example.loss(of: 1)),
      Claim("Raise z to 1.01 and it costs 1.3206", z + 0.01, raised),
      Claim("0.0073 more", rise),
      Claim("0.0073 / 0.01 = 0.73", rise, 0.01, rise / 0.01),
      Claim("the slope is p − y = 0.7311", delta.output[1, 0]),
      Claim("The first hidden unit sends 2 through weight 3", input, weight),
      Claim("slope 2 · 0.7311 = 1.4621", input, delta.output[1, 0], input * delta.output[1, 0]),
      Claim("ReLU's slope 1, then the weight 3", slope, weight),
      Claim("this unit's delta is 0.7311 · 3 · 1 = 2.1932", delta.output[1, 0], weight, slope, delta.hidden[1, 0]),
      Claim("for row 2: 3.7183", (p - 0) / (p * (1 - p))),
      Claim("p (1 - p)$, for row 2: 0.1966", Oracle.slope(z, .sigmoid)),
      Claim("p - y$, for row 2: 0.7311", (p - 0) / (p * (1 - p)) * Oracle.slope(z, .sigmoid)),
    ]
  }

  private static func table(_ example: WorkedExample) throws -> [Claim] {
    let (a, z, delta) = (example.cache.activations, example.cache.preActivations, try example.deltas())
    let (weights, biases) = (example.parameters.weights, example.parameters.biases)
    return [
      line("W1 = [[1, −1], [1, 1]]", weights[0]),
      line("b1 = [−1, 0]", biases[0]),
      line("W2 = [[3], [−1]]", weights[1]),
      Claim("b2 = [−5]", biases[1][0, 0]),
      line("| `cache.activations[0]` | 1, 2 | 2, 1 |", a[0]),
      line("| `cache.preActivations[0]` | 2, 1 | 2, −1 |", z[0]),
      line("| `cache.activations[1]` | 2, 1 | 2, 0 |", a[1]),
      line("| `cache.preActivations[1]` | 0 | 1 |", z[1]),
      Claim("| 0.5000, 1 | 0.7311, 0 |", a[2][0, 0], example.labels[0, 0], a[2][1, 0], example.labels[1, 0]),
      line("| `outputDelta` | −0.5000 | 0.7311 |", delta.output),
      line("| `hiddenDelta` | −1.5000, 0.5000 | 2.1932, 0 |", delta.hidden),
      Claim("z = −1, so ReLU's slope 0", z[0][1, 1], Oracle.slope(z[0][1, 1], .relu)),
    ]
  }

  /// A matrix as the page prints it: the entries of a matrix row after row.
  private static func line(_ text: String, _ matrix: Matrix) -> Claim {
    let entries = matrix.elements
    return entries.count == 2
      ? Claim(text, entries[0], entries[1]) : Claim(text, entries[0], entries[1], entries[2], entries[3])
  }

  private static func gradients(_ example: WorkedExample) throws -> [Claim] {
    let (a, delta, gradients) = (example.cache.activations, try example.deltas(), try example.gradients())
    let (first, second) = (delta.output[0, 0], delta.output[1, 0])
    let (weights, biases) = (gradients.weights, gradients.biases)
    return [
      Claim(
        "(2 · (−0.5) + 2 · 0.7311) / 2 = 0.2311", a[1][0, 0], first, a[1][1, 0], second, 2, weights[1][0, 0]),
      Claim(
        "(1 · (−0.5) + 0 · 0.7311) / 2 = −0.2500", a[1][0, 1], first, a[1][1, 1], second, 2, weights[1][1, 0]),
      line("$db_1$: 0.3466 and 0.2500", biases[0]),
      Claim(
        "(1 · (−1.5) + 2 · 2.1932) / 2 = 1.4432 and 0.2500", a[0][0, 0], delta.hidden[0, 0], a[0][1, 0],
        delta.hidden[1, 0], 2, weights[0][0, 0], weights[0][0, 1]),
      Claim(
        "(2 · (−1.5) + 1 · 2.1932) / 2 = −0.4034 and 0.5000", a[0][0, 1], delta.hidden[0, 0], a[0][1, 1],
        delta.hidden[1, 0], 2, weights[0][1, 0], weights[0][1, 1]),
    ]
  }

  private static func gradientCheck(_ example: WorkedExample) throws -> [Claim] {
    func loss(nudged step: Double) throws -> Double {
      var parameters = example.parameters
      parameters.weights[0][0, 0] += step
      return try example.loss(with: parameters)
    }
    let (above, below) = (try loss(nudged: 0.01), try loss(nudged: -0.01))
    let tiny = 1e-12
    let atKink = CentralDifferences.gradient(at: Matrix([[0]])) { Oracle.value($0[0, 0], .relu) }[0, 0]
    return [
      Claim("and h = 0.01", 0.01),
      Claim("(1.01787 − 0.98901) / 0.02 = 1.4430", above, below, 2 * 0.01, (above - below) / (2 * 0.01)),
      Claim("The judge takes h = 1e-5", CentralDifferences.step),
      Claim("max(1e-8", tiny / Tolerance.relativeError(tiny, 0)),
      Claim("is at most 1e-6", Tolerance.gradient.relative),
      Claim("`|a − n|` at most 1e-9", Tolerance.gradient.absolute),
      Claim("measures 0.50 at z = 0", atKink, 0),
      Claim("where the course's slope is 0", Oracle.slope(0, .relu)),
    ]
  }

  private static func mistakes() -> [Claim] {
    let (p, slope) = (Oracle.sigmoid(1), Oracle.slope(1, .sigmoid))
    return [
      Claim("σ′(1) = 0.1966", slope),
      Claim("σ′(σ(1)) = 0.2194", Oracle.slope(p, .sigmoid)),
    ]
  }

  private static func experiments(_ example: WorkedExample) throws -> [Claim] {
    let gradient = try example.gradients().biases[1][0, 0]
    var stepped = example.parameters
    stepped.biases[1][0, 0] -= 0.1 * gradient
    return [
      Claim("by 0.1 · 0.1155", 0.1, gradient),
      Claim("from 1.0032 to 1.0019", example.loss, try example.loss(with: stepped)),
    ]
  }
}

extension WorkedExample {
  /// The deltas of the output layer and of the hidden layer.
  func deltas() throws -> (output: Matrix, hidden: Matrix) {
    let output = Oracle.outputDelta(cache.probabilities, labels)
    return (output, try Oracle.hiddenDelta(output, parameters.weights[1], cache.preActivations[0], .relu))
  }

  /// The gradients of the mean loss, from the judge's own backward pass.
  func gradients() throws -> Gradients {
    try Oracle.backward(cache, labels, parameters, .relu)
  }
}
