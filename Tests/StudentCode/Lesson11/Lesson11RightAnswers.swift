import CourseKit

extension AdamOptimizer {
  /// Exercise 11.1, right in other words.
  func firstMoment(right: String, _ moment: Matrix, gradient: Matrix) throws -> Matrix {
    switch right {
    case "11.1 loops over rows and columns":
      var result = Matrix.zeros(rows: moment.rows, columns: moment.columns)
      for row in 0..<moment.rows {
        for column in 0..<moment.columns {
          result[row, column] = firstDecay * moment[row, column] + (1 - firstDecay) * gradient[row, column]
        }
      }
      return result
    case "11.1 a part of the way from the old one":
      return moment + (1 - firstDecay) * (gradient - moment)
    default:
      return try firstMoment(foundation: right, moment, gradient: gradient)
    }
  }

  /// Exercise 11.2, right in other words.
  func secondMoment(right: String, _ moment: Matrix, gradient: Matrix) throws -> Matrix {
    switch right {
    case "11.2 loops over rows and columns":
      var result = Matrix.zeros(rows: moment.rows, columns: moment.columns)
      for row in 0..<moment.rows {
        for column in 0..<moment.columns {
          let g = gradient[row, column]
          result[row, column] = secondDecay * moment[row, column] + (1 - secondDecay) * g * g
        }
      }
      return result
    case "11.2 a part of the way from the old one":
      return moment + (1 - secondDecay) * (gradient * gradient - moment)
    default:
      return try secondMoment(foundation: right, moment, gradient: gradient)
    }
  }

  /// Exercise 11.3, right in other words.
  func corrected(right: String, _ moment: Matrix, decay: Double) throws -> Matrix {
    switch right {
    case "11.3 loops over rows and columns":
      var power = 1.0
      for _ in 0..<stepCount { power *= decay }
      var result = moment
      for row in 0..<moment.rows {
        for column in 0..<moment.columns { result[row, column] /= 1 - power }
      }
      return result
    case "11.3 a part of the way from the old one":
      return 1 / (1 - pow(decay, Double(stepCount))) * moment
    default:
      return try corrected(foundation: right, moment, decay: decay)
    }
  }

  /// Exercise 11.4, right in other words.
  mutating func step(right: String, _ parameters: inout [Matrix], gradients: [Matrix], learningRate: Double) throws {
    switch right {
    case "11.4 loops over rows and columns":
      stepCount += 1
      let isFirst = firstMoments.isEmpty
      for (index, gradient) in gradients.enumerated() {
        if isFirst {
          firstMoments.append(Matrix.zeros(rows: gradient.rows, columns: gradient.columns))
          secondMoments.append(Matrix.zeros(rows: gradient.rows, columns: gradient.columns))
        }
        let (first, second) = (1 - pow(firstDecay, Double(stepCount)), 1 - pow(secondDecay, Double(stepCount)))
        for row in 0..<gradient.rows {
          for column in 0..<gradient.columns {
            let g = gradient[row, column]
            let m = firstDecay * firstMoments[index][row, column] + (1 - firstDecay) * g
            let v = secondDecay * secondMoments[index][row, column] + (1 - secondDecay) * g * g
            firstMoments[index][row, column] = m
            secondMoments[index][row, column] = v
            parameters[index][row, column] -= learningRate * (m / first) / (sqrt(v / second) + epsilon)
          }
        }
      }
    case "11.4 a part of the way from the old one":
      stepCount += 1
      if stepCount == 1 {
        firstMoments = parameters.map { 0 * $0 }
        secondMoments = parameters.map { 0 * $0 }
      }
      // As PyTorch has it: the correction of v goes to its root, that of m to the rate.
      let root = sqrt(1 - pow(secondDecay, Double(stepCount)))
      let rate = learningRate / (1 - pow(firstDecay, Double(stepCount)))
      for index in parameters.indices {
        firstMoments[index] += (1 - firstDecay) * (gradients[index] - firstMoments[index])
        secondMoments[index] += (1 - secondDecay) * (gradients[index] * gradients[index] - secondMoments[index])
        let measure = secondMoments[index].map { sqrt($0) / root + epsilon }
        parameters[index] -= rate * firstMoments[index] * measure.map { 1 / $0 }
      }
    default:
      try step(foundation: right, &parameters, gradients: gradients, learningRate: learningRate)
    }
  }
}
