import CourseKit

extension AdamOptimizer {
  /// Exercise 11.3 as the judge knows it wrong.
  func corrected(mistake: String, _ moment: Matrix, decay: Double) throws -> Matrix {
    switch mistake {
    case "11.3 not corrected":
      return moment
    case "11.3 step forgotten":
      return moment / (1 - decay)
    case "11.3 one factor too few":
      return moment / (1 - pow(decay, Double(stepCount - 1)))
    case "11.3 one factor too many":
      var power = decay
      for _ in 0..<stepCount { power *= decay }
      return moment / (1 - power)
    case "11.3 decay times the step":
      return moment / (1 - decay * Double(stepCount))
    case "11.3 power of the whole bracket":
      return moment / pow(1 - decay, Double(stepCount))
    case "11.3 1 + decayᵗ":
      return moment / (1 + pow(decay, Double(stepCount)))
    case "11.3 decayᵗ":
      return moment / pow(decay, Double(stepCount))
    case "11.3 multiplied":
      return (1 - pow(decay, Double(stepCount))) * moment
    case "11.3 always the first decay":
      return moment / (1 - pow(firstDecay, Double(stepCount)))
    case "11.3 base and exponent exchanged":
      return moment / (1 - pow(Double(stepCount), decay))
    case "11.3 bracket missing":
      return moment.map { $0 / 1 - pow(decay, Double(stepCount)) }
    case "11.3 root of the divisor":
      return moment / sqrt(1 - pow(decay, Double(stepCount)))
    default:
      return try corrected(other: mistake, moment, decay: decay)
    }
  }
}
