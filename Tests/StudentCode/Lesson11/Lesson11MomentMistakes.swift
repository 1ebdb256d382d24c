import CourseKit

extension AdamOptimizer {
  /// Exercise 11.1 as the judge knows it wrong.
  func firstMoment(mistake: String, _ moment: Matrix, gradient: Matrix) throws -> Matrix {
    switch mistake {
    case "11.1 1 − β missing":
      return firstDecay * moment + gradient
    case "11.1 decay on both":
      return firstDecay * (moment + gradient)
    case "11.1 shares exchanged":
      return (1 - firstDecay) * moment + firstDecay * gradient
    case "11.1 other decay":
      return secondDecay * moment + (1 - secondDecay) * gradient
    case "11.1 gradient squared":
      return firstDecay * moment + (1 - firstDecay) * (gradient * gradient)
    case "11.1 decay missing":
      return moment + (1 - firstDecay) * gradient
    case "11.1 decay fixed at 0.9":
      return 0.9 * moment + 0.1 * gradient
    case "11.1 decay on the whole sum":
      return firstDecay * (moment + (1 - firstDecay) * gradient)
    case "11.1 moment of the optimizer":
      return firstDecay * firstMoments[0] + (1 - firstDecay) * gradient
    case "11.1 corrected already":
      let new = firstDecay * moment + (1 - firstDecay) * gradient
      return new / (1 - pow(firstDecay, Double(stepCount)))
    case "11.1 away from the gradient":
      return moment - (1 - firstDecay) * (gradient - moment)
    case "11.1 bracket missing":
      var result = moment
      for index in moment.elements.indices {
        result.elements[index] = firstDecay * moment.elements[index] + 1 - firstDecay * gradient.elements[index]
      }
      return result
    default:
      return try firstMoment(other: mistake, moment, gradient: gradient)
    }
  }

  /// Exercise 11.2 as the judge knows it wrong.
  func secondMoment(mistake: String, _ moment: Matrix, gradient: Matrix) throws -> Matrix {
    switch mistake {
    case "11.2 square forgotten":
      return secondDecay * moment + (1 - secondDecay) * gradient
    case "11.2 1 − β missing":
      return secondDecay * moment + gradient * gradient
    case "11.2 plain sum":
      return moment + gradient * gradient
    case "11.2 other decay":
      return firstDecay * moment + (1 - firstDecay) * (gradient * gradient)
    case "11.2 shares exchanged":
      return (1 - secondDecay) * moment + secondDecay * (gradient * gradient)
    case "11.2 gradient without sign":
      return secondDecay * moment + (1 - secondDecay) * gradient.map { abs($0) }
    case "11.2 root taken already":
      let new = secondDecay * moment + (1 - secondDecay) * (gradient * gradient)
      return new.map { sqrt($0) }
    case "11.2 1 − β twice":
      let share = (1 - secondDecay) * gradient
      return secondDecay * moment + share * share
    case "11.2 never smaller":
      let new = secondDecay * moment + (1 - secondDecay) * (gradient * gradient)
      var result = moment
      for index in new.elements.indices { result.elements[index] = max(moment.elements[index], new.elements[index]) }
      return result
    case "11.2 variance":
      let distance = gradient - moment
      return secondDecay * moment + (1 - secondDecay) * (distance * distance)
    case "11.2 square of the average":
      let average = secondDecay * moment + (1 - secondDecay) * gradient
      return average * average
    default:
      return try secondMoment(other: mistake, moment, gradient: gradient)
    }
  }
}
