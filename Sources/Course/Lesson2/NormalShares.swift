import Vocabulary

/// How much of a sample lies where, beside what the standard normal distribution has there.
struct NormalShares {
  private let values: [Double]

  init(_ values: [Double]) { self.values = values }

  /// Where half of the distribution lies, its far ends, and its half above 0.
  private static let regions: [(name: String, share: Double, holds: @Sendable (Double) -> Bool)] = [
    ("lie within 0.6745 standard deviations of 0", 0.5, { abs($0) < 0.6745 }),
    ("lie beyond 2.5 standard deviations", 0.01242, { abs($0) > 2.5 }), ("are positive", 0.5, { $0 > 0 }),
  ]

  /// The first share that is farther off than six standard errors, √(p · (1 − p) / n) each; nil if none is.
  var deviation: String? {
    let count = Double(values.count)
    for region in Self.regions {
      let share = Double(values.count(where: region.holds)) / count
      let error = (region.share * (1 - region.share) / count).squareRoot()
      if abs(share - region.share) > WeightStatistics.allowedErrors * error {
        return
          "\((100 * share).text) % of \(values.count) weights \(region.name)   expected \((100 * region.share).text) %"
      }
    }
    let cubes = values.reduce(0) { $0 + $1 * $1 * $1 } / count
    // The sixth moment of a standard normal number is 15.
    guard abs(cubes) > WeightStatistics.allowedErrors * (15 / count).squareRoot() else { return nil }
    return "The mean of the cubes of \(values.count) weights is \(cubes.text) standard deviations³   expected 0"
  }
}
