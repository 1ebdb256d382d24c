import CourseKit

/// What can be so by chance and what cannot.
enum Chance {
  /// A right answer goes beyond it with a probability of less than 2 · e^−22, which is 6 in ten thousand million.
  static let limit = 22.0

  /// Whether so many of some independent draws may have come out, each with a probability.
  ///
  /// Chernoff's bound: a share as far from p comes with a probability of at most e^(−n · D), on either side, where D is the
  /// relative entropy of the two. It holds for few draws and for rare ones as well.
  ///
  /// - Parameter tests: how many such questions are asked at once, so that one of them is the oddest.
  static func allows(_ hits: Int, of count: Int, _ probability: Double, among tests: Int = 1) -> Bool {
    guard count > 0 else { return true }
    if probability <= 0 { return hits == 0 }
    if probability >= 1 { return hits == count }
    let share = Double(hits) / Double(count)
    let entropy = term(share, probability) + term(1 - share, 1 - probability)
    return Double(count) * entropy <= limit + log(Double(tests))
  }

  private static func term(_ share: Double, _ probability: Double) -> Double {
    share == 0 ? 0 : share * log(share / probability)
  }

  /// How likely each number of hits is, from 0 to `count`.
  static func binomial(_ count: Int, _ probability: Double) -> [Double] {
    var shares = [1.0]
    for _ in 0..<count {
      var next = [Double](repeating: 0, count: shares.count + 1)
      for (hits, share) in shares.enumerated() {
        next[hits] += share * (1 - probability)
        next[hits + 1] += share * probability
      }
      shares = next
    }
    return shares
  }
}
