import CourseKit
import Foundation

extension AdamOptimizer {
  /// Exercise 11.1, right in other words, with Foundation.
  func firstMoment(foundation right: String, _ moment: Matrix, gradient: Matrix) throws -> Matrix {
    switch right {
    case "11.1 Foundation imported, functions of the student's own":
      return blended(moment, gradient, decay: firstDecay)
    default:
      return try firstMoment(listed: right, moment, gradient: gradient)
    }
  }

  /// Exercise 11.2, right in other words, with Foundation.
  func secondMoment(foundation right: String, _ moment: Matrix, gradient: Matrix) throws -> Matrix {
    switch right {
    case "11.2 Foundation imported, functions of the student's own":
      return blended(moment, gradient.map { pow($0, 2) }, decay: secondDecay)
    default:
      return try secondMoment(listed: right, moment, gradient: gradient)
    }
  }

  /// Exercise 11.3, right in other words, with Foundation.
  func corrected(foundation right: String, _ moment: Matrix, decay: Double) throws -> Matrix {
    switch right {
    case "11.3 Foundation imported, functions of the student's own":
      return moment.map { $0 / missing(decay, stepCount) }
    default:
      return try corrected(listed: right, moment, decay: decay)
    }
  }

  /// Exercise 11.4, right in other words, with Foundation.
  mutating func step(
    foundation right: String, _ parameters: inout [Matrix], gradients: [Matrix], learningRate: Double
  ) throws {
    switch right {
    case "11.4 Foundation imported, functions of the student's own":
      stepCount += 1
      for index in gradients.indices {
        let zeros = Matrix.zeros(rows: gradients[index].rows, columns: gradients[index].columns)
        if firstMoments.count <= index {
          firstMoments.append(zeros)
          secondMoments.append(zeros)
        }
        firstMoments[index] = blended(firstMoments[index], gradients[index], decay: firstDecay)
        secondMoments[index] = blended(
          secondMoments[index], gradients[index].map { Foundation.pow($0, 2) }, decay: secondDecay)
        let first = firstMoments[index] / missing(firstDecay, stepCount)
        let second = secondMoments[index] / missing(secondDecay, stepCount)
        for entry in first.elements.indices {
          let measure = Foundation.sqrt(second.elements[entry]) + epsilon
          parameters[index].elements[entry] -= learningRate * first.elements[entry] / measure
        }
      }
    default:
      try step(listed: right, &parameters, gradients: gradients, learningRate: learningRate)
    }
  }
}

// BEGIN HELPERS 11 Foundation imported, functions of the student's own
/// A moving average.
private func blended(_ old: Matrix, _ new: Matrix, decay: Double) -> Matrix {
  var result = old
  for index in old.elements.indices {
    result.elements[index] = old.elements[index] * decay + new.elements[index] * (1 - decay)
  }
  return result
}

/// The share of a moving average that is made of gradients, and not of the 0 at the beginning.
private func missing(_ decay: Double, _ steps: Int) -> Double {
  1 - exp(Double(steps) * log(decay))
}
// END HELPERS
