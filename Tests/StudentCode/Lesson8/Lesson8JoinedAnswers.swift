import CourseKit

extension MomentumOptimizer {
  /// Exercise 8.1, right with lists, matrices or layers that are joined.
  func zeroVelocity(joined right: String, like gradients: Gradients) throws -> Gradients {
    switch right {
    case "8.1 one long list, cut again":
      return cut([Double](repeating: 0, count: joined(gradients.weights + gradients.biases).count), like: gradients)
    case "8.1 matmul with a column for each summand":
      // A sum of no products is 0.
      func zeros(_ matrix: Matrix) -> Matrix {
        matmul(Matrix.zeros(rows: matrix.rows, columns: 0), Matrix.zeros(rows: 0, columns: matrix.columns))
      }
      return Gradients(weights: gradients.weights.map { zeros($0) }, biases: gradients.biases.map { zeros($0) })
    case "8.1 key paths to weights and biases, reduce(into:)":
      let none = Gradients(weights: [], biases: [])
      return gradients.weights.indices.reduce(into: none) { velocity, layer in
        for kind in [\Gradients.weights, \Gradients.biases] {
          let (rows, columns) = (gradients[keyPath: kind][layer].rows, gradients[keyPath: kind][layer].columns)
          velocity[keyPath: kind].append(Matrix(rows: rows, columns: columns, repeating: 0))
        }
      }
    default:
      throw NoSuchVersion(title: right)
    }
  }

  /// Exercise 8.2, right with lists, matrices or layers that are joined.
  mutating func step(
    joined right: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double
  ) throws {
    switch right {
    case "8.2 one long list, cut again":
      let old = velocity ?? zeroVelocity(like: gradients)
      var speeds = joined(old.weights + old.biases)
      var values = joined(parameters.weights + parameters.biases)
      for (index, slope) in joined(gradients.weights + gradients.biases).enumerated() {
        speeds[index] = coefficient * speeds[index] + slope
        values[index] -= learningRate * speeds[index]
      }
      let moved = cut(values, like: gradients)
      parameters = Parameters(weights: moved.weights, biases: moved.biases)
      velocity = cut(speeds, like: gradients)
    case "8.2 matmul with a column for each summand":
      // [β, 1] · [v over g], all entries of a matrix in one row.
      let shares = Matrix([[coefficient, 1]])
      func joined(_ old: Matrix, _ gradient: Matrix) -> Matrix {
        let both = Matrix(rows: 2, columns: old.elements.count, elements: old.elements + gradient.elements)
        return Matrix(rows: old.rows, columns: old.columns, elements: matmul(shares, both).elements)
      }
      var new = velocity ?? zeroVelocity(like: gradients)
      for layer in new.weights.indices {
        new.weights[layer] = joined(new.weights[layer], gradients.weights[layer])
        new.biases[layer] = joined(new.biases[layer], gradients.biases[layer])
        parameters.weights[layer] -= new.weights[layer] * learningRate
        parameters.biases[layer] -= new.biases[layer] * learningRate
      }
      velocity = new
    case "8.2 key paths to weights and biases, reduce(into:)":
      let share = coefficient
      velocity = gradients.weights.indices.reduce(into: velocity ?? zeroVelocity(like: gradients)) { velocity, layer in
        func move(_ speed: WritableKeyPath<Gradients, [Matrix]>, _ value: WritableKeyPath<Parameters, [Matrix]>) {
          let new = velocity[keyPath: speed][layer] * share + gradients[keyPath: speed][layer]
          velocity[keyPath: speed][layer] = new
          parameters[keyPath: value][layer] -= learningRate * new
        }
        move(\.weights, \.weights)
        move(\.biases, \.biases)
      }
    default:
      throw NoSuchVersion(title: right)
    }
  }
}

// BEGIN HELPERS 8 one long list, cut again
/// All entries of some matrices, one after the other.
private func joined(_ matrices: [Matrix]) -> [Double] {
  matrices.flatMap { $0.elements }
}

/// The entries as matrices of the same shapes, the weights of all layers before the biases.
private func cut(_ entries: [Double], like gradients: Gradients) -> Gradients {
  var rest = entries[...]
  func next(_ matrix: Matrix) -> Matrix {
    defer { rest = rest.dropFirst(matrix.elements.count) }
    return Matrix(rows: matrix.rows, columns: matrix.columns, elements: Array(rest.prefix(matrix.elements.count)))
  }
  return Gradients(weights: gradients.weights.map(next), biases: gradients.biases.map(next))
}
// END HELPERS
