import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

@testable import Course

extension PlausibleMistake {
  static let trainings: [PlausibleMistake] = batches + steps + epochs + wholeTrainings

  private static func batch(_ name: String, _ epoch: @escaping WrongBatches.Epoch) -> PlausibleMistake {
    PlausibleMistake(exercise: "5.1", name: name) { WrongBatches.plant(epoch, in: $0) }
  }

  private static func right(_ count: Int, _ batchSize: Int, _ generator: inout SeededGenerator) -> [[Int]] {
    WrongBatches.cut(WrongBatches.shuffled(count, &generator), by: WrongBatches.right(count, batchSize))
  }

  private static let batches = [
    batch("first batch dropped") { count, batchSize, generator in
      let batches = right(count, batchSize, &generator)
      return batches.count > 1 ? Array(batches.dropFirst()) : batches
    },
    batch("short batch first") { right($0, $1, &$2).sorted { $0.count < $1.count } },
    batch("index 0 never comes") { count, batchSize, generator in
      right(count, batchSize, &generator).map { $0.filter { $0 > 0 } }
    },
    batch("one index twice") { count, batchSize, generator in
      var batches = right(count, batchSize, &generator)
      if count > 1, !batches.isEmpty { batches[0].append(batches[0][0]) }
      return batches
    },
    batch("batches that overlap by one") { count, batchSize, generator in
      let order = WrongBatches.shuffled(count, &generator)
      let size = WrongBatches.right(count, batchSize)
      return stride(from: 0, to: count, by: max(size - 1, 1)).map { Array(order[$0..<min($0 + size, count)]) }
    },
    batch("rows evenly dealt") { count, batchSize, generator in
      let order = WrongBatches.shuffled(count, &generator)
      let number = max((count + WrongBatches.right(count, batchSize) - 1) / WrongBatches.right(count, batchSize), 1)
      return (0..<number).map { first in stride(from: first, to: count, by: number).map { order[$0] } }
    },
    batch("in reverse order") { count, batchSize, _ in
      WrongBatches.cut((0..<max(count, 0)).reversed(), by: WrongBatches.right(count, batchSize))
    },
    batch("sorted by a coin") { count, batchSize, generator in
      let order = (0..<max(count, 0)).sorted { _, _ in generator.next() % 2 == 0 }
      return WrongBatches.cut(order, by: WrongBatches.right(count, batchSize))
    },
    batch("one batch of nothing without examples") { count, batchSize, generator in
      count == 0 ? [[]] : right(count, batchSize, &generator)
    },
    batch("turned round by a random number") { count, batchSize, generator in
      guard count > 0 else { return [] }
      let shift = Int.random(in: 0..<count, using: &generator)
      return WrongBatches.cut((0..<count).map { ($0 + shift) % count }, by: WrongBatches.right(count, batchSize))
    },
  ]

  private static func step(
    _ name: String, _ body: @escaping @Sendable (Double, Double, Double) -> Double
  ) -> PlausibleMistake {
    PlausibleMistake(Lesson5.gradientDescentStep, name) { parameters, gradients, rate in
      func change(_ matrices: [Matrix], _ slopes: [Matrix]) -> [Matrix] {
        zip(matrices, slopes).map { matrix, slope in
          Matrix.filled(matrix.rows, matrix.columns) { body(matrix[$0, $1], slope[$0, $1], rate) }
        }
      }
      return Parameters(
        weights: change(parameters.weights, gradients.weights), biases: change(parameters.biases, gradients.biases))
    }
  }

  private static let steps = [
    step("rate subtracted") { value, slope, rate in value - slope - rate },
    step("rate plus gradient") { value, slope, rate in value - (slope + rate) },
    step("everything scaled") { value, slope, rate in rate * (value - slope) },
    step("sign of the gradient") { value, slope, rate in value - rate * (slope > 0 ? 1 : -1) },
    step("squared gradient") { value, slope, rate in value - rate * slope * slope },
    step("half a step") { value, slope, rate in value - rate * slope / 2 },
    step("gradient for parameter") { _, slope, _ in slope },
  ]

  private static func epoch(_ name: String, _ way: WrongEpochs.Way) -> PlausibleMistake {
    PlausibleMistake(exercise: "5.3", name: name) { WrongEpochs.plant(way, in: $0) }
  }

  private static let epochs = [
    epoch("first batch dropped", WrongEpochs.Way(batches: { right, _ in Array(right.dropFirst()) })),
    epoch("every batch twice", WrongEpochs.Way(batches: { right, _ in right + right })),
    epoch("first batch again and again", WrongEpochs.Way(batches: { right, _ in right.map { _ in right[0] } })),
    epoch("a row of each batch forgotten", WrongEpochs.Way(examples: { $1.data.rows(at: Array($0.dropFirst())) })),
    epoch(
      "all labels exchanged",
      WrongEpochs.Way(examples: { indices, request in
        var batch = request.data.rows(at: indices)
        batch.labels = batch.labels.map { 1 - $0 }
        return batch
      })),
    epoch(
      "features doubled",
      WrongEpochs.Way(examples: { indices, request in
        var batch = request.data.rows(at: indices)
        batch.features = batch.features * 2
        return batch
      })),
    epoch("one row too many", WrongEpochs.Way(rows: { rows, _ in rows + 1 })),
    epoch("no rows", WrongEpochs.Way(rows: { _, _ in 0 })),
    epoch("every other update forgotten", WrongEpochs.Way(isCalled: { index, _ in index % 2 == 0 })),
    epoch("stale and twice", WrongEpochs.Way(batches: { right, _ in right.map { $0 + $0 } }, isStale: true)),
  ]

  private static func training(
    _ name: String, _ change: @escaping @Sendable (inout TrainingTrace, TrainingPlan) -> Void
  ) -> PlausibleMistake {
    PlausibleMistake(exercise: "5.4", name: name) { student in
      student.answer(Lesson5.train) { [unowned student] start, data, validation, plan in
        let parts = student.ownAnswers(inside: "5.4")
        var trace = try Oracle.trained(start, on: data, validation: validation, plan, with: parts)
        change(&trace, plan)
        return trace
      }
    }
  }

  private static let wholeTrainings = [
    training("loss in percent") { trace, _ in
      trace.history.trainingLoss = trace.history.trainingLoss.map { 100 * $0 }
    },
    training("accuracy in percent") { trace, _ in
      trace.history.validationAccuracy = trace.history.validationAccuracy.map { 100 * $0 }
    },
    training("newest entry first") { trace, _ in trace.history.trainingLoss.reverse() },
    training("one list forgotten") { trace, _ in trace.history.validationAccuracy = [] },
    training("sums for means") { trace, _ in
      for index in trace.history.trainingLoss.indices.dropFirst() {
        trace.history.trainingLoss[index] += trace.history.trainingLoss[index - 1]
      }
    },
    training("error for accuracy") { trace, _ in
      trace.history.trainingAccuracy = trace.history.trainingAccuracy.map { 1 - $0 }
    },
    training("afterEpoch told the epochs that are left") { trace, plan in
      trace.epochs = trace.epochs.map { plan.epochs - $0 }
    },
    training("update called twice a batch") { trace, _ in trace.updateCount *= 2 },
  ]
}
