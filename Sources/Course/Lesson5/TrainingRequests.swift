import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

/// What is asked of exercise 5.1: its arguments, and how often in a row it is called.
struct BatchRequest: Sendable, Equatable {
  var count: Int
  var batchSize: Int
  var seed: UInt64
  var epochs = 1

  /// The rows of each batch: all alike but for the last one.
  var expectedSizes: [Int] {
    guard count > 0 else { return [] }
    let size = batchSize > 0 ? min(batchSize, count) : count
    let rest = count % size
    return [Int](repeating: size, count: count / size) + (rest > 0 ? [rest] : [])
  }

  /// The same with another seed.
  var reseeded: BatchRequest {
    var other = self
    other.seed += 1
    return other
  }

  /// The arguments of exercise 5.1.
  var arguments: (Int, Int, UInt64, Int) { (count, batchSize, seed, epochs) }

  func answer(of student: any Student) throws -> [[[Int]]] {
    try student.call(Lesson5.miniBatches, count, batchSize, seed, epochs)
  }

  func answer(from answers: Answers) throws -> [[[Int]]] {
    try answers(Lesson5.miniBatches, count, batchSize, seed, epochs)
  }

  /// Whether each batch holds some of the examples and nothing else, so that a network can learn from it.
  func canBeUsed(_ answer: [[[Int]]]) -> Bool {
    answer.count == epochs
      && answer.joined().allSatisfy { batch in !batch.isEmpty && batch.allSatisfy { 0..<count ~= $0 } }
  }
}

extension BatchRequest {
  /// Takes the arguments of exercise 5.1.
  init(_ arguments: (Int, Int, UInt64, Int)) {
    self.init(count: arguments.0, batchSize: arguments.1, seed: arguments.2, epochs: arguments.3)
  }
}

/// What is asked of exercise 5.3: its arguments, the rate of the host's descent step, and how often it is called.
struct EpochRequest: Sendable {
  var parameters: Parameters
  var data: Dataset
  var batchSize: Int
  var hidden: HiddenActivation
  var seed: UInt64
  var learningRate: Double
  var epochs: Int

  /// The batches of these epochs, if the student's 5.1 makes them.
  var batches: BatchRequest {
    BatchRequest(count: data.count, batchSize: batchSize, seed: seed, epochs: epochs)
  }

  /// The arguments of exercise 5.3.
  var arguments: (Parameters, Dataset, Int, HiddenActivation, UInt64, Double, Int) {
    (parameters, data, batchSize, hidden, seed, learningRate, epochs)
  }

  func answer(of student: any Student) throws -> [EpochTrace] {
    try complete(student.call(Lesson5.trainEpoch, parameters, data, batchSize, hidden, seed, learningRate, epochs))
  }

  func answer(from answers: Answers) throws -> [EpochTrace] {
    try complete(answers(Lesson5.trainEpoch, parameters, data, batchSize, hidden, seed, learningRate, epochs))
  }

  /// - Throws: `CallFailure` if there is not a trace for each epoch.
  func complete(_ traces: [EpochTrace]) throws -> [EpochTrace] {
    guard traces.count == epochs else { throw CallFailure(.fault, "trainEpoch returned \(traces.count) epochs.") }
    return traces
  }
}

extension EpochRequest {
  /// Takes the arguments of exercise 5.3.
  init(_ arguments: (Parameters, Dataset, Int, HiddenActivation, UInt64, Double, Int)) {
    self.init(
      parameters: arguments.0, data: arguments.1, batchSize: arguments.2, hidden: arguments.3, seed: arguments.4,
      learningRate: arguments.5, epochs: arguments.6)
  }
}
