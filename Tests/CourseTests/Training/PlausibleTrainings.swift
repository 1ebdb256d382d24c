import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

@testable import Course

extension PlausibleMistake {
  static let trainings: [PlausibleMistake] = batches + steps + epochs + wholeTrainings

  private static func batch(_ name: String, _ making: @escaping EpochBatches.Making) -> PlausibleMistake {
    PlausibleMistake(exercise: "5.1", name: name) { EpochBatches.plant(making, in: $0) }
  }

  private static let batches = [
    batch("first batch dropped") { count, batchSize, generator in
      let batches = EpochBatches.right(count, batchSize, &generator)
      return batches.count > 1 ? Array(batches.dropFirst()) : batches
    },
    batch("short batch first") { EpochBatches.right($0, $1, &$2).sorted { $0.count < $1.count } },
    batch("index 0 never comes") { count, batchSize, generator in
      EpochBatches.right(count, batchSize, &generator).map { $0.filter { $0 > 0 } }
    },
    batch("one index twice") { count, batchSize, generator in
      var batches = EpochBatches.right(count, batchSize, &generator)
      if count > 1, !batches.isEmpty { batches[0].append(batches[0][0]) }
      return batches
    },
    batch("batches that overlap by one") { count, batchSize, generator in
      let order = EpochBatches.shuffled(count, &generator)
      let size = EpochBatches.size(count, batchSize)
      return stride(from: 0, to: count, by: max(size - 1, 1)).map { Array(order[$0..<min($0 + size, count)]) }
    },
    batch("rows evenly dealt") { count, batchSize, generator in
      let order = EpochBatches.shuffled(count, &generator)
      let number = max((count + EpochBatches.size(count, batchSize) - 1) / EpochBatches.size(count, batchSize), 1)
      return (0..<number).map { first in stride(from: first, to: count, by: number).map { order[$0] } }
    },
    batch("in reverse order") { count, batchSize, _ in
      EpochBatches.cut((0..<max(count, 0)).reversed(), by: EpochBatches.size(count, batchSize))
    },
    batch("sorted by a coin") { count, batchSize, generator in
      let order = (0..<max(count, 0)).sorted { _, _ in generator.next() % 2 == 0 }
      return EpochBatches.cut(order, by: EpochBatches.size(count, batchSize))
    },
    batch("one batch of nothing without examples") { count, batchSize, generator in
      count == 0 ? [[]] : EpochBatches.right(count, batchSize, &generator)
    },
    batch("turned round by a random number") { count, batchSize, generator in
      guard count > 0 else { return [] }
      let shift = Int.random(in: 0..<count, using: &generator)
      return EpochBatches.cut((0..<count).map { ($0 + shift) % count }, by: EpochBatches.size(count, batchSize))
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

  private static let epochs = ways.map { way in
    PlausibleMistake(exercise: "5.3", name: way.name) { way.plant(in: $0) }
  }

  private static let ways = [
    EpochWay(name: "first batch dropped", batches: { right, _ in Array(right.dropFirst()) }),
    EpochWay(name: "every batch twice", batches: { right, _ in right + right }),
    EpochWay(name: "first batch again and again", batches: { right, _ in right.map { _ in right[0] } }),
    EpochWay(name: "a row of each batch forgotten", examples: { $1.data.rows(at: Array($0.dropFirst())) }),
    EpochWay(
      name: "all labels exchanged",
      examples: { indices, request in
        var batch = request.data.rows(at: indices)
        batch.labels = batch.labels.map { 1 - $0 }
        return batch
      }),
    EpochWay(
      name: "features doubled",
      examples: { indices, request in
        var batch = request.data.rows(at: indices)
        batch.features = batch.features * 2
        return batch
      }),
    EpochWay(name: "one row too many", rows: { rows, _ in rows + 1 }),
    EpochWay(name: "no rows", rows: { _, _ in 0 }),
    EpochWay(name: "every other update forgotten", isCalled: { index, _ in index % 2 == 0 }),
    EpochWay(name: "stale and twice", batches: { right, _ in right.map { $0 + $0 } }, isStale: true),
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
    training("update called twice a batch") { trace, _ in trace.updateRows += trace.updateRows },
  ]
}
