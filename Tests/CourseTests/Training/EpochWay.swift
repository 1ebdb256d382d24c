import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

@testable import Course

/// What an epoch, exercise 5.3, does otherwise than it should: several ways can be joined.
struct EpochWay: Sendable {
  let name: String
  var batches: @Sendable (_ right: [[Int]], _ request: EpochRequest) -> [[Int]] = { right, _ in right }
  /// The examples that go forward and backward.
  var examples: @Sendable (_ indices: [Int], _ request: EpochRequest) -> Dataset = { $1.data.rows(at: $0) }
  var isStale = false
  var isCopy = false
  var rows: @Sendable (_ batch: Int, _ request: EpochRequest) -> Int = { batch, _ in batch }
  /// Which of the calls of `update` are made.
  var isCalled: @Sendable (_ index: Int, _ count: Int) -> Bool = { _, _ in true }
  /// What changes the parameters besides.
  var besides: @Sendable (Parameters, Gradients) -> Parameters = { parameters, _ in parameters }
}

extension EpochWay {
  /// Ways that are the same for the same seed.
  static let all =
    calls + [
      EpochWay(name: "count for rows", rows: { _, request in request.data.count }),
      EpochWay(name: "batchSize for rows", rows: { _, request in request.batchSize }),
      EpochWay(name: "gradients of all examples", examples: { _, request in request.data }),
      EpochWay(name: "gradients at the start", isStale: true),
      EpochWay(
        name: "labels of other examples",
        examples: { indices, request in
          var batch = request.data.rows(at: indices)
          batch.labels = request.data.labels.rows(at: indices.map { ($0 + 2) % request.data.count })
          return batch
        }),
      EpochWay(name: "copy changed", isCopy: true),
      EpochWay(name: "changed outside update", besides: { Oracle.descended($0, $1, 0.01) }),
    ]

  private static let calls = [
    EpochWay(name: "update never called", isCalled: { _, _ in false }, besides: { Oracle.descended($0, $1, 0.1) }),
    EpochWay(name: "first batch only", batches: { right, _ in Array(right.prefix(1)) }),
    EpochWay(name: "update after the loop", isCalled: { index, count in index == count - 1 }),
    EpochWay(
      name: "last batch dropped",
      batches: { right, request in right.filter { $0.count == (request.batches.expectedSizes.first ?? 1) } }),
    EpochWay(name: "batchSize ignored", batches: { _, request in [Array(0..<request.data.count)] }),
    EpochWay(name: "one example at a time", batches: { right, _ in right.joined().map { [$0] } }),
    EpochWay(
      name: "not shuffled",
      batches: { _, request in
        EpochBatches.cut(Array(0..<request.data.count), by: (request.batches.expectedSizes.first ?? 1))
      }),
    EpochWay(
      name: "same order in every epoch",
      batches: { _, request in
        var generator = SeededGenerator(seed: 5)
        return EpochBatches.right(request.data.count, request.batchSize, &generator)
      }),
  ]
}

extension EpochWay {
  /// Lets a student train every epoch in this way, with the student's own parts.
  func plant(in student: TestStudent) {
    student.answer(Lesson5.trainEpoch) { [unowned student] start, data, batchSize, hidden, seed, rate, epochs in
      let request = EpochRequest(
        parameters: start, data: data, batchSize: batchSize, hidden: hidden, seed: seed, learningRate: rate,
        epochs: epochs)
      let parts = student.ownAnswers(inside: "5.3")
      var parameters = start
      return try request.batches.answer(from: parts).map { right in
        let trace = try train(batches(right, request), from: parameters, request, parts)
        parameters = trace.parameters
        return trace
      }
    }
  }

  private func train(
    _ batches: [[Int]], from start: Parameters, _ request: EpochRequest, _ parts: Answers
  ) throws -> EpochTrace {
    var parameters = start
    var trace = EpochTrace(parameters: start)
    for (index, indices) in batches.enumerated() {
      let gradients = try Oracle.gradients(
        of: examples(indices, request), at: isStale ? start : parameters, request.hidden, with: parts)
      parameters = besides(parameters, gradients)
      guard isCalled(index, batches.count) else { continue }
      trace.batches.append(
        EpochTrace.Batch(rows: rows(indices.count, request), parameters: parameters, gradients: gradients))
      parameters = Oracle.descended(parameters, gradients, request.learningRate)
    }
    trace.parameters = isCopy ? start : parameters
    return trace
  }

  /// This way and then the other one, where both change something.
  func joined(with other: EpochWay) -> EpochWay {
    EpochWay(
      name: "\(name) + \(other.name)",
      batches: { right, request in
        let own = batches(right, request)
        let others = other.batches(right, request)
        return others == right ? own : own == right ? others : other.batches(own, request)
      },
      examples: { indices, request in
        let plain = request.data.rows(at: indices)
        let own = examples(indices, request)
        return own == plain ? other.examples(indices, request) : own
      }, isStale: isStale || other.isStale, isCopy: isCopy || other.isCopy,
      rows: { batch, request in
        let own = rows(batch, request)
        return own == batch ? other.rows(batch, request) : own
      }, isCalled: { isCalled($0, $1) && other.isCalled($0, $1) },
      besides: { other.besides(besides($0, $1), $1) })
  }
}
