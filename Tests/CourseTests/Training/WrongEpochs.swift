import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

@testable import Course

/// Exercise 5.3 as the judge's list of mistakes has it.
enum WrongEpochs {
  /// What an epoch does otherwise than it should.
  struct Way: Sendable {
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

  /// Each mistake by its name.
  static let all: [(name: String, way: Way)] = [
    ("update never called", Way(isCalled: { _, _ in false }, besides: { Oracle.descended($0, $1, 0.1) })),
    ("first batch only", Way(batches: { right, _ in Array(right.prefix(1)) })),
    ("update after the loop", Way(isCalled: { index, count in index == count - 1 })),
    (
      "last batch dropped",
      Way(batches: { right, request in right.filter { $0.count == request.batches.expectedSizes[0] } })
    ),
    ("count for rows", Way(rows: { _, request in request.data.count })),
    ("batchSize for rows", Way(rows: { _, request in request.batchSize })),
    ("batchSize ignored", Way(batches: { _, request in [Array(0..<request.data.count)] })),
    ("one example at a time", Way(batches: { right, _ in right.joined().map { [$0] } })),
    ("gradients of all examples", Way(examples: { _, request in request.data }, rows: { rows, _ in rows })),
    ("gradients at the start", Way(isStale: true)),
    (
      "labels of other examples",
      Way(examples: { indices, request in
        var batch = request.data.rows(at: indices)
        batch.labels = request.data.labels.rows(at: indices.map { ($0 + 2) % request.data.count })
        return batch
      })
    ),
    ("copy changed", Way(isCopy: true)),
    ("changed outside update", Way(besides: { Oracle.descended($0, $1, 0.01) })),
    (
      "not shuffled",
      Way(batches: { _, request in WrongBatches.cut(Array(0..<request.data.count), by: request.batches.expectedSizes[0])
      })
    ),
    (
      "same order in every epoch",
      Way(batches: { _, request in
        var generator = SeededGenerator(seed: 5)
        let order = WrongBatches.shuffled(request.data.count, &generator)
        return WrongBatches.cut(order, by: request.batches.expectedSizes[0])
      })
    ),
    (
      EpochMistakes.ownGenerator.name,
      Way(batches: { _, request in
        WrongBatches.cut(Array(0..<request.data.count).shuffled(), by: request.batches.expectedSizes[0])
      })
    ),
  ]

  /// Lets a student train every epoch in this way, with the student's own parts.
  static func plant(_ way: Way, in student: TestStudent) {
    student.answer(Lesson5.trainEpoch) { [unowned student] start, data, batchSize, hidden, seed, rate, epochs in
      let request = EpochRequest(
        parameters: start, data: data, batchSize: batchSize, hidden: hidden, seed: seed, learningRate: rate,
        epochs: epochs)
      let parts = student.ownAnswers(inside: "5.3")
      var parameters = start
      return try request.batches.answer(from: parts).map { right in
        let trace = try train(way, way.batches(right, request), from: parameters, request, parts)
        parameters = trace.parameters
        return trace
      }
    }
  }

  private static func train(
    _ way: Way, _ batches: [[Int]], from start: Parameters, _ request: EpochRequest, _ parts: Answers
  ) throws -> EpochTrace {
    var parameters = start
    var trace = EpochTrace(parameters: start)
    for (index, indices) in batches.enumerated() {
      let gradients = try Oracle.gradients(
        of: way.examples(indices, request), at: way.isStale ? start : parameters, request.hidden, with: parts)
      parameters = way.besides(parameters, gradients)
      guard way.isCalled(index, batches.count) else { continue }
      trace.batches.append(
        EpochTrace.Batch(rows: way.rows(indices.count, request), parameters: parameters, gradients: gradients))
      parameters = Oracle.descended(parameters, gradients, request.learningRate)
    }
    trace.parameters = way.isCopy ? start : parameters
    return trace
  }
}
