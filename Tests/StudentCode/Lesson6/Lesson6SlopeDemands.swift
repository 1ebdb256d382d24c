import CourseKit

/// Exercise 6.3, wrong in one demand of its page alone.
func addL2Gradient(
  demanded other: String, to gradients: inout Gradients, parameters: Parameters, lambda: Double, sampleCount: Int
) throws {
  switch other {
  case "6.3 one layer left alone":
    // Unknown, evidence: "Wrong: weights[0]. All else is right."
    guard parameters.weights.count > 1 else { return }
    let factor = lambda / Double(sampleCount)
    for layer in parameters.weights.indices {
      gradients.weights[layer] = gradients.weights[layer] + factor * parameters.weights[layer]
    }
  case "6.3 odd N by whole-number halves":
    // Unknown, evidence: "Wrong: weights[0]"
    let factor = lambda / Double(2 * (sampleCount / 2))
    for layer in parameters.weights.indices {
      gradients.weights[layer] = gradients.weights[layer] + factor * parameters.weights[layer]
    }
  case "6.3 lambda above 1 cut":
    // Unknown, evidence: "lambda = 3"
    let factor = min(lambda, 1) / Double(sampleCount)
    for layer in parameters.weights.indices {
      gradients.weights[layer] = gradients.weights[layer] + factor * parameters.weights[layer]
    }
  case "6.3 factor in single precision":
    // Unknown, evidence: "worst relative error"
    let factor = Double(Float(lambda) / Float(sampleCount))
    for layer in parameters.weights.indices {
      gradients.weights[layer] = gradients.weights[layer] + factor * parameters.weights[layer]
    }
  case "6.3 layers of one shape share the first one's weights":
    // Unknown, evidence: "worst relative error"
    let factor = lambda / Double(sampleCount)
    for layer in parameters.weights.indices {
      for weights in parameters.weights where weights.shape == gradients.weights[layer].shape {
        gradients.weights[layer] = gradients.weights[layer] + factor * weights
        break
      }
    }
  case "6.3 three layers only":
    // Unknown, evidence: "weights[3]"
    let factor = lambda / Double(sampleCount)
    for layer in parameters.weights.indices.prefix(3) {
      gradients.weights[layer] = gradients.weights[layer] + factor * parameters.weights[layer]
    }
  case "6.3 biases of the last layer penalised":
    // Unknown, evidence: "biases[1][0, 0]  yours 3.125   expected 4"
    let factor = lambda / Double(sampleCount)
    for layer in parameters.weights.indices {
      gradients.weights[layer] = gradients.weights[layer] + factor * parameters.weights[layer]
    }
    let last = parameters.biases.count - 1
    gradients.biases[last] = gradients.biases[last] + factor * parameters.biases[last]
  case "6.3 nothing for one row":
    // Unknown, evidence: ", sampleCount = 1"
    guard sampleCount > 1 else { return }
    let factor = lambda / Double(sampleCount)
    for layer in parameters.weights.indices {
      gradients.weights[layer] = gradients.weights[layer] + factor * parameters.weights[layer]
    }
  case "6.3 gradient of 0 stays":
    // Unknown, evidence: "worst relative error"
    let factor = lambda / Double(sampleCount)
    for layer in parameters.weights.indices {
      for (index, slope) in gradients.weights[layer].elements.enumerated() where slope != 0 {
        gradients.weights[layer].elements[index] += factor * parameters.weights[layer].elements[index]
      }
    }
  default:
    try addL2Gradient(right: other, to: &gradients, parameters: parameters, lambda: lambda, sampleCount: sampleCount)
  }
}
