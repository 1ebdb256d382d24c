import CourseKit

extension AdamOptimizer {
  /// Exercise 11.1, right in another order or with what the student adds to `Matrix`.
  func firstMoment(ordered right: String, _ moment: Matrix, gradient: Matrix) throws -> Matrix {
    switch right {
    case "11.1 a recursion":
      func averaged(_ m: ArraySlice<Double>, _ g: ArraySlice<Double>) -> [Double] {
        guard let old = m.first, let new = g.first else { return [] }
        return [old * firstDecay + new * (1 - firstDecay)] + averaged(m.dropFirst(), g.dropFirst())
      }
      return Matrix(
        rows: moment.rows, columns: moment.columns, elements: averaged(moment.elements[...], gradient.elements[...]))
    case "11.1 reduce(into:) over the indices":
      return moment.elements.indices.reduce(into: moment) { result, index in
        result.elements[index] *= firstDecay
        result.elements[index] += gradient.elements[index] - firstDecay * gradient.elements[index]
      }
    case "11.1 operators of the student's own":
      return mix(moment, gradient, share: firstDecay)
    case "11.1 the gradient first":
      let rest = 1 - firstDecay
      return rest * gradient + firstDecay * moment
    case "11.1 stride and while":
      var result = moment
      var row = 0
      while row < moment.rows {
        for column in stride(from: moment.columns - 1, through: 0, by: -1) {
          let (m, g) = (moment[row, column], gradient[row, column])
          result[row, column] = g + firstDecay * (m - g)
        }
        row += 1
      }
      return result
    default:
      throw NoSuchVersion(title: right)
    }
  }

  /// Exercise 11.2, right in another order or with what the student adds to `Matrix`.
  func secondMoment(ordered right: String, _ moment: Matrix, gradient: Matrix) throws -> Matrix {
    switch right {
    case "11.2 a recursion":
      func averaged(_ v: ArraySlice<Double>, _ g: ArraySlice<Double>) -> [Double] {
        guard let old = v.first, let new = g.first else { return [] }
        return [old * secondDecay + new * new * (1 - secondDecay)] + averaged(v.dropFirst(), g.dropFirst())
      }
      return Matrix(
        rows: moment.rows, columns: moment.columns, elements: averaged(moment.elements[...], gradient.elements[...]))
    case "11.2 reduce(into:) over the indices":
      return moment.elements.indices.reduce(into: moment) { result, index in
        let square = gradient.elements[index] * gradient.elements[index]
        result.elements[index] *= secondDecay
        result.elements[index] += square - secondDecay * square
      }
    case "11.2 operators of the student's own":
      return mix(moment, gradient.map { pow($0, 2) }, share: secondDecay)
    case "11.2 the gradient first":
      let rest = 1 - secondDecay
      return rest * gradient * gradient + secondDecay * moment
    case "11.2 stride and while":
      var result = moment
      var row = 0
      while row < moment.rows {
        for column in stride(from: moment.columns - 1, through: 0, by: -1) {
          let square = abs(gradient[row, column]) * abs(gradient[row, column])
          result[row, column] = secondDecay * moment[row, column] + (1 - secondDecay) * square
        }
        row += 1
      }
      return result
    default:
      throw NoSuchVersion(title: right)
    }
  }

  /// Exercise 11.3, right in another order or with what the student adds to `Matrix`.
  func corrected(ordered right: String, _ moment: Matrix, decay: Double) throws -> Matrix {
    switch right {
    case "11.3 a recursion":
      func power(_ exponent: Int) -> Double {
        if exponent == 0 { return 1 }
        let half = power(exponent / 2)
        return exponent.isMultiple(of: 2) ? half * half : half * half * decay
      }
      return moment / (1 - power(stepCount))
    case "11.3 reduce(into:) over the indices":
      let rest = (0..<stepCount).reduce(into: 1.0) { power, _ in power *= decay }
      return moment.elements.indices.reduce(into: moment) { $0.elements[$1] /= 1 - rest }
    case "11.3 operators of the student's own":
      return moment.map { $0 / (1 - decay ** stepCount) }
    case "11.3 the gradient first":
      // The weights of the gradients, the latest one first.
      var (weight, sum) = (1 - decay, 0.0)
      for _ in 0..<stepCount {
        sum += weight
        weight *= decay
      }
      return moment / sum
    case "11.3 stride and while":
      var (power, step) = (decay, 1)
      while step < stepCount {
        power *= decay
        step += 1
      }
      return moment * (1 / (1 - power))
    default:
      throw NoSuchVersion(title: right)
    }
  }

