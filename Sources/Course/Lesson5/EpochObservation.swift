import Contract
import CourseKit
import Engine

/// What exercise 5.3 did in some epochs: for each call of `update`, the examples whose gradient it was given.
///
/// The examples are found, not assumed: of all batches that can be made from a few examples, the one whose gradient the
/// student's is. So any order and any way to shuffle will do.
struct EpochObservation: Sendable {
  /// One call of `update`.
  struct Batch: Sendable {
    /// The rows, as `update` was told.
    let rows: Int
    /// The examples whose mean gradient it is at the parameters before the call; nil if there are none.
    let examples: [Int]?
    /// The same at the parameters with which the epoch began.
    let examplesAtStart: [Int]?
    /// The same at the parameters that the `update` before has left.
    let examplesAtLeft: [Int]?
    /// How many labels are wrong if it is the gradient of some examples with other labels than theirs.
    let wrongLabels: Int?
  }

  let request: EpochRequest
  let traces: [EpochTrace]
  let epochs: [[Batch]]

  /// - Throws: `CallFailure` if there is not a trace for each epoch.
  init(_ request: EpochRequest, traces: [EpochTrace]) throws {
    let traces = try request.complete(traces)
    self.request = request
    self.traces = traces
    let starts = [request.parameters] + traces.dropLast().map(\.parameters)
    func search(at parameters: Parameters) throws -> BatchSearch {
      try BatchSearch(request.data, request.hidden, at: parameters, like: request.parameters)
    }
    epochs = try zip(traces, starts).map { trace, start in
      // What the `update` before has left: there the gradient belongs if something else changes the parameters after it.
      var left = start
      return try trace.batches.map { batch in
        let here = try search(at: batch.parameters)
        let found = here.examples(with: batch.gradients, likely: batch.rows)
        defer { left = Oracle.descended(batch.parameters, batch.gradients, request.learningRate) }
        return Batch(
          rows: batch.rows, examples: found,
          examplesAtStart: try found ?? search(at: start).examples(with: batch.gradients, likely: batch.rows),
          examplesAtLeft: try found ?? search(at: left).examples(with: batch.gradients, likely: batch.rows),
          wrongLabels: found == nil ? here.wrongLabels(with: batch.gradients, count: batch.rows) : 0)
      }
    }
  }

  var count: Int { request.data.count }
  var sizes: [Int] { request.batches.expectedSizes }
  /// Whether each gradient is that of some examples at the parameters of its moment.
  var isExplained: Bool { epochs.joined().allSatisfy { $0.examples != nil } }
  /// Whether `update` was told the rows of each batch.
  var rowsAreTold: Bool { epochs.joined().allSatisfy { $0.rows == $0.examples?.count } }
  /// The examples of each epoch, as far as they are known.
  var examples: [[Int]] { epochs.map { $0.flatMap { $0.examples ?? [] } } }
  /// Whether the parameters never change but in `update`.
  var isChained: Bool { firstBreak == nil }
  /// Whether nothing was learned: every epoch ends where it began.
  var isUnchanged: Bool { traces.allSatisfy { areEqual($0.parameters, request.parameters) } }

  /// Whether the batches of each epoch have these sizes, in whatever order they are taken.
  func haveSizes(_ sizes: [Int]) -> Bool {
    epochs.allSatisfy { epoch in
      let found = epoch.compactMap { $0.examples?.count }
      return found.count == epoch.count && found.sorted() == sizes.sorted()
    }
  }

  /// Where the parameters are not those that the `update` before has left.
  var firstBreak: Comparison? {
    var left = request.parameters
    for trace in traces {
      for batch in trace.batches {
        if !areEqual(batch.parameters, left) { return Comparison(batch.parameters, to: left, tolerance: .value) }
        left = Oracle.descended(batch.parameters, batch.gradients, request.learningRate)
      }
      if !areEqual(trace.parameters, left) { return Comparison(trace.parameters, to: left, tolerance: .value) }
    }
    return nil
  }

  private func areEqual(_ one: Parameters, _ other: Parameters) -> Bool {
    Comparison(one, to: other, tolerance: .value).isEqual
  }
}
