import CourseKit

extension DropoutLayer {
  /// Exercise 12.2 as the judge knows it wrong.
  func forward(mistake: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch mistake {
    case "12.2 input returned":
      guard isTraining else { return input }
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      return input
    case "12.2 mask returned":
      guard isTraining else { return input }
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      return newMask
    case "12.2 input added":
      guard isTraining else { return input }
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      return input + input * newMask
    case "12.2 scaled twice":
      guard isTraining else { return input }
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      return input * newMask / keepProbability
    case "12.2 scaled in evaluation":
      guard isTraining else { return keepProbability * input }
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      return input * newMask
    case "12.2 output kept":
      guard isTraining else { return input }
      let output =
        input
        * dropoutMask(
          rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = output
      return output
    case "12.2 ones and zeros kept":
      guard isTraining else { return input }
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask.map { $0 > 0 ? 1 : 0 }
      return input * newMask
    case "12.2 never kept":
      guard isTraining else { return input }
      let mask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      return input * mask
    case "12.2 another mask kept":
      guard isTraining else { return input }
      mask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      return input
        * dropoutMask(
          rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
    case "12.2 one mask for ever":
      guard isTraining else { return input }
      if mask == nil {
        mask = dropoutMask(
          rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      }
      let mask = kept(mask)
      try stop(unless: mask.shape == input.shape)
      return input * mask
    case "12.2 copied generator":
      guard isTraining else { return input }
      var generator = generator
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      return input * newMask
    case "12.2 drop probability handed on":
      guard isTraining else { return input }
      try stop(unless: keepProbability < 1)
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: 1 - keepProbability, using: &generator)
      mask = newMask
      return input * newMask
    case "12.2 isTraining turned round":
      guard !isTraining else { return input }
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      return input * newMask
    case "12.2 isTraining ignored":
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      return input * newMask
    case "12.2 applied in evaluation":
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      if isTraining { mask = newMask }
      return input * newMask
    case "12.2 drawn in evaluation":
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      guard isTraining else { return input }
      mask = newMask
      return input * newMask
    case "12.2 kept in evaluation as well":
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      return isTraining ? input * newMask : input
    case "12.2 cleared by an evaluation":
      mask = nil
      guard isTraining else { return input }
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      return input * newMask
    case "12.2 same rows":
      guard isTraining else { return input }
      let row = dropoutMask(rows: 1, columns: input.columns, keepProbability: keepProbability, using: &generator)
      let newMask = row.rows(at: [Int](repeating: 0, count: input.rows))
      mask = newMask
      return input * newMask
    default:
      return try forward(other: mistake, input, isTraining: isTraining)
    }
  }

  /// Exercise 12.3 as the judge knows it wrong.
  func backward(mistake: String, _ outputGradient: Matrix) throws -> Matrix {
    switch mistake {
    case "12.3 outputGradient returned":
      return outputGradient
    case "12.3 mask returned":
      return kept(mask)
    case "12.3 not scaled":
      return outputGradient * kept(mask).map { $0 > 0 ? 1 : 0 }
    case "12.3 scaled twice":
      return outputGradient * kept(mask) / keepProbability
    case "12.3 divided by the mask":
      let mask = kept(mask)
      var result = outputGradient
      for index in result.elements.indices { result.elements[index] /= mask.elements[index] }
      return result
    case "12.3 all scaled":
      return outputGradient / keepProbability
    case "12.3 another mask drawn":
      return outputGradient
        * dropoutMask(
          rows: outputGradient.rows, columns: outputGradient.columns, keepProbability: keepProbability,
          using: &generator)
    case "12.3 another mask drawn from a copy":
      var generator = generator
      return outputGradient
        * dropoutMask(
          rows: outputGradient.rows, columns: outputGradient.columns, keepProbability: keepProbability,
          using: &generator)
    case "12.3 mask added":
      return outputGradient + kept(mask)
    case "12.3 1/N once more":
      return outputGradient * kept(mask) / Double(outputGradient.rows)
    case "12.3 cleared by backward":
      let mask = kept(mask)
      self.mask = nil
      return outputGradient * mask
    case "12.3 replaced by what is returned":
      mask = outputGradient * kept(mask)
      return kept(mask)
    case "12.3 no stop without a mask":
      guard let mask else { return outputGradient }
      return outputGradient * mask
    default:
      return try backward(other: mistake, outputGradient)
    }
  }
}