  /// Exercise 11.4, right in another order or with what the student adds to `Matrix`.
  mutating func step(
    ordered right: String, _ parameters: inout [Matrix], gradients: [Matrix], learningRate: Double
  ) throws {
    switch right {
    case "11.4 a recursion":
      stepCount += 1
      func moved(_ index: Int) {
        guard index < gradients.count else { return }
        let gradient = gradients[index]
        if stepCount == 1 {
          firstMoments.append(firstMoment(0 * gradient, gradient: gradient))
          secondMoments.append(secondMoment(0 * gradient, gradient: gradient))
        } else {
          firstMoments[index] = firstMoment(firstMoments[index], gradient: gradient)
          secondMoments[index] = secondMoment(secondMoments[index], gradient: gradient)
        }
        let measure = corrected(secondMoments[index], decay: secondDecay).map { 1 / (epsilon + sqrt($0)) }
        parameters[index] -= learningRate * (corrected(firstMoments[index], decay: firstDecay) * measure)
        moved(index + 1)
      }
      moved(0)
    case "11.4 reduce(into:) over the indices":
      stepCount += 1
      let none = gradients.map { $0.map { _ in 0 } }
      let (first, second) = stepCount == 1 ? (none, none) : (firstMoments, secondMoments)
      firstMoments = gradients.indices.map { firstMoment(first[$0], gradient: gradients[$0]) }
      secondMoments = gradients.indices.map { secondMoment(second[$0], gradient: gradients[$0]) }
      let (averages, squares) = (firstMoments, secondMoments)
      let (one, other) = (1 - pow(firstDecay, Double(stepCount)), 1 - pow(secondDecay, Double(stepCount)))
      let small = epsilon
      parameters = parameters.indices.reduce(into: parameters) { result, index in
        for entry in result[index].elements.indices {
          let measure = (squares[index].elements[entry] / other).squareRoot() + small
          result[index].elements[entry] -= averages[index].elements[entry] / one / measure * learningRate
        }
      }
    case "11.4 operators of the student's own":
      if firstMoments.isEmpty {
        firstMoments = gradients.map { Matrix(rows: $0.rows, columns: $0.columns, repeating: 0) }
        secondMoments = firstMoments
      }
      stepCount += 1
      for (index, gradient) in gradients.enumerated() {
        firstMoments[index] = mix(firstMoments[index], gradient, share: firstDecay)
        secondMoments[index] = mix(secondMoments[index], gradient * gradient, share: secondDecay)
        let average = firstMoments[index] / (1 - firstDecay ** stepCount)
        let measure = (secondMoments[index] / (1 - secondDecay ** stepCount)).map { sqrt($0) + epsilon }
        parameters[index] = parameters[index] - learningRate * (average ./ measure)
      }
    case "11.4 the gradient first":
      stepCount += 1
      for (index, gradient) in gradients.enumerated() {
        let isNew = index >= firstMoments.count
        let first = firstMoment(isNew ? gradient - gradient : firstMoments[index], gradient: gradient)
        let second = secondMoment(isNew ? gradient - gradient : secondMoments[index], gradient: gradient)
        let average = corrected(first, decay: firstDecay)
        let square = corrected(second, decay: secondDecay)
        let step = average * square.map { learningRate / ($0.squareRoot() + epsilon) }
        parameters[index] = -1 * step + parameters[index]
        if isNew {
          firstMoments.append(first)
          secondMoments.append(second)
        } else {
          firstMoments[index] = first
          secondMoments[index] = second
        }
      }
    case "11.4 stride and while":
      var index = 0
      stepCount += 1
      while index < parameters.count {
        defer { index += 1 }
        let gradient = gradients[index]
        if firstMoments.count == index {
          firstMoments.append(gradient.map { _ in 0 })
          secondMoments.append(gradient.map { _ in 0 })
        }
        firstMoments[index] = firstMoment(firstMoments[index], gradient: gradient)
        secondMoments[index] = secondMoment(secondMoments[index], gradient: gradient)
        let average = corrected(firstMoments[index], decay: firstDecay)
        let square = corrected(secondMoments[index], decay: secondDecay)
        for row in stride(from: gradient.rows - 1, through: 0, by: -1) {
          for column in 0..<gradient.columns {
            let quotient = average[row, column] / (sqrt(square[row, column]) + epsilon)
            parameters[index][row, column] += -learningRate * quotient
          }
        }
      }
    default:
      throw NoSuchVersion(title: right)
    }
  }
}

// BEGIN HELPERS 11 operators of the student's own
infix operator ** : BitwiseShiftPrecedence
infix operator ./ : MultiplicationPrecedence

/// A number to the power of a whole one.
private func ** (base: Double, exponent: Int) -> Double {
  (0..<exponent).reduce(1) { power, _ in power * base }
}

/// The quotients of entries at the same place.
private func ./ (one: Matrix, other: Matrix) -> Matrix { one * other.map { 1 / $0 } }

/// A share of the old one and the rest of the new one.
private func mix(_ old: Matrix, _ new: Matrix, share: Double) -> Matrix { share * old + (1 - share) * new }
// END HELPERS
