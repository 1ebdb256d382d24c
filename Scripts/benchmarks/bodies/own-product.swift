// What is different when a student writes the matrix product in three loops, too; the other bodies are in loops.swift.

// BEGIN SOLUTION 3.1 linear
  var result = Matrix.zeros(rows: input.rows, columns: weights.columns)
  for row in 0..<input.rows {
    for column in 0..<weights.columns {
      for inner in 0..<input.columns {
        result[row, column] += input[row, inner] * weights[inner, column]
      }
      result[row, column] += biases[0, column]
    }
  }
  return result
// END SOLUTION

// BEGIN SOLUTION 4.2 hiddenDelta
  let slope = hidden.derivative(preActivation)
  var delta = Matrix.zeros(rows: preActivation.rows, columns: preActivation.columns)
  for row in 0..<delta.rows {
    for column in 0..<delta.columns {
      for next in 0..<nextDelta.columns {
        delta[row, column] += nextDelta[row, next] * nextWeights[column, next]
      }
      delta[row, column] *= slope[row, column]
    }
  }
  return delta
// END SOLUTION

// BEGIN SOLUTION 4.3 layerGradients
  var weights = Matrix.zeros(rows: input.columns, columns: delta.columns)
  var biases = Matrix.zeros(rows: 1, columns: delta.columns)
  for row in 0..<delta.rows {
    for unit in 0..<delta.columns {
      for feature in 0..<input.columns {
        weights[feature, unit] += input[row, feature] * delta[row, unit] / Double(delta.rows)
      }
      biases[0, unit] += delta[row, unit] / Double(delta.rows)
    }
  }
  return (weights, biases)
// END SOLUTION
