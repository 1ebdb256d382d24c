import CourseKit
import Foundation

extension Dense {
  /// Exercise 10.1, right in a file that imports Foundation.
  func forward(foundation right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "10.1 Foundation imported":
      if isTraining { self.input = input }
      return linear(input, weights, biases)
    default:
      throw NoSuchVersion(title: right)
    }
  }

  /// Exercise 10.2, right in a file that imports Foundation.
  func backward(foundation right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "10.2 Foundation imported":
      let input = kept(self.input)
      weightGradient = linear(input.transposed, outputGradient, 0 * outputGradient.columnSums())
      biasGradient = outputGradient.columnSums()
      return matmul(outputGradient, weights.transposed)
    default:
      throw NoSuchVersion(title: right)
    }
  }
}

extension ReLULayer {
  /// Exercise 10.3, right in a file that imports Foundation.
  func forward(foundation right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "10.3 Foundation imported":
      if isTraining { mask = input.map { $0 > 0 ? 1.0 : 0.0 } }
      return input.map { fmax(0, $0) }
    default:
      throw NoSuchVersion(title: right)
    }
  }

  /// Exercise 10.4, right in a file that imports Foundation.
  func backward(foundation right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "10.4 Foundation imported":
      let mask = kept(self.mask)
      return outputGradient * mask
    default:
      throw NoSuchVersion(title: right)
    }
  }
}

extension Sequential {
  /// Exercise 10.5, right in a file that imports Foundation.
  func forward(foundation right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "10.5 Foundation imported":
      var output = input
      for layer in layers {
        let next = layer.forward(output, isTraining: isTraining)
        output = next
      }
      return output
    default:
      throw NoSuchVersion(title: right)
    }
  }

  /// Exercise 10.6, right in a file that imports Foundation.
  func backward(foundation right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "10.6 Foundation imported":
      var gradient = outputGradient
      for layer in layers.reversed() {
        let next = layer.backward(gradient)
        gradient = next
      }
      return gradient
    default:
      throw NoSuchVersion(title: right)
    }
  }
}

/// Exercise 10.7, right in a file that imports Foundation.
func sgdStep(foundation right: String, _ model: Layer, learningRate: Double, weightDecay: Double) throws {
  switch right {
  case "10.7 Foundation imported":
    let gradients = model.gradients
    for index in gradients.indices {
      let old = model.parameters[index]
      model.parameters[index] = old - learningRate * gradients[index] - learningRate * weightDecay * old
    }
  default:
    throw NoSuchVersion(title: right)
  }
}

// BEGIN HELPERS 10 Foundation imported
/// input · weights + biases.
private func linear(_ input: Matrix, _ weights: Matrix, _ biases: Matrix) -> Matrix {
  matmul(input, weights).adding(row: biases)
}
// END HELPERS
