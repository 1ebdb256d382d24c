import CourseKit

/// Exercise 5.3 as the judge knows it wrong.
func trainEpoch(
  mistake: String, _ parameters: inout Parameters, on data: Dataset, batchSize: Int, hidden: Activation,
  using generator: inout some RandomNumberGenerator, update: (inout Parameters, inout Gradients, Int) -> Void
) throws {
  switch mistake {
  case "5.3 update never called":
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      let gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      gradientDescentStep(&parameters, gradients: gradients, learningRate: 0.1)
    }
  case "5.3 first batch only":
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, batch.count)
      return
    }
  case "5.3 update after the loop":
    var gradients = Gradients(weights: [], biases: [])
    var rows = 0
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      rows = batch.count
    }
    update(&parameters, &gradients, rows)
  case "5.3 last batch dropped":
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
      if batchSize > 0 && indices.count < min(batchSize, data.count) { continue }
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, batch.count)
    }
  case "5.3 count for rows":
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, data.count)
    }
  case "5.3 batchSize for rows":
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, batchSize)
    }
  case "5.3 batches joined":
    for indices in [Array(0..<data.count)] {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, batch.count)
    }
  case "5.3 one example at a time":
    for indices in (0..<data.count).shuffled(using: &generator).map({ [$0] }) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, batch.count)
    }
  case "5.3 gradients of all examples":
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
      let cache = forward(data.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: data.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, indices.count)
    }
  case "5.3 gradients at the start":
    let start = parameters
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: start, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: start, hidden: hidden)
      update(&parameters, &gradients, batch.count)
    }
  case "5.3 labels of other examples":
    let labels = data.labels.rows(at: Array(0..<data.count).shuffled(using: &generator))
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(
        cache: cache, labels: labels.rows(at: indices), parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, batch.count)
    }
  case "5.3 copy changed":
    var changed = parameters
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: changed, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: changed, hidden: hidden)
      update(&changed, &gradients, batch.count)
    }
  case "5.3 changed outside update":
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      gradientDescentStep(&parameters, gradients: gradients, learningRate: 0.01)
      update(&parameters, &gradients, batch.count)
    }
  case "5.3 not shuffled":
    for indices in stride(from: 0, to: data.count, by: max(batchSize, 1)).map({
      Array($0..<min($0 + max(batchSize, 1), data.count))
    }) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, batch.count)
    }
  case "5.3 same order in every epoch":
    var random = SeededGenerator(seed: 7)
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &random) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, batch.count)
    }
  case "5.3 own generator":
    var random = SystemRandomNumberGenerator()
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &random) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, batch.count)
    }
  case "5.3 fixed seed":
    // The seed changes with the parameters, so that the epochs differ.
    var random = SeededGenerator(seed: parameters.weights[0].elements[0].bitPattern)
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &random) {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, batch.count)
    }
  default:
    try trainEpoch(
      demanded: mistake, &parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
  }
}
