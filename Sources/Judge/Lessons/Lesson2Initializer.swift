import Contract
import CourseKit

/// The checks of an initialiser, exercises 2.2 and 2.3: random numbers are judged by their statistics, so that any order
/// of draws and any right way of drawing passes.
struct InitializerJudge: Sendable {
  let function: LessonFunction<Parameters, [Int], UInt64>
  /// The variance that is asked for, as the report writes it: "2 / fanIn".
  let formula: String
  let variance: @Sendable (_ fanIn: Double, _ fanOut: Double) -> Double
  let misconceptions: [VarianceMisconception]

  /// Layers with 7200, 9000 and 6000 weights: the variance is known to 6 · √(2 / n), which is 10 %, 9 % and 11 %, while
  /// the fan-in and the fan-out differ by factors of 2, 2.5 and 3.75.
  static let layerSizes = [120, 60, 150, 40]
  static let seeds: [UInt64] = [1, 2]

  var checks: [Check] {
    [
      check(.shape, "weights [fanIn, fanOut] and biases [1, fanOut] of 3-5-4-1", outcome: shapes),
      check(.value, "every bias is 0", outcome: zeroBiases),
      check(.property, "the weights have mean 0", outcome: meanZero),
      check(.property, "the variance is \(formula) in every layer", outcome: rightVariance),
      check(.property, "normal rather than uniform", outcome: normal),
      check(.property, "the same seed gives the same numbers, another seed others", outcome: seeded),
      check(.property, "every layer and every weight has a draw of its own", outcome: ownDraws),
    ]
  }

  private func check(
    _ kind: CheckKind, _ summary: String, outcome: @escaping @Sendable (any Student) throws -> Outcome
  ) -> Check {
    Check(function.exercise, kind, summary) { bench in try outcome(bench.student) }
  }

  private func expectedShapes(_ layerSizes: [Int]) -> Parameters {
    let layers = 1..<layerSizes.count
    return Parameters(
      weights: layers.map { .zeros(rows: layerSizes[$0 - 1], columns: layerSizes[$0]) },
      biases: layers.map { .zeros(rows: 1, columns: layerSizes[$0]) })
  }

  private func shapes(_ student: any Student) throws -> Outcome {
    for layerSizes in [[3, 5, 4, 1], Self.layerSizes] {
      let yours = try student.call(function, layerSizes, 1)
      let comparison = Comparison(yours, to: expectedShapes(layerSizes), tolerance: .value)
      if let problem = comparison.shapeProblem ?? notFinite(comparison) {
        return .failed(Finding(evidence: [problem]))
      }
    }
    return .passed
  }

  /// Names the first number that is none: NaN is not even equal to itself, so nothing else can be said then.
  private func notFinite(_ comparison: Comparison) -> String? {
    comparison.differences.first { !$0.yours.isFinite }
      .map { "\($0.name)  yours \($0.yours.text)   expected a finite number" }
  }

  /// The student's parameters for the large layers, or an outcome if their shapes make statistics impossible.
  private func sample(
    _ student: any Student, seed: UInt64 = 1, layerSizes: [Int] = Self.layerSizes,
    judge: (Parameters) throws -> Outcome
  ) throws -> Outcome {
    let yours = try student.call(function, layerSizes, seed)
    let comparison = Comparison(yours, to: expectedShapes(layerSizes), tolerance: .value)
    if comparison.shapeProblem != nil {
      return .waiting("the shapes of \(Course.name(of: function.exercise)) are not right yet")
    }
    if notFinite(comparison) != nil { return .waiting("the weights are not all finite numbers") }
    return try judge(yours)
  }

  private func zeroBiases(_ student: any Student) throws -> Outcome {
    try sample(student) { yours in
      for (layer, biases) in yours.biases.enumerated() {
        if let index = biases.elements.firstIndex(where: { $0 != 0 }) {
          return .failed(
            Finding(
              evidence: ["biases[\(layer)][0, \(index)]  yours \(biases.elements[index].text)   expected 0"],
              diagnosis: sentence(.randomBiases)))
        }
      }
      return .passed
    }
  }

  private func meanZero(_ student: any Student) throws -> Outcome {
    try sample(student) { yours in
      for (layer, weights) in yours.weights.enumerated() {
        let statistics = WeightStatistics(weights)
        // A wrong variance is the next check's affair, so the weights' own variance sets the scale here.
        if statistics.meanIsZero(expectedVariance: statistics.variance) { continue }
        // A matrix that is one draw all over has a check of its own below.
        let allPositive = yours.weights.allSatisfy { matrix in
          WeightStatistics(matrix).distinctCount > 1 && matrix.elements.allSatisfy { $0 >= 0 }
        }
        return .failed(
          Finding(
            evidence: [
              "weights[\(layer)]  the mean of \(weights.elements.count) numbers is \(statistics.mean.text)   expected 0"
            ],
            diagnosis: allPositive ? sentence(.positiveWeights) : nil))
      }
      return .passed
    }
  }

