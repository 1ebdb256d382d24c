import CourseKit
import Engine
import Vocabulary

// What the checks of an initialiser look at.
extension Initializer {
  typealias Input = ([Int], UInt64, Int)
  typealias Asking = (Input) throws -> [Parameters]
  private typealias AskingOnce = (Input) throws -> Parameters

  /// What is said of the first network, where only that one counts.
  func one(
    _ judge: @escaping @Sendable (Input, Parameters, (Input) throws -> Parameters) throws -> Finding?
  ) -> @Sendable (Input, [Parameters], Asking) throws -> Finding? {
    { input, networks, ask in
      func first(_ networks: [Parameters]) throws -> Parameters {
        guard let network = networks.first else { throw CallFailure(.fault, "\(function.name) returned nothing.") }
        return network
      }
      return try judge(input, first(networks)) { try first(ask($0)) }
    }
  }

  private func expectedShapes(_ layerSizes: [Int]) -> Parameters {
    let layers = 1..<layerSizes.count
    return Parameters(
      weights: layers.map { .zeros(rows: layerSizes[$0 - 1], columns: layerSizes[$0]) },
      biases: layers.map { .zeros(rows: 1, columns: layerSizes[$0]) })
  }

  func comparison(_ yours: Parameters, _ layerSizes: [Int]) -> Comparison {
    Comparison(yours, to: expectedShapes(layerSizes), tolerance: .value)
  }

  @Sendable func shapes(
    _ input: Input, _ yours: Parameters, _ ask: (Input) throws -> Parameters
  ) throws -> Finding? {
    let small = comparison(yours, input.0)
    if let problem = small.shapeProblem ?? notFinite(small) { return Finding(evidence: [problem]) }
    let large = comparison(try ask((Self.layerSizes, 1, 1)), Self.layerSizes)
    return (large.shapeProblem ?? notFinite(large)).map { Finding(evidence: [$0]) }
  }

  /// Names the first number that is none: NaN is not even equal to itself, so nothing else can be said then.
  func notFinite(_ comparison: Comparison) -> String? {
    comparison.differences.first { !$0.yours.isFinite }
      .map { "\($0.name)  yours \($0.yours.text)   expected a finite number" }
  }

  /// Stops a check whose statistics are impossible, because of the shapes or of what is no number.
  func requireSample(_ yours: Parameters, _ layerSizes: [Int]) throws {
    let comparison = comparison(yours, layerSizes)
    if comparison.shapeProblem != nil {
      throw Waiting("the shapes of \(function.exercise) \(function.name) are not right yet")
    }
    if notFinite(comparison) != nil { throw Waiting("the weights are not all finite numbers") }
  }

  @Sendable func zeroBiases(
    _ input: Input, _ yours: Parameters, _ ask: (Input) throws -> Parameters
  ) throws -> Finding? {
    try requireSample(yours, input.0)
    for (layer, biases) in yours.biases.enumerated() {
      if let index = biases.elements.firstIndex(where: { $0 != 0 }) {
        return Finding(
          evidence: ["biases[\(layer)][0, \(index)]  yours \(biases.elements[index].text)   expected 0"],
          diagnosis: sentence(.randomBiases))
      }
    }
    return nil
  }

  @Sendable func meanZero(
    _ input: Input, _ yours: Parameters, _ ask: (Input) throws -> Parameters
  ) throws -> Finding? {
    try requireSample(yours, input.0)
    for (layer, weights) in yours.weights.enumerated() {
      let statistics = WeightStatistics(weights)
      // A wrong variance is the next check's affair, so the weights' own variance sets the scale here.
      if statistics.meanIsZero(expectedVariance: statistics.variance) { continue }
      // A matrix that is one draw all over has a check of its own below.
      let allPositive = yours.weights.allSatisfy { matrix in
        WeightStatistics(matrix).distinctCount > 1 && matrix.elements.allSatisfy { $0 >= 0 }
      }
      return Finding(
        evidence: [
          "weights[\(layer)]  the mean of \(weights.elements.count) numbers is \(statistics.mean.text)   expected 0"
        ],
        diagnosis: allPositive ? sentence(.positiveWeights) : repetition(in: yours))
    }
    return nil
  }

