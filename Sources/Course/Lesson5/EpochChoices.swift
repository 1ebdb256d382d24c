import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

/// What can be done otherwise in 5.3, the batches being those of the student's own 5.1.
struct EpochChoices: Sendable {
  typealias Batches = [[Int]]

  // What `miniBatches` is asked for.
  var count: @Sendable (Dataset) -> Int = { $0.count }
  var batchSize: @Sendable (_ batchSize: Int, _ count: Int) -> Int = { batchSize, _ in batchSize }
  /// Whether it is asked again for every batch.
  var isAskedForEach = false
  /// Whether it gets a copy of the generator.
  var isGeneratorCopied = false
  /// How often an epoch goes through all examples.
  var passes = 1

  // What becomes of the batches.
  /// Which batches are taken.
  var used: @Sendable (Batches, _ batchSize: Int) -> Batches = { batches, _ in batches }
  /// Which rows of the features go forward, and how many are counted.
  var rows: @Sendable (_ indices: [Int], _ count: Int) -> (rows: [Int], counted: Int) = { indices, _ in
    (indices, indices.count)
  }
  /// Which rows stand in their place when they go forward.
  var forwardRows: @Sendable (_ rows: [Int], _ count: Int) -> [Int] = { rows, _ in rows }
  /// Which rows of the labels belong to them.
  var labelRows: @Sendable (_ rows: [Int], _ count: Int) -> [Int] = { rows, _ in rows }
  var label: @Sendable (_ label: Double) -> Double = { $0 }

  // How the gradients come about.
  var moments = (forward: Moment.present, backward: Moment.present)
  var hidden: @Sendable (HiddenActivation) -> (forward: HiddenActivation, backward: HiddenActivation) = { ($0, $0) }
  /// What `update` gets.
  var gradient: @Sendable (Seen) -> Gradients = { $0.own }

  // What becomes of the gradients.
  /// How many rows `update` is told.
  var told: @Sendable (Seen) -> Int = { $0.rows }
  /// How often `update` is called for a batch.
  var calls: @Sendable (Seen) -> Int = { _ in 1 }
  /// Whether `update` is called once in the end instead, and with what.
  var once: (@Sendable (Seen) -> Gradients)?
  /// Whether `update` changes the parameters themselves.
  var isChanged = true
  /// Whether what it has changed is still there after the epoch.
  var isKept = true

  /// Which parameters are meant.
  enum Moment { case present, startOfEpoch, oneUpdateBehind }

  /// What is known when a batch has its gradients.
  struct Seen {
    /// The gradients of the batch, and those of all batches of the epoch so far together.
    var own: Gradients
    var sum: Gradients
    var first: Gradients
    var rows: Int
    /// The batch's number, counted from 0, and how many there are.
    var number: Int
    var batches: Int
    var request: EpochRequest
  }
}

extension Oracle {
  /// Epochs in a row with some choices, batch after batch.
  static func trainedEpochs(
    _ request: EpochRequest, choosing choices: EpochChoices, with answers: Answers
  ) throws -> [EpochTrace] {
    var parameters = request.parameters
    return try batches(of: request, choices, answers).map { batches in
      try epoch(request, &parameters, choices.used(batches, request.batchSize), choices, answers)
    }
  }

  private static func batches(
    of request: EpochRequest, _ choices: EpochChoices, _ answers: Answers
  ) throws -> [[[Int]]] {
    var asked = request.batches
    asked.count = choices.count(request.data)
    // Beyond the count all sizes are one, and no slip counts beyond the largest number there is.
    asked.batchSize = choices.batchSize(min(request.batchSize, 4 * request.data.count + 4), request.data.count)
    // What the student's own function would stop at is not asked of it.
    guard asked.count >= 0 else { throw PredictedStop() }
    let size = asked.expectedSizes.count
    asked.epochs *= choices.passes
    if choices.isAskedForEach { asked.epochs *= 1 + size }
    let drawn = try asked.answer(from: answers)
    guard drawn.count == asked.epochs else { throw PredictedStop() }
    if choices.isGeneratorCopied { return (0..<request.epochs).map { _ in Array(drawn[..<choices.passes].joined()) } }
    guard choices.isAskedForEach else {
      return (0..<request.epochs).map { Array(drawn[$0 * choices.passes..<($0 + 1) * choices.passes].joined()) }
    }
    // The first of them is only counted.
    return (0..<request.epochs).map { epoch in
      (0..<size).map { number in
        let batches = drawn[epoch * (1 + size) + 1 + number]
        return batches.indices.contains(number) ? batches[number] : []
      }
    }
  }

