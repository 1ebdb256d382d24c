import Judge

extension RightAnswers {
  /// Lesson 5 with other ways of shuffling, cutting and counting.
  static let lesson5 = [
    RightAnswers(
      lesson: Course.lessons[4], style: "Fisher and Yates by hand, entry after entry",
      bodies: [
        "5.1": """
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
        """,
        "5.2": """
          for layer in 0..<parameters.weights.count {
            for index in 0..<parameters.weights[layer].elements.count {
              parameters.weights[layer].elements[index] -= learningRate * gradients.weights[layer].elements[index]
            }
            for index in 0..<parameters.biases[layer].elements.count {
              parameters.biases[layer].elements[index] -= learningRate * gradients.biases[layer].elements[index]
            }
          }
        """,
        "5.3": """
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
        """,
        "5.4": """
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
        """,
      ]),
    RightAnswers(
      lesson: Course.lessons[4], style: "sorted by random keys, map and zip, training without the functions before",
      bodies: [
        "5.1": """
          let keys = (0..<max(count, 0)).map { _ in generator.next() }
          let order = keys.indices.sorted { keys[$0] < keys[$1] }
          let size = batchSize > 0 ? batchSize : count
          return stride(from: 0, to: count, by: max(size, 1)).map { start in
            order.dropFirst(start).prefix(size).sorted()
          }
        """,
        "5.2": """
          parameters = Parameters(
            weights: zip(parameters.weights, gradients.weights).map { $0 - $1 * learningRate },
            biases: zip(parameters.biases, gradients.biases).map { $0 + $1 * -learningRate })
        """,
        "5.3": """
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
        """,
        "5.4": """
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
        """,
      ],
      helpers: """
        private func measured(_ data: Dataset, _ parameters: Parameters, _ hidden: Activation) -> (Double, Double) {
          let answers = forward(data.features, parameters: parameters, hidden: hidden).probabilities
          return (
            binaryCrossEntropy(probabilities: answers, labels: data.labels),
            accuracy(probabilities: answers, labels: data.labels)
          )
        }
        """),
    RightAnswers(
      lesson: Course.lessons[4], style: "drawn from a hat, shuffled in place, recursion and a closure",
      importsFoundation: true,
      bodies: [
        "5.1": """
          var hat = Array(0..<count)
          var batches: [[Int]] = []
          while !hat.isEmpty {
            var batch: [Int] = []
            while !hat.isEmpty && (batchSize <= 0 || batch.count < batchSize) {
              batch.append(hat.remove(at: Int(generator.nextUniform() * Double(hat.count))))
            }
            batches.append(batch)
          }
          return batches
        """,
        "5.2": """
          func step(_ matrices: [Matrix], _ slopes: [Matrix]) -> [Matrix] {
            var result: [Matrix] = []
            for (matrix, slope) in zip(matrices, slopes) {
              result.append(matrix - slope.map { $0 * learningRate })
            }
            return result
          }
          parameters.weights = step(parameters.weights, gradients.weights)
          parameters.biases = step(parameters.biases, gradients.biases)
        """,
        "5.3": """
          var order = Array(0..<data.count)
          order.shuffle(using: &generator)
          func learn(_ rest: ArraySlice<Int>) {
            if rest.isEmpty { return }
            let batch = data.rows(at: Array(batchSize > 0 ? rest.prefix(batchSize) : rest))
            let cache = forward(batch.features, parameters: parameters, hidden: hidden)
            var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
            update(&parameters, &gradients, batch.labels.rows)
            learn(rest.dropFirst(batch.count))
          }
          learn(order[...])
        """,
        "5.4": """
          var history = History()
          var isDone = epochs <= 0
          while !isDone {
            trainEpoch(
              &parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator,
              update: { update(&$0, &$1, $2) })
            func cache(_ set: Dataset) -> Matrix {
              forward(set.features, parameters: parameters, hidden: hidden).probabilities
            }
            history.validationAccuracy.append(accuracy(probabilities: cache(validation), labels: validation.labels))
            history.trainingAccuracy.append(accuracy(probabilities: cache(data), labels: data.labels))
            history.validationLoss.append(binaryCrossEntropy(probabilities: cache(validation), labels: validation.labels))
            history.trainingLoss.append(binaryCrossEntropy(probabilities: cache(data), labels: data.labels))
            let epoch = history.trainingLoss.count
            isDone = afterEpoch(epoch, parameters, history) || epoch == epochs
          }
          return history
        """,
      ]),
  ]
}
