import CourseKit

/// Exercise 5.1 as the judge knows it wrong.
package func miniBatches(mistake: String, count: Int, batchSize: Int, using generator: inout some RandomNumberGenerator)
  throws
  -> [[Int]]
{
  switch mistake {
  case "5.1 last batch dropped":
    let size = batchSize > 0 ? batchSize : max(count, 1)
    let order = Array(0..<count).shuffled(using: &generator)
    return (0..<(count / size)).map { batch in Array(order[(batch * size)..<((batch + 1) * size)]) }
  case "5.1 last batch filled up":
    let size = batchSize > 0 ? min(batchSize, max(count, 1)) : max(count, 1)
    let order = Array(0..<count).shuffled(using: &generator)
    var batches: [[Int]] = []
    for start in stride(from: 0, to: count, by: size) {
      batches.append((start..<(start + size)).map { order[$0 % count] })
    }
    return batches
  case "5.1 rest joined to the last full batch":
    let size = batchSize > 0 ? min(batchSize, max(count, 1)) : max(count, 1)
    let order = Array(0..<count).shuffled(using: &generator)
    let number = count / size
    return (0..<number).map { batch in
      let end = batch == number - 1 ? count : (batch + 1) * size
      return Array(order[(batch * size)..<end])
    }
  case "5.1 empty batch":
    let size = batchSize > 0 ? batchSize : max(count, 1)
    let order = Array(0..<count).shuffled(using: &generator)
    var batches: [[Int]] = []
    var batch: [Int] = []
    for index in order {
      batch.append(index)
      if batch.count == size {
        batches.append(batch)
        batch = []
      }
    }
    batches.append(batch)
    return batches
  case "5.1 batchSize as the number of batches":
    let number = batchSize > 0 ? min(batchSize, count) : 1
    let order = Array(0..<count).shuffled(using: &generator)
    var batches = [[Int]](repeating: [], count: number)
    for (place, index) in order.enumerated() {
      batches[place % number].append(index)
    }
    return batches
  case "5.1 batchSize ignored":
    return [Array(0..<count).shuffled(using: &generator)]
  case "5.1 counted from 1":
    let size = batchSize > 0 ? batchSize : max(count, 1)
    let order = Array(1...max(count, 1)).shuffled(using: &generator)
    var batches: [[Int]] = []
    for start in stride(from: 0, to: count, by: size) {
      batches.append(Array(order[start..<min(start + size, count)]))
    }
    return batches
  case "5.1 drawn with replacement":
    let size = batchSize > 0 ? batchSize : max(count, 1)
    let order = (0..<count).map { _ in Int.random(in: 0..<count, using: &generator) }
    var batches: [[Int]] = []
    for start in stride(from: 0, to: count, by: size) {
      batches.append(Array(order[start..<min(start + size, count)]))
    }
    return batches
  case "5.1 each batch from all examples":
    let size = batchSize > 0 ? batchSize : max(count, 1)
    let order = Array(0..<count)
    var batches: [[Int]] = []
    for start in stride(from: 0, to: count, by: size) {
      batches.append(Array(order.shuffled(using: &generator).prefix(min(size, count - start))))
    }
    return batches
  case "5.1 not shuffled":
    let size = batchSize > 0 ? batchSize : max(count, 1)
    let order = Array(0..<count)
    var batches: [[Int]] = []
    for start in stride(from: 0, to: count, by: size) {
      batches.append(Array(order[start..<min(start + size, count)]))
    }
    return batches
  case "5.1 shuffled after the cut":
    let size = batchSize > 0 ? batchSize : max(count, 1)
    let order = Array(0..<count)
    var batches: [[Int]] = []
    for start in stride(from: 0, to: count, by: size) {
      batches.append(Array(order[start..<min(start + size, count)]))
    }
    return batches.shuffled(using: &generator)
  case "5.1 no batch for 0":
    guard batchSize > 0 else { return [] }
    let order = Array(0..<count).shuffled(using: &generator)
    return stride(from: 0, to: count, by: batchSize).map { Array(order[$0..<min($0 + batchSize, count)]) }
  case "5.1 0 taken as 1":
    let size = max(batchSize, 1)
    let order = Array(0..<count).shuffled(using: &generator)
    var batches: [[Int]] = []
    for start in stride(from: 0, to: count, by: size) {
      batches.append(Array(order[start..<min(start + size, count)]))
    }
    return batches
  case "5.1 own generator":
    let size = batchSize > 0 ? batchSize : max(count, 1)
    let order = Array(0..<count).shuffled()
    var batches: [[Int]] = []
    for start in stride(from: 0, to: count, by: size) {
      batches.append(Array(order[start..<min(start + size, count)]))
    }
    return batches
  case "5.1 fixed seed":
    var random = SeededGenerator(seed: 42)
    let size = batchSize > 0 ? batchSize : max(count, 1)
    let order = Array(0..<count).shuffled(using: &random)
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
  case "5.1 copied generator":
    var random = generator
    let size = batchSize > 0 ? batchSize : max(count, 1)
    let order = Array(0..<count).shuffled(using: &random)
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
  case "5.1 biased swaps":
    let size = batchSize > 0 ? batchSize : max(count, 1)
    var order = Array(0..<count)
    for place in order.indices.reversed() {
      order.swapAt(place, Int.random(in: 0..<count, using: &generator))
    }
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
  case "5.1 never in place":
    let size = batchSize > 0 ? batchSize : max(count, 1)
    var order = Array(0..<count)
    for place in order.indices.reversed() {
      order.swapAt(place, place == 0 ? 0 : Int.random(in: 0..<place, using: &generator))
    }
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
  default:
    return try miniBatches(demanded: mistake, count: count, batchSize: batchSize, using: &generator)
  }
}

