import CourseKit
import Engine
import Vocabulary

// What hundreds of small networks show: each single weight, and how weights hang together.
extension Initializer {
  /// A weight by its place, and what it was in each of the networks.
  private struct Place {
    let layer: Int
    let row: Int
    let column: Int
    /// In units of the standard deviation that is asked for.
    let values: [Double]

    var name: String { "weights[\(layer)][\(row), \(column)]" }
  }

  private func places(of networks: [Parameters]) -> [Place] {
    guard let first = networks.first else { return [] }
    return first.weights.enumerated().flatMap { layer, weights in
      weights.elements.indices.map { index in
        let deviation = variance(Double(weights.rows)).squareRoot()
        return Place(
          layer: layer, row: index / weights.columns, column: index % weights.columns,
          values: networks.map { $0.weights[layer].elements[index] / deviation })
      }
    }
  }

  /// Waits if the networks are none, or the shapes or numbers of one are wrong.
  private func requireSamples(_ networks: [Parameters], _ layerSizes: [Int]) throws {
    for network in networks { try requireSample(network, layerSizes) }
    if networks.allSatisfy(isAllZero) { throw Waiting("the weights are all 0") }
  }

  @Sendable func singleWeights(_ input: Input, _ networks: [Parameters], _ ask: Asking) throws -> Finding? {
    for network in networks { try requireSample(network, input.0) }
    let places = places(of: networks)
    let zeros = places.filter { $0.values.allSatisfy { $0 == 0 } }
    if let zero = zeros.first {
      // If only whole layers are 0, there is another cause than a weight that is left out.
      let isPart = zeros.contains { zero in
        zeros.count { $0.layer == zero.layer } < places.count { $0.layer == zero.layer }
      }
      return Finding(
        evidence: ["\(zero.name) is 0 in each of \(networks.count) networks."],
        diagnosis: isPart ? sentence(.someZero) : nil)
    }
    for place in places {
      let statistics = WeightStatistics(Matrix([place.values]))
      guard statistics.meanIsZero(expectedVariance: 1), statistics.varianceIs(1) else {
        return Finding(evidence: [evidence(place.name, statistics, fanIn: input.0[place.layer])])
      }
    }
    // All weights of a layer together tell the variance more sharply than each for itself.
    for (layer, own) in Dictionary(grouping: places, by: \.layer).sorted(by: { $0.key < $1.key }) {
      let statistics = WeightStatistics(Matrix([own.flatMap(\.values)]))
      if !statistics.varianceIs(1) {
        return Finding(evidence: [evidence("weights[\(layer)]", statistics, fanIn: input.0[layer])])
      }
    }
    return NormalShares(places.flatMap(\.values)).deviation.map { Finding(evidence: [$0]) }
  }

  private func evidence(_ name: String, _ statistics: WeightStatistics, fanIn: Int) -> String {
    let expected = variance(Double(fanIn))
    return "\(name) with fanIn \(fanIn): mean \((statistics.mean * expected.squareRoot()).text), variance "
      + "\((statistics.variance * expected).text)   expected 0 and \(expected.text) = \(formula)   "
      + "(allowed \((100 * statistics.allowedVarianceError).text) %)"
  }

  @Sendable func independence(_ input: Input, _ networks: [Parameters], _ ask: Asking) throws -> Finding? {
    try requireSamples(networks, input.0)
    let places = places(of: networks)
    for (index, one) in places.enumerated() {
      for other in places[(index + 1)...] where areDependent(one.values, other.values) {
        return Finding(
          evidence: [
            "\(one.name) and \(other.name) go together in \(networks.count) networks: in the first three "
              + "\(numbers(one)) and \(numbers(other)) standard deviations."
          ],
          diagnosis: one.layer == other.layer && one.values == other.values ? sentence(.sameEntries) : nil)
      }
    }
    // A copy of the generator that is moved on a little gives the next network some of the same numbers.
    let (later, earlier) = (places.map { Array($0.values.dropFirst()) }, places.map { Array($0.values.dropLast()) })
    for (one, values) in zip(places, later) {
      for (other, before) in zip(places, earlier) where areDependent(values, before) {
        return Finding(evidence: ["\(one.name) of each network hangs together with \(other.name) of the one before."])
      }
    }
    return nil
  }

  private func numbers(_ place: Place) -> String { place.values.prefix(3).map(\.text).joined(separator: ", ") }

  /// The standard error of the correlation of n independent pairs is 1 / √n.
  private func areDependent(_ one: [Double], _ other: [Double]) -> Bool {
    func products(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let correlation = products(one, other) / (products(one, one) * products(other, other)).squareRoot()
    return abs(correlation) > WeightStatistics.allowedErrors / Double(one.count).squareRoot()
  }

  @Sendable func movedOn(_ input: Input, _ networks: [Parameters], _ ask: Asking) throws -> Finding? {
    try requireSamples(networks, input.0)
    guard networks.count == 2, networks[0] == networks[1] else { return nil }
    // What takes no notice of the seed has a mistake that is named above.
    if networks == (try ask((input.0, Self.seeds[1], 2))) { throw Waiting.forTheChecksAbove }
    return Finding(
      evidence: ["Two calls in a row with the same generator gave the same weights."],
      diagnosis: sentence(.copiedGenerator))
  }

  @Sendable func depths(_ input: Input, _ networks: [Parameters], _ ask: Asking) throws -> Finding? {
    for network in networks {
      let comparison = comparison(network, input.0)
      if let problem = comparison.shapeProblem ?? notFinite(comparison) {
        return Finding(evidence: ["for \(input.0): \(problem)"])
      }
      if network.biases.contains(where: { $0.elements.contains { $0 != 0 } }) {
        return Finding(evidence: ["for \(input.0): a bias is not 0."], diagnosis: sentence(.randomBiases))
      }
    }
    return nil
  }
}