  private func rightVariance(_ student: any Student) throws -> Outcome {
    try sample(student) { yours in
      let statistics = yours.weights.map(WeightStatistics.init)
      if agrees(statistics, with: variance) { return .passed }
      let evidence = statistics.enumerated().map { layer, measured in
        let expected = variance(fan(layer), fan(layer + 1))
        return
          "weights[\(layer)] \(yours.weights[layer].shape)  variance \(measured.variance.text)   expected \(expected.text) = \(formula)"
          + "   (allowed \((100 * measured.allowedVarianceError).text) %)"
      }
      return .failed(Finding(evidence: evidence, diagnosis: try mistake(statistics, student)))
    }
  }

  private func sentence(_ mistake: InitializerMistake) -> String { mistake.sentence(formula: formula) }

  private func fan(_ layer: Int) -> Double { Double(Self.layerSizes[layer]) }

  private func agrees(
    _ statistics: [WeightStatistics], with variance: (_ fanIn: Double, _ fanOut: Double) -> Double
  ) -> Bool {
    statistics.enumerated().allSatisfy { layer, measured in
      measured.varianceIs(variance(fan(layer), fan(layer + 1)))
    }
  }

  /// The sentence of the one misconception with which two independent samples agree.
  private func mistake(_ first: [WeightStatistics], _ student: any Student) throws -> String? {
    if first.allSatisfy({ $0.variance == 0 }) { return sentence(.zeroWeights) }
    let second = try student.call(function, Self.layerSizes, Self.seeds[1]).weights.map(WeightStatistics.init)
    let confirmed = misconceptions.filter { agrees(first, with: $0.variance) && agrees(second, with: $0.variance) }
    return confirmed.count == 1 ? confirmed[0].sentence : nil
  }

  private func normal(_ student: any Student) throws -> Outcome {
    try sample(student) { yours in
      let statistics = yours.weights.map(WeightStatistics.init)
      guard statistics.allSatisfy({ $0.variance > 0 }) else { return .waiting("the weights are all 0") }
      guard let layer = statistics.firstIndex(where: { !$0.isNormal }) else { return .passed }
      let kurtosis = statistics[layer].excessKurtosis
      let isUniform = statistics.allSatisfy { abs($0.excessKurtosis + 1.2) < 0.2 }
      return .failed(
        Finding(
          evidence: [
            "weights[\(layer)]  excess kurtosis \(kurtosis.text)   expected 0 for normal numbers, −1.2 for uniform"
          ],
          diagnosis: isUniform ? sentence(.uniform) : nil))
    }
  }

  private func seeded(_ student: any Student) throws -> Outcome {
    try sample(student, layerSizes: [4, 3, 1]) { try seeded($0, student) }
  }

  private func seeded(_ first: Parameters, _ student: any Student) throws -> Outcome {
    let again = try student.call(function, [4, 3, 1], Self.seeds[0])
    if first != again {
      return .failed(
        Finding(
          evidence: ["Two calls with the same seed gave different weights."],
          diagnosis: sentence(.ownGenerator)))
    }
    let other = try student.call(function, [4, 3, 1], Self.seeds[1])
    guard first == other else { return .passed }
    if first.weights.allSatisfy({ $0.elements.allSatisfy { $0 == 0 } }) { return .waiting("the weights are all 0") }
    return .failed(
      Finding(
        evidence: ["Two calls with different seeds gave the same weights."],
        diagnosis: sentence(.fixedSeed)))
  }

  private func ownDraws(_ student: any Student) throws -> Outcome {
    let equalLayers = [20, 20, 20, 20]
    return try sample(student, layerSizes: equalLayers) { yours in
      if yours.weights.allSatisfy({ $0.elements.allSatisfy { $0 == 0 } }) { return .waiting("the weights are all 0") }
      for layer in 1..<yours.weights.count where yours.weights[layer] == yours.weights[layer - 1] {
        return .failed(
          Finding(
            evidence: ["weights[\(layer)] equals weights[\(layer - 1)]."],
            diagnosis: sentence(.sameLayers)))
      }
      for (layer, weights) in yours.weights.enumerated() {
        let distinct = Set(weights.elements).count
        if distinct < weights.elements.count * 9 / 10 {
          return .failed(
            Finding(
              evidence: [
                "weights[\(layer)] has only \(distinct) different value\(distinct == 1 ? "" : "s") in \(weights.elements.count) entries."
              ],
              diagnosis: sentence(.sameEntries)))
        }
      }
      return .passed
    }
  }
}
