import CourseKit
import Engine
import Vocabulary
import Wire

@testable import Course

extension ComposedMistake {
  /// What can go wrong with starting weights besides their variance, as the judge has it.
  private static let others: [(mistake: InitializerMistake, change: @Sendable (inout Parameters) -> Void)] = [
    (.zeroWeights, { parameters in parameters.weights = parameters.weights.map { 0 * $0 } }),
    (.positiveWeights, { parameters in parameters.weights = parameters.weights.map { $0.map { abs($0) } } }),
    (.randomBiases, { parameters in parameters.biases = parameters.biases.map { $0.map { _ in 0.1 } } }),
    (
      .sameLayers,
      { parameters in
        for layer in parameters.weights.indices.dropFirst() {
          let own = parameters.weights[layer]
          let first = parameters.weights[0].elements
          parameters.weights[layer] = Matrix(
            rows: own.rows, columns: own.columns, elements: own.elements.indices.map { first[$0 % first.count] })
        }
      }
    ),
    (
      .sameEntries,
      { parameters in parameters.weights = parameters.weights.map { w in w.map { _ in w.elements[0] } } }
    ),
  ]

  /// Makes up wrong starting weights: a formula for the variance of powers and factors, and perhaps something else.
  static func randomWeights(of judge: Initializer, using generator: inout SeededGenerator) -> ComposedMistake {
    let factor: Double = [0.5, 1, 2, 4].randomElement(using: &generator) ?? 1
    let exponents: [Double] = [-2, -1, -0.5, 0, 0.5]
    let ofFanIn: Double = exponents.randomElement(using: &generator) ?? 0
    let ofFanOut: Double = exponents.randomElement(using: &generator) ?? 0
    let isSum = Bool.random(using: &generator)
    let variance: Initializers.Variance = { fanIn, fanOut in
      if isSum { return factor / (abs(ofFanIn) * fanIn + abs(ofFanOut) * fanOut + 0.01) }
      return factor * power(fanIn, ofFanIn) * power(fanOut, ofFanOut)
    }
    let other = Int.random(in: 0..<3, using: &generator) == 0 ? others.randomElement(using: &generator) : nil
    let isUniform = Int.random(in: 0..<4, using: &generator) == 0
    return ComposedMistake(
      exercise: judge.function.exercise,
      name: [
        "\(factor), \(ofFanIn), \(ofFanOut)", isSum ? "of a sum" : "", isUniform ? "uniform" : "",
        other.map(\.mistake.rawValue) ?? "",
      ].joined(separator: " "),
      plant: { student in
        student.answer(judge.function) { sizes, seed in
          var parameters =
            isUniform
            ? Initializers.drawn(sizes, seed: seed, variance: variance, Initializers.uniform)
            : randomParameters(sizes, seed: seed, variance: variance)
          other?.change(&parameters)
          return parameters
        }
      },
      isWrong: { _ in other != nil || isUniform || !areEqual(variance, { fanIn, _ in judge.variance(fanIn) }) },
      falseDiagnoses: { verdicts, student in
        let suspect = Suspect.drawing.first { $0.exercise == judge.function.exercise }
        var isTrue: Set<String> = []
        if let other { isTrue.insert(other.mistake.sentence(formula: judge.formula)) }
        if isUniform { isTrue.insert(InitializerMistake.uniform.sentence(formula: judge.formula)) }
        return try (suspect?.falseDiagnoses(verdicts, student) ?? []).subtracting(isTrue)
      })
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double { exp(exponent * log(base)) }

  /// Whether two formulas give the same within 2 % for layers of any size.
  private static func areEqual(_ one: Initializers.Variance, _ other: Initializers.Variance) -> Bool {
    [(7.0, 11.0), (50, 3), (3, 90), (200, 170)].allSatisfy { fanIn, fanOut in
      abs(one(fanIn, fanOut) - other(fanIn, fanOut)) <= 0.02 * other(fanIn, fanOut)
    }
  }
}