  private static func epoch(
    _ request: EpochRequest, _ parameters: inout Parameters, _ batches: [[Int]], _ choices: EpochChoices,
    _ answers: Answers
  ) throws -> EpochTrace {
    let start = parameters
    var (behind, trace) = (start, EpochTrace(parameters: start))
    var (sum, first): (Gradients?, Gradients?)
    for (number, indices) in batches.enumerated() {
      let moments = [EpochChoices.Moment.present: parameters, .startOfEpoch: start, .oneUpdateBehind: behind]
      let (rows, counted) = choices.rows(indices, request.data.count)
      let own = try gradients(of: rows, at: moments, request, choices, answers)
      sum = sum.flatMap { added($0, own) } ?? own
      first = first ?? own
      var seen = EpochChoices.Seen(
        own: own, sum: sum ?? own, first: first ?? own, rows: counted, number: number, batches: batches.count,
        request: request)
      behind = parameters
      var calls = choices.calls(seen)
      var given = choices.gradient(seen)
      if let once = choices.once {
        calls = number == batches.count - 1 ? 1 : 0
        given = once(seen)
        seen.rows = request.data.count
      }
      for _ in 0..<calls {
        trace.batches.append(
          EpochTrace.Batch(rows: choices.told(seen), parameters: parameters, gradients: given))
        if choices.isChanged { parameters = descended(parameters, given, request.learningRate) }
      }
    }
    if !choices.isKept { parameters = start }
    trace.parameters = parameters
    return trace
  }

  private static func gradients(
    of rows: [Int], at moments: [EpochChoices.Moment: Parameters], _ request: EpochRequest, _ choices: EpochChoices,
    _ answers: Answers
  ) throws -> Gradients {
    let labelRows = choices.labelRows(rows, request.data.count)
    let rows = choices.forwardRows(rows, request.data.count)
    guard labelRows.count == rows.count, (rows + labelRows).allSatisfy((0..<request.data.count).contains) else {
      throw PredictedStop()
    }
    let (features, labels) = (request.data.features, request.data.labels)
    let x = Matrix.filled(rows.count, features.columns) { features[rows[$0], $1] }
    let y = Matrix.filled(rows.count, 1) { row, _ in choices.label(labels[labelRows[row], 0]) }
    let hidden = choices.hidden(request.hidden)
    guard let one = moments[choices.moments.forward], let other = moments[choices.moments.backward] else {
      throw PredictedStop()
    }
    let cache = try answers(Lesson3.forward, x, one, hidden.forward)
    return try answers(Lesson4.backward, cache, y, other, hidden.backward)
  }

  /// The sum of gradients; nil if they do not have the same shapes.
  private static func added(_ one: Gradients, _ other: Gradients) -> Gradients? {
    let (shapes, others) = (one.components.map(\.matrix.shape), other.components.map(\.matrix.shape))
    guard shapes == others else { return nil }
    return Gradients(
      weights: zip(one.weights, other.weights).map { $0 + $1 }, biases: zip(one.biases, other.biases).map { $0 + $1 })
  }
}

extension Gradients {
  /// Each entry changed.
  func mapped(_ change: (Double) -> Double) -> Gradients {
    Gradients(weights: weights.map { $0.map(change) }, biases: biases.map { $0.map(change) })
  }
}
