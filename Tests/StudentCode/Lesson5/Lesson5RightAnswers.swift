import CourseKit

/// Exercise 5.1, right in other words.
func miniBatches(right: String, count: Int, batchSize: Int, using generator: inout some RandomNumberGenerator) throws
  -> [[Int]]
{
  switch right {
  case "5.1 Fisher and Yates by hand, entry after entry":
    if count < 1 { return [] }
    var order: [Int] = []
    for index in 0..<count { order.append(index) }
    var last = count - 1
    while last > 0 {
      let other = Int.random(in: 0...last, using: &generator)
      let index = order[last]
      order[last] = order[other]
      order[other] = index
      last -= 1
    }
    if batchSize <= 0 || batchSize >= count { return [order] }
    var batches: [[Int]] = [[]]
    for index in order {
      if batches[batches.count - 1].count == batchSize { batches.append([]) }
      batches[batches.count - 1].append(index)
    }
    return batches
  case "5.1 sorted by random keys, map and zip, training without the functions before":
    let keys = (0..<max(count, 0)).map { _ in generator.next() }
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    let size = batchSize > 0 ? batchSize : count
    return stride(from: 0, to: count, by: max(size, 1)).map { start in
      order.dropFirst(start).prefix(size).sorted()
    }
  default:
    return try miniBatches(foundation: right, count: count, batchSize: batchSize, using: &generator)
  }
}

/// Exercise 5.2, right in other words.
func gradientDescentStep(right: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double)
  throws
{
  switch right {
  case "5.2 Fisher and Yates by hand, entry after entry":
    for layer in 0..<parameters.weights.count {
      for index in 0..<parameters.weights[layer].elements.count {
        parameters.weights[layer].elements[index] -= learningRate * gradients.weights[layer].elements[index]
      }
      for index in 0..<parameters.biases[layer].elements.count {
        parameters.biases[layer].elements[index] -= learningRate * gradients.biases[layer].elements[index]
      }
    }
  case "5.2 sorted by random keys, map and zip, training without the functions before":
    parameters = Parameters(
      weights: zip(parameters.weights, gradients.weights).map { $0 - $1 * learningRate },
      biases: zip(parameters.biases, gradients.biases).map { $0 + $1 * -learningRate })
  default:
    try gradientDescentStep(foundation: right, &parameters, gradients: gradients, learningRate: learningRate)
  }
}

/// Exercise 5.3, right in other words.
func trainEpoch(
  right: String, _ parameters: inout Parameters, on data: Dataset, batchSize: Int, hidden: Activation,
  using generator: inout some RandomNumberGenerator, update: (inout Parameters, inout Gradients, Int) -> Void
) throws {
  switch right {
  case "5.3 Fisher and Yates by hand, entry after entry":
    let batches = miniBatches(count: data.count, batchSize: batchSize, using: &generator)
    for number in 0..<batches.count {
      var features = Matrix.zeros(rows: batches[number].count, columns: data.features.columns)
      var labels = Matrix.zeros(rows: batches[number].count, columns: 1)
      for (row, index) in batches[number].enumerated() {
        for column in 0..<features.columns { features[row, column] = data.features[index, column] }
        labels[row, 0] = data.labels[index, 0]
      }
      let cache = forward(features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, features.rows)
    }
  case "5.3 sorted by random keys, map and zip, training without the functions before":
    // The whole epoch in one order, cut while it goes.
    let order = (0..<data.count).shuffled(using: &generator)
    let shuffled = data.rows(at: order)
    let size = batchSize > 0 ? min(batchSize, max(data.count, 1)) : max(data.count, 1)
    for start in stride(from: 0, to: data.count, by: size) {
      let range = Array(start..<min(start + size, data.count))
      let cache = forward(shuffled.features.rows(at: range), parameters: parameters, hidden: hidden)
      var gradients = backward(
        cache: cache, labels: shuffled.labels.rows(at: range), parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, range.count)
    }
  default:
    try trainEpoch(
      foundation: right, &parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
  }
}

/// Exercise 5.4, right in other words.
func train(
  right: String, _ parameters: inout Parameters, on data: Dataset, validation: Dataset, epochs: Int,
  batchSize: Int, hidden: Activation, using generator: inout some RandomNumberGenerator,
  update: (inout Parameters, inout Gradients, Int) -> Void, afterEpoch: (Int, Parameters, History) -> Bool
) throws -> History {
  switch right {
  case "5.4 Fisher and Yates by hand, entry after entry":
    var history = History()
    var epoch = 1
    while epoch <= epochs {
      trainEpoch(
        &parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      for (set, isTraining) in [(data, true), (validation, false)] {
        let answers = forward(set.features, parameters: parameters, hidden: hidden).probabilities
        let loss = binaryCrossEntropy(probabilities: answers, labels: set.labels)
        let share = accuracy(probabilities: answers, labels: set.labels)
        if isTraining {
          history.trainingLoss.append(loss)
          history.trainingAccuracy.append(share)
        } else {
          history.validationLoss.append(loss)
          history.validationAccuracy.append(share)
        }
      }
      if afterEpoch(epoch, parameters, history) == true { return history }
      epoch += 1
    }
    return history
  case "5.4 sorted by random keys, map and zip, training without the functions before":
    var history = History()
    guard epochs > 0 else { return history }
    for epoch in 1...epochs {
      for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
        let batch = data.rows(at: indices)
        let cache = forward(batch.features, parameters: parameters, hidden: hidden)
        var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
        update(&parameters, &gradients, indices.count)
      }
      let (loss, share) = measured(data, parameters, hidden)
      let (heldLoss, heldShare) = measured(validation, parameters, hidden)
      history.trainingLoss += [loss]
      history.trainingAccuracy += [share]
      history.validationLoss += [heldLoss]
      history.validationAccuracy += [heldShare]
      guard !afterEpoch(epoch, parameters, history) else { break }
    }
    return history
  default:
    return try train(
      foundation: right, &parameters, on: data, validation: validation, epochs: epochs, batchSize: batchSize,
      hidden: hidden,
      using: &generator, update: update, afterEpoch: afterEpoch)
  }
}

// BEGIN HELPERS 5 sorted by random keys, map and zip, training without the functions before
private func measured(_ data: Dataset, _ parameters: Parameters, _ hidden: Activation) -> (Double, Double) {
  let answers = forward(data.features, parameters: parameters, hidden: hidden).probabilities
  return (
    binaryCrossEntropy(probabilities: answers, labels: data.labels),
    accuracy(probabilities: answers, labels: data.labels)
  )
}
// END HELPERS
