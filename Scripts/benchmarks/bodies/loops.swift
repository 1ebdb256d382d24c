// The lessons as a student writes them who loops over rows and columns with subscripts: all but the matrix product.
//
// Bodies alone, between the markers of the solutions; an exercise that is not here stays as the solution has it.

// BEGIN SOLUTION 1.1 sigmoid
  var result = Matrix.zeros(rows: z.rows, columns: z.columns)
  for row in 0..<z.rows {
    for column in 0..<z.columns {
      result[row, column] = 1 / (1 + exp(-z[row, column]))
    }
  }
  return result
// END SOLUTION

// BEGIN SOLUTION 1.2 tanh
  var result = Matrix.zeros(rows: z.rows, columns: z.columns)
  for row in 0..<z.rows {
    for column in 0..<z.columns {
      result[row, column] = tanh(z[row, column])
    }
  }
  return result
// END SOLUTION

// BEGIN SOLUTION 1.3 relu
  var result = Matrix.zeros(rows: z.rows, columns: z.columns)
  for row in 0..<z.rows {
    for column in 0..<z.columns {
      if z[row, column] > 0 {
        result[row, column] = z[row, column]
      }
    }
  }
  return result
// END SOLUTION

// BEGIN SOLUTION 1.4 sigmoidDerivative
  let a = sigmoid(z)
  var result = Matrix.zeros(rows: z.rows, columns: z.columns)
  for row in 0..<z.rows {
    for column in 0..<z.columns {
      result[row, column] = a[row, column] * (1 - a[row, column])
    }
  }
  return result
// END SOLUTION

// BEGIN SOLUTION 1.5 tanhDerivative
  let a = tanh(z)
  var result = Matrix.zeros(rows: z.rows, columns: z.columns)
  for row in 0..<z.rows {
    for column in 0..<z.columns {
      result[row, column] = 1 - a[row, column] * a[row, column]
    }
  }
  return result
// END SOLUTION

// BEGIN SOLUTION 1.6 reluDerivative
  var result = Matrix.zeros(rows: z.rows, columns: z.columns)
  for row in 0..<z.rows {
    for column in 0..<z.columns {
      if z[row, column] > 0 {
        result[row, column] = 1
      } else {
        result[row, column] = 0
      }
    }
  }
  return result
// END SOLUTION

// BEGIN SOLUTION 2.2 heInitialized
  var parameters = Parameters(weights: [], biases: [])
  for layer in 1..<layerSizes.count {
    var weights = Matrix.zeros(rows: layerSizes[layer - 1], columns: layerSizes[layer])
    for row in 0..<weights.rows {
      for column in 0..<weights.columns {
        weights[row, column] = generator.nextGaussian() * sqrt(2 / Double(weights.rows))
      }
    }
    parameters.weights.append(weights)
    parameters.biases.append(Matrix.zeros(rows: 1, columns: layerSizes[layer]))
  }
  return parameters
// END SOLUTION

// BEGIN SOLUTION 3.1 linear
  let product = matmul(input, weights)
  var result = Matrix.zeros(rows: product.rows, columns: product.columns)
  for row in 0..<product.rows {
    for column in 0..<product.columns {
      result[row, column] = product[row, column] + biases[0, column]
    }
  }
  return result
// END SOLUTION

// BEGIN SOLUTION 3.5 predict
  let probabilities = forward(input, parameters: parameters, hidden: hidden).probabilities
  var classes = Matrix.zeros(rows: input.rows, columns: 1)
  for row in 0..<input.rows {
    if probabilities[row, 0] >= 0.5 {
      classes[row, 0] = 1
    }
  }
  return classes
// END SOLUTION

// BEGIN SOLUTION 4.1 outputDelta
  var delta = Matrix.zeros(rows: labels.rows, columns: 1)
  for row in 0..<labels.rows {
    delta[row, 0] = probabilities[row, 0] - labels[row, 0]
  }
  return delta
// END SOLUTION

// BEGIN SOLUTION 4.2 hiddenDelta
  let back = matmul(nextDelta, nextWeights.transposed)
  let slope = hidden.derivative(preActivation)
  var delta = Matrix.zeros(rows: back.rows, columns: back.columns)
  for row in 0..<back.rows {
    for column in 0..<back.columns {
      delta[row, column] = back[row, column] * slope[row, column]
    }
  }
  return delta
// END SOLUTION

// BEGIN SOLUTION 4.3 layerGradients
  let product = matmul(input.transposed, delta)
  var weights = Matrix.zeros(rows: product.rows, columns: product.columns)
  for row in 0..<product.rows {
    for column in 0..<product.columns {
      weights[row, column] = product[row, column] / Double(delta.rows)
    }
  }
  var biases = Matrix.zeros(rows: 1, columns: delta.columns)
  for row in 0..<delta.rows {
    for column in 0..<delta.columns {
      biases[0, column] += delta[row, column] / Double(delta.rows)
    }
  }
  return (weights, biases)
// END SOLUTION

// BEGIN SOLUTION 5.2 gradientDescentStep
  for layer in 0..<parameters.weights.count {
    for row in 0..<parameters.weights[layer].rows {
      for column in 0..<parameters.weights[layer].columns {
        parameters.weights[layer][row, column] -= learningRate * gradients.weights[layer][row, column]
      }
    }
    for column in 0..<parameters.biases[layer].columns {
      parameters.biases[layer][0, column] -= learningRate * gradients.biases[layer][0, column]
    }
  }
// END SOLUTION

// BEGIN SOLUTION 5.3 trainEpoch
  for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
    var features = Matrix.zeros(rows: indices.count, columns: data.features.columns)
    var labels = Matrix.zeros(rows: indices.count, columns: 1)
    for row in 0..<indices.count {
      for column in 0..<features.columns {
        features[row, column] = data.features[indices[row], column]
      }
      labels[row, 0] = data.labels[indices[row], 0]
    }
    let cache = forward(features, parameters: parameters, hidden: hidden)
    var gradients = backward(cache: cache, labels: labels, parameters: parameters, hidden: hidden)
    update(&parameters, &gradients, indices.count)
  }
// END SOLUTION

// BEGIN SOLUTION 6.1 weightNorm
  var sum = 0.0
  for weights in parameters.weights {
    for row in 0..<weights.rows {
      for column in 0..<weights.columns {
        sum += weights[row, column] * weights[row, column]
      }
    }
  }
  return sqrt(sum)
// END SOLUTION

// BEGIN SOLUTION 6.3 addL2Gradient
  for layer in 0..<parameters.weights.count {
    for row in 0..<parameters.weights[layer].rows {
      for column in 0..<parameters.weights[layer].columns {
        gradients.weights[layer][row, column] +=
          lambda / Double(sampleCount) * parameters.weights[layer][row, column]
      }
    }
  }
// END SOLUTION

// BEGIN SOLUTION 8.2 step
  var moving = velocity ?? zeroVelocity(like: gradients)
  for layer in 0..<parameters.weights.count {
    for row in 0..<parameters.weights[layer].rows {
      for column in 0..<parameters.weights[layer].columns {
        moving.weights[layer][row, column] =
          coefficient * moving.weights[layer][row, column] + gradients.weights[layer][row, column]
        parameters.weights[layer][row, column] -= learningRate * moving.weights[layer][row, column]
      }
    }
    for column in 0..<parameters.biases[layer].columns {
      moving.biases[layer][0, column] =
        coefficient * moving.biases[layer][0, column] + gradients.biases[layer][0, column]
      parameters.biases[layer][0, column] -= learningRate * moving.biases[layer][0, column]
    }
  }
  velocity = moving
// END SOLUTION