  @Sendable func rightVariance(
    _ input: Input, _ yours: Parameters, _ ask: (Input) throws -> Parameters
  ) throws -> Finding? {
    try requireSample(yours, input.0)
    let statistics = yours.weights.map(WeightStatistics.init)
    let isRight = statistics.enumerated().allSatisfy { $1.varianceIs(variance(fan($0))) }
    if isRight { return nil }
    let evidence = statistics.enumerated().map { layer, measured in
      let expected = variance(fan(layer))
      return
        "weights[\(layer)] \(yours.weights[layer].shape)  variance \(measured.variance.text)   expected \(expected.text) = \(formula)"
        + "   (allowed \((100 * measured.allowedVarianceError).text) %)"
    }
    return Finding(evidence: evidence, diagnosis: repetition(in: yours))
  }

  /// What is said where some entries are not draws of their own; nil where all differ.
  private func repetition(in network: Parameters) -> String? {
    if isAllZero(network) { return nil }
    // No draw is 0 exactly.
    let isPartlyZero = { (weights: Matrix) in weights.elements.contains(0) && weights.elements.contains { $0 != 0 } }
    if network.weights.contains(where: isPartlyZero) { return sentence(.someZero) }
    let areRepeated = network.weights.allSatisfy { weights in
      let distinct = WeightStatistics(weights).distinctCount
      return distinct > 1 && distinct <= weights.elements.count / 2
    }
    return areRepeated ? sentence(.sameEntries) : nil
  }

  func sentence(_ mistake: InitializerMistake) -> String { mistake.sentence(formula: formula) }

  private func fan(_ layer: Int) -> Double { Double(Self.layerSizes[layer]) }

  @Sendable func normal(
    _ input: Input, _ yours: Parameters, _ ask: (Input) throws -> Parameters
  ) throws -> Finding? {
    try requireSample(yours, input.0)
    let statistics = yours.weights.map(WeightStatistics.init)
    guard statistics.allSatisfy({ $0.variance > 0 }) else { throw Waiting("the weights are all 0") }
    guard let layer = statistics.firstIndex(where: { !$0.isNormal }) else { return nil }
    let kurtosis = statistics[layer].excessKurtosis
    let isUniform = statistics.allSatisfy { abs($0.excessKurtosis + 1.2) < 0.2 }
    return Finding(
      evidence: [
        "weights[\(layer)]  excess kurtosis \(kurtosis.text)   expected 0 for normal numbers, −1.2 for uniform"
      ],
      diagnosis: isUniform ? sentence(.uniform) : nil)
  }

  @Sendable func seeded(
    _ input: Input, _ yours: Parameters, _ ask: (Input) throws -> Parameters
  ) throws -> Finding? {
    try requireSample(yours, input.0)
    if yours != (try ask(input)) {
      return Finding(
        evidence: ["Two calls with the same seed gave different weights."], diagnosis: sentence(.ownGenerator))
    }
    guard yours == (try ask((input.0, Self.seeds[1], 1))) else { return nil }
    if isAllZero(yours) { throw Waiting("the weights are all 0") }
    return Finding(
      evidence: ["Two calls with different seeds gave the same weights."], diagnosis: sentence(.fixedSeed))
  }

  func isAllZero(_ parameters: Parameters) -> Bool {
    parameters.weights.allSatisfy { $0.elements.allSatisfy { $0 == 0 } }
  }

  @Sendable func ownDraws(
    _ input: Input, _ yours: Parameters, _ ask: (Input) throws -> Parameters
  ) throws -> Finding? {
    try requireSample(yours, input.0)
    if isAllZero(yours) { throw Waiting("the weights are all 0") }
    for layer in 1..<yours.weights.count where yours.weights[layer] == yours.weights[layer - 1] {
      return Finding(
        evidence: ["weights[\(layer)] equals weights[\(layer - 1)]."], diagnosis: sentence(.sameLayers))
    }
    for (layer, weights) in yours.weights.enumerated() {
      let distinct = Set(weights.elements).count
      if distinct < weights.elements.count {
        return Finding(
          evidence: [
            "weights[\(layer)] has only \(distinct) different value\(distinct == 1 ? "" : "s") in \(weights.elements.count) entries."
          ],
          // A few that are alike may be so for another reason.
          diagnosis: distinct < weights.elements.count * 9 / 10 ? sentence(.sameEntries) : nil)
      }
    }
    return nil
  }
}
