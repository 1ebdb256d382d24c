import CourseKit

/// Exercise 5.1, right by recursion or in two passes.
func miniBatches(
  recursive right: String, count: Int, batchSize: Int, using generator: inout some RandomNumberGenerator
) throws -> [[Int]] {
  switch right {
  case "5.1 halves merged at random, recursion":
    func shuffled(_ indices: Range<Int>) -> [Int] {
      if indices.count < 2 { return Array(indices) }
      let middle = indices.lowerBound + indices.count / 2
      var front = shuffled(indices.lowerBound..<middle)[...]
      var back = shuffled(middle..<indices.upperBound)[...]
      var merged: [Int] = []
      while !front.isEmpty || !back.isEmpty {
        let place = Int.random(in: 0..<(front.count + back.count), using: &generator)
        merged.append(place < front.count ? front.removeFirst() : back.removeFirst())
      }
      return merged
    }
    let size = batchSize > 0 ? batchSize : max(count, 1)
    func cut(_ order: ArraySlice<Int>) -> [[Int]] {
      if order.count <= size { return order.isEmpty ? [] : [Array(order)] }
      let half = (order.count / size + 1) / 2 * size
      return cut(order.prefix(half)) + cut(order.dropFirst(half))
    }
    return cut(shuffled(0..<count)[...])
  case "5.1 the digits of a random rank, two passes":
    // In the factorial number system: the first digit is one of count, the next one of count - 1 …
    let digits = (0..<count).map { place in Int.random(in: 0..<(count - place), using: &generator) }
    var rest = Array(0..<count)
    let order = digits.map { digit in rest.remove(at: digit) }
    if count == 0 { return [] }
    let size = 1...count ~= batchSize ? batchSize : count
    let number = (count + size - 1) / size
    return (0..<number).map { batch in Array(order[(batch * size)..<min((batch + 1) * size, count)]) }
  default:
    return try miniBatches(collecting: right, count: count, batchSize: batchSize, using: &generator)
  }
}

/// Exercise 5.2, right by recursion or in two passes.
func gradientDescentStep(
  recursive right: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double
) throws {
  switch right {
  case "5.2 halves merged at random, recursion":
    func step(_ layer: Int) {
      guard layer < parameters.weights.count else { return }
      parameters.weights[layer] -= learningRate * gradients.weights[layer]
      parameters.biases[layer] -= learningRate * gradients.biases[layer]
      step(layer + 1)
    }
    step(0)
  case "5.2 the digits of a random rank, two passes":
    let weightSteps = gradients.weights.map { learningRate * $0 }
    let biasSteps = gradients.biases.map { learningRate * $0 }
    for (layer, step) in weightSteps.enumerated() { parameters.weights[layer] -= step }
    for (layer, step) in biasSteps.enumerated() { parameters.biases[layer] -= step }
  default:
    try gradientDescentStep(collecting: right, &parameters, gradients: gradients, learningRate: learningRate)
  }
}

/// Exercise 5.3, right by recursion or in two passes.
func trainEpoch(
  recursive right: String, _ parameters: inout Parameters, on data: Dataset, batchSize: Int, hidden: Activation,
  using generator: inout some RandomNumberGenerator, update: (inout Parameters, inout Gradients, Int) -> Void
) throws {
  switch right {
  case "5.3 halves merged at random, recursion":
    let batches = miniBatches(count: data.count, batchSize: batchSize, using: &generator)
    func learn(_ numbers: Range<Int>) {
      if numbers.count > 1 {
        let middle = (numbers.lowerBound + numbers.upperBound) / 2
        learn(numbers.lowerBound..<middle)
        learn(middle..<numbers.upperBound)
      } else if let number = numbers.first {
        let batch = data.rows(at: batches[number])
        let cache = forward(batch.features, parameters: parameters, hidden: hidden)
        var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
        update(&parameters, &gradients, batch.count)
      }
    }
    learn(batches.indices)
  case "5.3 the digits of a random rank, two passes":
    let order = miniBatches(count: data.count, batchSize: batchSize, using: &generator)
    let batches = order.map { indices in data.rows(at: indices) }
    for batch in batches {
      var gradients = backward(
        cache: forward(batch.features, parameters: parameters, hidden: hidden), labels: batch.labels,
        parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, batch.features.rows)
    }
  default:
    try trainEpoch(
      collecting: right, &parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
  }
}

/// Exercise 5.4, right by recursion or in two passes.
func train(
  recursive right: String, _ parameters: inout Parameters, on data: Dataset, validation: Dataset, epochs: Int,
  batchSize: Int, hidden: Activation, using generator: inout some RandomNumberGenerator,
  update: (inout Parameters, inout Gradients, Int) -> Void, afterEpoch: (Int, Parameters, History) -> Bool
) throws -> History {
  switch right {
  case "5.4 halves merged at random, recursion":
    var history = History()
    func goesOn(after numbers: Range<Int>) -> Bool {
      if numbers.count > 1 {
        let middle = (numbers.lowerBound + numbers.upperBound) / 2
        return goesOn(after: numbers.lowerBound..<middle) && goesOn(after: middle..<numbers.upperBound)
      }
      guard let number = numbers.first else { return true }
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      return !afterEpoch(number + 1, parameters, history)
    }
    _ = goesOn(after: 0..<max(epochs, 0))
    return history
  case "5.4 the digits of a random rank, two passes":
    var history = History()
    var answers: [(learned: Matrix, held: Matrix)] = []
    while answers.count < epochs {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      answers.append(
        (
          forward(data.features, parameters: parameters, hidden: hidden).probabilities,
          forward(validation.features, parameters: parameters, hidden: hidden).probabilities
        ))
      history = History()
      for (learned, held) in answers {
        history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
        history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
        history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
        history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      }
      if afterEpoch(answers.count, parameters, history) { break }
    }
    return history
  default:
    return try train(
      collecting: right, &parameters, on: data, validation: validation, epochs: epochs, batchSize: batchSize,
      hidden: hidden, using: &generator, update: update, afterEpoch: afterEpoch)
  }
}
