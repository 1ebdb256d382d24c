import CourseKit

/// What a weight matrix of random numbers shows: its mean, its variance and the shape of its distribution.
struct WeightStatistics {
  let count: Double
  let mean: Double
  /// The mean square: the variance about the mean that is expected, 0.
  let variance: Double
  /// The fourth moment over the squared variance, minus 3: 0 for normal numbers, −1.2 for uniform ones.
  let excessKurtosis: Double
  /// How many different values there are.
  let distinctCount: Int

  init(_ matrix: Matrix) {
    let values = matrix.elements
    count = Double(values.count)
    let average = values.reduce(0, +) / count
    let centred = values.map { $0 - average }
    let secondMoment = centred.reduce(0) { $0 + $1 * $1 } / count
    let fourthMoment = centred.reduce(0) { $0 + $1 * $1 * $1 * $1 } / count
    mean = average
    variance = values.reduce(0) { $0 + $1 * $1 } / count
    excessKurtosis = fourthMoment / (secondMoment * secondMoment) - 3
    distinctCount = Set(values).count
  }

  /// How many standard errors a right answer may be off: a normal variable is farther out once in 500 million times.
  static let allowedErrors = 6.0

  /// The standard error of the mean of n numbers with variance v is √(v / n).
  func meanIsZero(expectedVariance: Double) -> Bool {
    abs(mean) <= Self.allowedErrors * sqrt(expectedVariance / count)
  }

  /// The standard error of the variance of n normal numbers is v · √(2 / n).
  func varianceIs(_ expected: Double) -> Bool {
    abs(variance - expected) <= expected * allowedVarianceError
  }

  /// The allowed relative error of the variance.
  var allowedVarianceError: Double { Self.allowedErrors * sqrt(2 / count) }

  /// The standard error of the excess kurtosis of n normal numbers is √(24 / n).
  var isNormal: Bool { abs(excessKurtosis) <= Self.allowedErrors * sqrt(24 / count) }
}
