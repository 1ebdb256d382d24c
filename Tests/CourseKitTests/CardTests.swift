import CourseKit
import Foundation
import Testing

/// The card of the lessons' page says what the given types can do.
@Suite("The card") struct CardTests {
  private static let card = try? String(
    contentsOf: URL(filePath: #filePath).appending(path: "../../../Lessons/README.md").standardizedFileURL,
    encoding: .utf8
  ).components(separatedBy: "\n## The card\n").last?.components(separatedBy: "\n## ").first

  /// Whether the card has these words of code.
  private func has(_ code: String) -> Bool { Self.card?.contains(code) ?? false }

  @Test("has matrices as they are")
  func matrices() throws {
    var a = Matrix([[1, 2], [3, 4]])
    let b = Matrix(rows: 1, columns: 2, elements: [10, 20])
    try #require(has("Matrix([[1, 2], [3, 4]])") && has("Matrix(rows: 2, columns: 3, elements: numbers)"))
    #expect(has("Matrix.zeros(rows: 2, columns: 3)") && Matrix.zeros(rows: 2, columns: 3).shape == "[2, 3]")
    #expect(has("`a.rows`, `a.columns`, `a.shape`, `a.elements`") && a.elements == [1, 2, 3, 4])
    #expect(has("`a + b`, `a - b`, `a * b`, `a += b`, `a -= b`") && (a * a).elements == [1, 4, 9, 16])
    #expect(has("`2 * a`, `a / 2`") && (2 * a / 2) == a)
    #expect(has("a.map { x in 1 - x }") && a.map { x in 1 - x }.elements == [0, -1, -2, -3])
    #expect(has("`matmul(a, b)`, `a.transposed`") && matmul(b, a.transposed).elements == [50, 110])
    #expect(has("`a.adding(row: b)`, `a.columnSums()`") && a.adding(row: b).columnSums().elements == [24, 46])
    #expect(has("a.rows(at: [2, 0])") && a.rows(at: [1, 0]).elements == [3, 4, 1, 2])
    a[1, 0] = 7
    #expect(has("a[row, column]") && a.elements == [1, 2, 7, 4])
  }

  @Test("has what networks and examples hold")
  func values() throws {
    let (w, b) = (Matrix([[1], [2]]), Matrix([[3]]))
    let gradients = Gradients(weights: [w], biases: [b])
    #expect(has("Gradients(weights: …, biases: …)") && gradients.matrices == [w, b])
    #expect(has("parameters.weights[0]") && Parameters(weights: [w], biases: [b]).weights[0] == w)
    let cache = ForwardCache(activations: [w, b], preActivations: [w])
    #expect(has("cache.activations[0]") && cache.probabilities == b && has("cache.probabilities"))
    let data = Dataset(features: w, labels: w)
    #expect(has("`data.features`, `data.labels`, `data.count`") && data.count == 2)
    #expect(has("data.rows(at: indices)") && data.rows(at: [1]).features == Matrix([[2]]))
    var history = History()
    history.trainingLoss.append(1)
    #expect(has("`history.trainingLoss`, `.validationLoss`, `.trainingAccuracy`, `.validationAccuracy`"))
    #expect(history.validationLoss.isEmpty && history.trainingAccuracy.isEmpty && history.validationAccuracy.isEmpty)
    var generator = SeededGenerator(seed: 1)
    #expect(has("numbers.shuffled(using: &generator)") && [1, 2].shuffled(using: &generator).sorted() == [1, 2])
    #expect(has("`generator.nextGaussian()`, `generator.nextUniform()`") && generator.nextGaussian().isFinite)
    #expect((0..<1).contains(generator.nextUniform()))
    #expect(has("`Parameters(weights: [], biases: [])`") && Parameters(weights: [], biases: []).matrices.isEmpty)
    #expect(has("`ForwardCache(activations: [x], preActivations: [])`, `History()`"))
    #expect(ForwardCache(activations: [w], preActivations: []).preActivations.isEmpty)
    #expect(has("`layer.parameters`, `layer.gradients`, `kept(mask)`") && Layer().parameters.isEmpty)
  }
}
