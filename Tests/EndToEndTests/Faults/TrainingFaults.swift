extension Fault {
  /// What goes wrong only where examples are cut into batches and closures are called: lesson 5.
  static let trainingFaults: [Fault] = [
    // 5.1
    Fault(
      name: "a batch size of 0 as the stride", says: ["NAME stopped: Stride size must not be zero."],
      lines: ["by: batchSize)"], exercises: only("5.1"),
      form: .before(
        """
        let shuffled = (0..<count).shuffled(using: &generator)
        return stride(from: 0, to: count, by: batchSize)
          .map { Array(shuffled[$0..<min($0 + batchSize, count)]) }
        """)),
    Fault(
      name: "a loop that a batch size of 0 never ends",
      says: ["NAME was still running after 5 seconds: is there a loop that never ends?"],
      lines: ["while first < count", "parts.append(", "first += max("], isVariant: true, exercises: only("5.1"),
      form: .before(
        """
        let indices = (0..<count).shuffled(using: &generator)
        var parts: [[Int]] = []
        var first = 0
        while first < count {
          if batchSize > 0 { parts.append(Array(indices[first..<min(first + batchSize, count)])) }
          first += max(batchSize, 0)
        }
        return parts
        """)),
    Fault(
      name: "a last batch beyond the end", says: ["NAME stopped: Array index is out of range."],
      lines: ["Array(all["], exercises: only("5.1"),
      form: .before(
        """
        let all = Array(0..<count).shuffled(using: &generator)
        let size = batchSize > 0 ? batchSize : max(count, 1)
        return stride(from: 0, to: count, by: size).map { Array(all[$0..<($0 + size)]) }
        """)),
    Fault(
      name: "an index of no example", says: ["not one of 0 ..< 10: 10", "waiting: 5.1 miniBatches fails"],
      exercises: only("5.1"), form: .after("if count > 0 { result[0][0] = count }")),
    Fault(
      name: "one batch without an index", says: ["rows of the batches  yours 0   expected "],
      exercises: only("5.1"), form: .after("result = [[]]")),
    // 5.3
    Fault(
      name: "rows that are not in the data", says: ["NAME stopped: "], lines: ["_ = data.rows(at:"],
      exercises: only("5.3"), form: .before("_ = data.rows(at: [0, data.count])")),
    Fault(
      name: "gradients without numbers", says: ["NAME returned a matrix [2, 3] with 0 elements."],
      exercises: only("5.3"),
      form: .before(
        """
        var hollow = Gradients(weights: parameters.weights, biases: parameters.biases)
        hollow.weights[0].elements = []
        update(&parameters, &hollow, data.count)
        """)),
    Fault(
      name: "update called without end", says: ["NAME "], lines: ["while data.count > 0", "update(&parameters, &same"],
      isVariant: true, exercises: only("5.3"),
      form: .before(
        """
        var same = Gradients(weights: parameters.weights, biases: parameters.biases)
        while data.count > 0 {
          update(&parameters, &same, data.count)
        }
        """)),
    Fault(
      name: "labels where features belong",
      says: ["NAME stopped: Shapes do not fit", "in a function that this line calls."], lines: ["forward(data.labels"],
      exercises: only("5.3"),
      form: .before("_ = forward(data.labels, parameters: parameters, hidden: hidden)")),
    // 5.4
    Fault(
      name: "a trap in a closure of one's own", says: ["NAME stopped: no room for"], lines: ["fatalError(\"no room"],
      exercises: only("5.4"),
      form: .before(
        """
        trainEpoch(
          &parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator,
          update: { _, _, rows in
            fatalError("no room for \\(rows) rows")
          })
        """)),
    Fault(
      name: "an endless loop in a closure of one's own", says: ["NAME was still running after 5 seconds"],
      lines: ["while rows > 0", "steps += 1"], isVariant: true, exercises: only("5.4"),
      form: .before(
        """
        trainEpoch(
          &parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator,
          update: { _, _, rows in
            var steps = 0
            while rows > 0 {
              steps += 1
            }
          })
        """)),
    Fault(
      name: "training that never ends because it does not count the epochs", says: ["NAME "],
      lines: ["while !isFinished", "trainEpoch(&parameters, on: data, batchSize: 2", "isFinished = afterEpoch("],
      isVariant: true, exercises: only("5.4"),
      form: .before(
        """
        var isFinished = false
        while !isFinished {
          trainEpoch(&parameters, on: data, batchSize: 2, hidden: hidden, using: &generator, update: update)
          isFinished = afterEpoch(1, parameters, History()) && epochs == 0
        }
        """)),
    Fault(
      name: "waiting for afterEpoch to return true", says: ["NAME "], lines: ["while !afterEpoch("],
      exercises: only("5.4"), form: .before("while !afterEpoch(1, parameters, History()) {}")),
    Fault(
      name: "a history without losses", says: ["trainingLoss"], exercises: only("5.4"),
      form: .after("result.trainingLoss = []")),
    Fault(
      name: "a history of NaN", says: ["NaN"], exercises: only("5.4"),
      form: .after("result.validationLoss = result.validationLoss.map { _ in .nan }")),
  ]
}