/// Exercise 5.2 as the judge knows it wrong.
func gradientDescentStep(mistake: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double)
  throws
{
  switch mistake {
  case "5.2 uphill":
    for layer in parameters.weights.indices {
      parameters.weights[layer] = parameters.weights[layer] + learningRate * gradients.weights[layer]
      parameters.biases[layer] = parameters.biases[layer] + learningRate * gradients.biases[layer]
    }
  case "5.2 learning rate forgotten":
    for layer in parameters.weights.indices {
      parameters.weights[layer] = parameters.weights[layer] - gradients.weights[layer]
      parameters.biases[layer] = parameters.biases[layer] - gradients.biases[layer]
    }
  case "5.2 learning rate twice":
    for layer in parameters.weights.indices {
      parameters.weights[layer] = parameters.weights[layer] - learningRate * (learningRate * gradients.weights[layer])
      parameters.biases[layer] = parameters.biases[layer] - learningRate * (learningRate * gradients.biases[layer])
    }
  case "5.2 divided by the learning rate":
    for layer in parameters.weights.indices {
      parameters.weights[layer] = parameters.weights[layer] - gradients.weights[layer] / learningRate
      parameters.biases[layer] = parameters.biases[layer] - gradients.biases[layer] / learningRate
    }
  case "5.2 step for parameters":
    for layer in parameters.weights.indices {
      parameters.weights[layer] = -learningRate * gradients.weights[layer]
      parameters.biases[layer] = -learningRate * gradients.biases[layer]
    }
  case "5.2 scaled by the parameter":
    for layer in parameters.weights.indices {
      parameters.weights[layer] =
        parameters.weights[layer] - learningRate * gradients.weights[layer] * parameters.weights[layer]
      parameters.biases[layer] =
        parameters.biases[layer] - learningRate * gradients.biases[layer] * parameters.biases[layer]
    }
  case "5.2 unchanged":
    var changed = parameters
    for layer in parameters.weights.indices {
      changed.weights[layer] = changed.weights[layer] - learningRate * gradients.weights[layer]
      changed.biases[layer] = changed.biases[layer] - learningRate * gradients.biases[layer]
    }
  case "5.2 biases forgotten":
    for layer in parameters.weights.indices {
      parameters.weights[layer] = parameters.weights[layer] - learningRate * gradients.weights[layer]
    }
  case "5.2 weights forgotten":
    for layer in parameters.weights.indices {
      var weights = parameters.weights[layer]
      weights = weights - learningRate * gradients.weights[layer]
      parameters.biases[layer] = parameters.biases[layer] - learningRate * gradients.biases[layer]
    }
  case "5.2 last layer only":
    for layer in [parameters.weights.count - 1] {
      parameters.weights[layer] = parameters.weights[layer] - learningRate * gradients.weights[layer]
      parameters.biases[layer] = parameters.biases[layer] - learningRate * gradients.biases[layer]
    }
  case "5.2 first layer only":
    for layer in 0..<1 {
      parameters.weights[layer] = parameters.weights[layer] - learningRate * gradients.weights[layer]
      parameters.biases[layer] = parameters.biases[layer] - learningRate * gradients.biases[layer]
    }
  case "5.2 last layer forgotten":
    for layer in 0..<(parameters.weights.count - 1) {
      parameters.weights[layer] = parameters.weights[layer] - learningRate * gradients.weights[layer]
      parameters.biases[layer] = parameters.biases[layer] - learningRate * gradients.biases[layer]
    }
  case "5.2 first layer forgotten":
    for layer in 1..<parameters.weights.count {
      parameters.weights[layer] = parameters.weights[layer] - learningRate * gradients.weights[layer]
      parameters.biases[layer] = parameters.biases[layer] - learningRate * gradients.biases[layer]
    }
  default:
    try gradientDescentStep(demanded: mistake, &parameters, gradients: gradients, learningRate: learningRate)
  }
}
