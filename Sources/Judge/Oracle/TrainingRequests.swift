import Contract
import CourseKit

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

  func answer(of student: any Student) throws -> [[[Int]]] {
    try student.call(Lesson5.miniBatches, count, batchSize, seed, epochs)
  }

  /// Whether each batch holds some of the examples and nothing else, so that a network can learn from it.
  func canBeUsed(_ answer: [[[Int]]]) -> Bool {
    answer.count == epochs
      && answer.joined().allSatisfy { batch in !batch.isEmpty && batch.allSatisfy { 0..<count ~= $0 } }
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

  func answer(of student: any Student) throws -> [EpochTrace] {
    let traces = try student.call(
      Lesson5.trainEpoch, parameters, data, batchSize, hidden, seed, learningRate, epochs)
    guard traces.count == epochs else { throw CallFailure(.fault, "trainEpoch returned \(traces.count) epochs.") }
    return traces
  }
}

extension Transferable {
  /// The bytes as they travel: two values with NaN at the same places have the same ones.
  var bytes: [UInt8] {
    var frame = FrameWriter()
    write(to: &frame)
    return frame.bytes
  }
}
