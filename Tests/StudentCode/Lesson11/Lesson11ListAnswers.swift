import CourseKit

extension AdamOptimizer {
  /// Exercise 11.1, right with lists and closures.
  func firstMoment(listed right: String, _ moment: Matrix, gradient: Matrix) throws -> Matrix {
    switch right {
    case "11.1 lists and closures":
      let entries = zip(moment.elements, gradient.elements).map { m, g in firstDecay * m + (1 - firstDecay) * g }
      return Matrix(rows: moment.rows, columns: moment.columns, elements: entries)
    case "11.1 in place, step by step":
      var result = moment
      result = result * firstDecay
      result += gradient * (1 - firstDecay)
      return result
    default:
      return try firstMoment(ordered: right, moment, gradient: gradient)
    }
  }

  /// Exercise 11.2, right with lists and closures.
  func secondMoment(listed right: String, _ moment: Matrix, gradient: Matrix) throws -> Matrix {
    switch right {
    case "11.2 lists and closures":
      let entries = zip(moment.elements, gradient.elements).map { v, g in secondDecay * v + (1 - secondDecay) * (g * g)
      }
      return Matrix(rows: moment.rows, columns: moment.columns, elements: entries)
    case "11.2 in place, step by step":
      var result = moment
      result = result * secondDecay
      result += (1 - secondDecay) * gradient * gradient
      return result
    default:
      return try secondMoment(ordered: right, moment, gradient: gradient)
    }
  }

  /// Exercise 11.3, right with lists and closures.
  func corrected(listed right: String, _ moment: Matrix, decay: Double) throws -> Matrix {
    switch right {
    case "11.3 lists and closures":
      let power = [Double](repeating: decay, count: stepCount).reduce(1, *)
      return moment.map { $0 / (1 - power) }
    case "11.3 in place, step by step":
      var divisor = 1.0
      for _ in 1...stepCount { divisor = divisor * decay }
      divisor = 1 - divisor
      return moment / divisor
    default:
      return try corrected(ordered: right, moment, decay: decay)
    }
  }

  /// Exercise 11.4, right with lists and closures.
  mutating func step(
    listed right: String, _ parameters: inout [Matrix], gradients: [Matrix], learningRate: Double
  ) throws {
    switch right {
    case "11.4 lists and closures":
      stepCount += 1
      let old = (firstMoments, secondMoments)
      firstMoments = gradients.enumerated().map { index, g in
        firstMoment(stepCount == 1 ? 0 * g : old.0[index], gradient: g)
      }
      secondMoments = gradients.enumerated().map { index, g in
        secondMoment(stepCount == 1 ? 0 * g : old.1[index], gradient: g)
      }
      let averages = firstMoments.map { corrected($0, decay: firstDecay) }
      let squares = secondMoments.map { corrected($0, decay: secondDecay) }
      let steps = zip(averages, squares).map { average, square in
        Matrix(
          rows: average.rows, columns: average.columns,
          elements: zip(average.elements, square.elements).map { $0 / ($1.squareRoot() + epsilon) })
      }
      parameters = zip(parameters, steps).map { $0 - learningRate * $1 }
    case "11.4 in place, step by step":
      if stepCount == 0 {
        for gradient in gradients {
          firstMoments.append(Matrix(rows: gradient.rows, columns: gradient.columns, repeating: 0))
          secondMoments.append(Matrix(rows: gradient.rows, columns: gradient.columns, repeating: 0))
        }
      }
      stepCount = stepCount + 1
      for index in stride(from: parameters.count - 1, through: 0, by: -1) {
        let g = gradients[index]
        secondMoments[index] = secondMoment(secondMoments[index], gradient: g)
        firstMoments[index] = firstMoment(firstMoments[index], gradient: g)
        var step = corrected(firstMoments[index], decay: firstDecay)
        let measure = corrected(secondMoments[index], decay: secondDecay)
        for entry in step.elements.indices {
          step.elements[entry] /= sqrt(measure.elements[entry]) + epsilon
          step.elements[entry] *= -learningRate
        }
        parameters[index] += step
      }
    default:
      try step(ordered: right, &parameters, gradients: gradients, learningRate: learningRate)
    }
  }
}
