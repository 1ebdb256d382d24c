import CourseKit

extension AdamOptimizer {
  /// Exercise 11.1, wrong in ways that the judge has no name for.
  func firstMoment(other: String, _ moment: Matrix, gradient: Matrix) throws -> Matrix {
    switch other {
    case "11.1 gradient cut at 1":
      // Unknown, evidence: "yours"
      return firstDecay * moment + (1 - firstDecay) * gradient.map { min(1, max(-1, $0)) }
    case "11.1 gradient squared and other decay":
      // Double, evidence: "yours"
      return secondDecay * moment + (1 - secondDecay) * (gradient * gradient)
    case "11.1 first row alone":
      // Unknown, evidence: "yours"
      var result = moment
      for column in 0..<moment.columns {
        result[0, column] = firstDecay * moment[0, column] + (1 - firstDecay) * gradient[0, column]
      }
      return result
    default:
      return try firstMoment(right: other, moment, gradient: gradient)
    }
  }

  /// Exercise 11.2, wrong in ways that the judge has no name for.
  func secondMoment(other: String, _ moment: Matrix, gradient: Matrix) throws -> Matrix {
    switch other {
    case "11.2 squares cut at 1":
      // Unknown, evidence: "yours"
      return secondDecay * moment + (1 - secondDecay) * gradient.map { min(1, $0 * $0) }
    case "11.2 root taken and square forgotten":
      // Double, evidence: "yours"
      return (secondDecay * moment + (1 - secondDecay) * gradient).map { sqrt($0) }
    case "11.2 last entry left as it was":
      // Unknown, evidence: "yours"
      var result = secondDecay * moment + (1 - secondDecay) * (gradient * gradient)
      if result.elements.count > 1 { result.elements[result.elements.count - 1] = moment.elements.last ?? 0 }
      return result
    case "11.2 matrix product":
      // Unknown, evidence: "the square of each entry is a * a"
      // Also true: "matrix product"
      try stop(unless: gradient.rows == gradient.columns)
      return secondDecay * moment + (1 - secondDecay) * matmul(gradient, gradient)
    default:
      return try secondMoment(right: other, moment, gradient: gradient)
    }
  }

  /// Exercise 11.3, wrong in ways that the judge has no name for.
  func corrected(other: String, _ moment: Matrix, decay: Double) throws -> Matrix {
    switch other {
    case "11.3 never more than ten times as large":
      // Unknown, evidence: "yours"
      return moment / max(0.1, 1 - pow(decay, Double(stepCount)))
    case "11.3 corrected in the first three steps":
      // Unknown, evidence: "yours"
      return stepCount <= 3 ? moment / (1 - pow(decay, Double(stepCount))) : moment
    case "11.3 multiplied and step forgotten":
      // Double, evidence: "yours"
      return (1 - decay) * moment
    default:
      return try corrected(right: other, moment, decay: decay)
    }
  }

  /// Exercise 11.4, wrong in ways that the judge has no name for.
  mutating func step(other: String, _ parameters: inout [Matrix], gradients: [Matrix], learningRate: Double) throws {
    switch other {
    case "11.4 step cut at η":
      // Unknown, evidence: "parameters"
      if firstMoments.isEmpty {
        firstMoments = gradients.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) }
        secondMoments = firstMoments
      }
      stepCount += 1
      for (index, gradient) in gradients.enumerated() {
        firstMoments[index] = firstMoment(firstMoments[index], gradient: gradient)
        secondMoments[index] = secondMoment(secondMoments[index], gradient: gradient)
        let average = corrected(firstMoments[index], decay: firstDecay)
        let square = corrected(secondMoments[index], decay: secondDecay)
        let step = average * square.map { 1 / (sqrt($0) + epsilon) }
        parameters[index] -= learningRate * step.map { min(0.5, max(-0.5, $0)) }
      }
    case "11.4 ε in the root and uphill":
      // Double, evidence: "parameters"
      if firstMoments.isEmpty {
        firstMoments = gradients.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) }
        secondMoments = firstMoments
      }
      stepCount += 1
      for (index, gradient) in gradients.enumerated() {
        firstMoments[index] = firstMoment(firstMoments[index], gradient: gradient)
        secondMoments[index] = secondMoment(secondMoments[index], gradient: gradient)
        let average = corrected(firstMoments[index], decay: firstDecay)
        let square = corrected(secondMoments[index], decay: secondDecay)
        parameters[index] += learningRate * average * square.map { 1 / sqrt($0 + epsilon) }
      }
    case "11.4 corrected in the first step alone":
      // Unknown, evidence: "parameters"
      if firstMoments.isEmpty {
        firstMoments = gradients.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) }
        secondMoments = firstMoments
      }
      stepCount += 1
      for (index, gradient) in gradients.enumerated() {
        firstMoments[index] = firstMoment(firstMoments[index], gradient: gradient)
        secondMoments[index] = secondMoment(secondMoments[index], gradient: gradient)
        var (average, square) = (firstMoments[index], secondMoments[index])
        if stepCount == 1 {
          average = corrected(average, decay: firstDecay)
          square = corrected(square, decay: secondDecay)
        }
        parameters[index] -= learningRate * average * square.map { 1 / (sqrt($0) + epsilon) }
      }
    case "11.4 moments of the first matrix":
      // Unknown, evidence: "Shapes do not fit"
      // Also true: "moments of the first matrix"
      try stop(unless: gradients.allSatisfy { $0.shape == gradients[0].shape })
      if firstMoments.isEmpty {
        firstMoments = gradients.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) }
        secondMoments = firstMoments
      }
      stepCount += 1
      for (index, gradient) in gradients.enumerated() {
        firstMoments[0] = firstMoment(firstMoments[0], gradient: gradient)
        secondMoments[0] = secondMoment(secondMoments[0], gradient: gradient)
        let average = corrected(firstMoments[0], decay: firstDecay)
        let square = corrected(secondMoments[0], decay: secondDecay)
        parameters[index] -= learningRate * average * square.map { 1 / (sqrt($0) + epsilon) }
      }
    default:
      try step(right: other, &parameters, gradients: gradients, learningRate: learningRate)
    }
  }
}
