import CourseKit

extension ReLULayer {
  /// Exercise 10.3 as the judge knows it wrong.
  func forward(mistake: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch mistake {
    case "10.3 kept in evaluation as well":
      mask = input.map { $0 > 0 ? 1 : 0 }
      return input.map { max(0, $0) }
    case "10.3 never kept":
      return input.map { max(0, $0) }
    case "10.3 kept in evaluation only":
      if isTraining { return input.map { max(0, $0) } }
      mask = input.map { $0 > 0 ? 1 : 0 }
      return input.map { max(0, $0) }
    case "10.3 cleared by an evaluation":
      mask = nil
      if isTraining { mask = input.map { $0 > 0 ? 1 : 0 } }
      return input.map { max(0, $0) }
    case "10.3 1 at 0":
      if isTraining { mask = input.map { $0 >= 0 ? 1 : 0 } }
      return input.map { max(0, $0) }
    case "10.3 turned round":
      if isTraining { mask = input.map { $0 > 0 ? 0 : 1 } }
      return input.map { max(0, $0) }
    case "10.3 output kept":
      let output = input.map { max(0, $0) }
      if isTraining { mask = output }
      return output
    case "10.3 input kept":
      if isTraining { mask = input }
      return input.map { max(0, $0) }
    case "10.3 mask returned":
      let mask = input.map { $0 > 0 ? 1 : 0 }
      if isTraining { self.mask = mask }
      return mask
    case "10.3 input returned":
      if isTraining { mask = input.map { $0 > 0 ? 1 : 0 } }
      return input
    case "10.3 leaky":
      if isTraining { mask = input.map { $0 > 0 ? 1 : 0 } }
      return input.map { $0 > 0 ? $0 : 0.01 * $0 }
    case "10.3 input returned in evaluation":
      guard isTraining else { return input }
      mask = input.map { $0 > 0 ? 1 : 0 }
      return input.map { max(0, $0) }
    default:
      return try forward(other: mistake, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.4 as the judge knows it wrong.
  func backward(mistake: String, _ outputGradient: Matrix) throws -> Matrix {
    switch mistake {
    case "10.4 outputGradient returned":
      return outputGradient
    case "10.4 mask returned":
      return kept(mask)
    case "10.4 mask of the gradient":
      return outputGradient.map { max(0, $0) }
    case "10.4 mask turned round":
      return outputGradient * kept(mask).map { 1 - $0 }
    case "10.4 gradients below 0 lost":
      return (outputGradient * kept(mask)).map { max(0, $0) }
    case "10.4 mask added":
      return outputGradient + kept(mask)
    case "10.4 1/N once more":
      return outputGradient * kept(mask) / Double(outputGradient.rows)
    case "10.4 cleared by backward":
      let mask = kept(mask)
      self.mask = nil
      return outputGradient * mask
    case "10.4 replaced by what is returned":
      mask = outputGradient * kept(mask)
      return kept(mask)
    case "10.4 no stop without a mask":
      guard let mask else { return outputGradient }
      return outputGradient * mask
    default:
      return try backward(other: mistake, outputGradient)
    }
  }
}
