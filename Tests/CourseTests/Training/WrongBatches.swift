import Contract
import CourseKit
import Engine
import Wire

@testable import Course

/// Exercise 5.1 as the judge's list of mistakes has it, one epoch each.
enum WrongBatches {
  typealias Epoch = @Sendable (_ count: Int, _ batchSize: Int, _ generator: inout SeededGenerator) -> [[Int]]

  /// Each mistake by its name.
  static let all: [(name: String, epoch: Epoch)] = [
    (
      "last batch dropped",
      { count, batchSize, generator in
        let size = batchSize > 0 ? batchSize : max(count, 1)
        return cut(shuffled(count, &generator), by: size).filter { $0.count == size }
      }
    ),
    (
      "last batch filled up",
      { count, batchSize, generator in
        let size = right(count, batchSize)
        let order = shuffled(count, &generator)
        return cut(order, by: size).map { $0 + order.prefix(size - $0.count) }
      }
    ),
    (
      "rest joined to the last full batch",
      { count, batchSize, generator in
        var batches = cut(shuffled(count, &generator), by: right(count, batchSize))
        if batches.count > 1, let last = batches.last, last.count < batches[0].count {
          batches.removeLast()
          batches[batches.count - 1] += last
        }
        return batches
      }
    ),
    (
      "empty batch",
      { count, batchSize, generator in
        let size = right(count, batchSize)
        return cut(shuffled(count, &generator), by: size) + (count % size == 0 ? [[]] : [])
      }
    ),
    (
      "batchSize as the number of batches",
      { count, batchSize, generator in
        let order = shuffled(count, &generator)
        let number = right(count, batchSize)
        if batchSize <= 0 { return [order] }
        return (0..<min(number, count)).map { first in stride(from: first, to: count, by: number).map { order[$0] } }
      }
    ),
    ("batchSize ignored", { count, _, generator in [shuffled(count, &generator)] }),
    (
      "counted from 1",
      { count, batchSize, generator in
        cut(shuffled(count, &generator).map { $0 + 1 }, by: right(count, batchSize))
      }
    ),
    (
      "drawn with replacement",
      { count, batchSize, generator in
        cut((0..<count).map { _ in Int.random(in: 0..<count, using: &generator) }, by: right(count, batchSize))
      }
    ),
    (
      "each batch from all examples",
      { count, batchSize, generator in
        cut(Array(0..<count), by: right(count, batchSize)).map { Array(shuffled(count, &generator).prefix($0.count)) }
      }
    ),
    ("not shuffled", { count, batchSize, _ in cut(Array(0..<count), by: right(count, batchSize)) }),
    (
      "shuffled after the cut",
      { count, batchSize, generator in
        cut(Array(0..<count), by: right(count, batchSize)).shuffled(using: &generator)
      }
    ),
    (
      "no batch for 0",
      { count, batchSize, generator in
        batchSize > 0 ? cut(shuffled(count, &generator), by: batchSize) : []
      }
    ),
    ("0 taken as 1", { count, batchSize, generator in cut(shuffled(count, &generator), by: max(batchSize, 1)) }),
    (
      ShuffleMistake.ownGenerator.rawValue,
      { count, batchSize, _ in cut(Array(0..<count).shuffled(), by: right(count, batchSize)) }
    ),
    (
      ShuffleMistake.fixedSeed.rawValue,
      { count, batchSize, _ in
        var random = SeededGenerator(seed: 42)
        return cut(shuffled(count, &random), by: right(count, batchSize))
      }
    ),
    (
      ShuffleMistake.copiedGenerator.rawValue,
      { count, batchSize, generator in
        var random = generator
        return cut(shuffled(count, &random), by: right(count, batchSize))
      }
    ),
    (
      ShuffleMistake.biased.rawValue,
      { count, batchSize, generator in
        var order = Array(0..<count)
        for place in order.indices { order.swapAt(place, Int.random(in: order.indices, using: &generator)) }
        return cut(order, by: right(count, batchSize))
      }
    ),
    (
      ShuffleMistake.neverInPlace.rawValue,
      { count, batchSize, generator in
        var order = Array(0..<count)
        for place in order.indices.dropLast() {
          order.swapAt(place, Int.random(in: (place + 1)..<count, using: &generator))
        }
        return cut(order, by: right(count, batchSize))
      }
    ),
  ]

  static func cut(_ order: [Int], by size: Int) -> [[Int]] {
    stride(from: 0, to: order.count, by: size).map { Array(order[$0..<min($0 + size, order.count)]) }
  }

  static func right(_ count: Int, _ batchSize: Int) -> Int {
    let all = max(count, 1)
    return batchSize > 0 ? min(batchSize, all) : all
  }

  static func shuffled(_ count: Int, _ generator: inout SeededGenerator) -> [Int] {
    Array(0..<max(count, 0)).shuffled(using: &generator)
  }

  /// Lets a student make every epoch in this way.
  static func plant(_ epoch: @escaping Epoch, in student: TestStudent) {
    student.answer(Lesson5.miniBatches) { count, batchSize, seed, epochs in
      var generator = SeededGenerator(seed: seed)
      return (0..<epochs).map { _ in epoch(count, batchSize, &generator) }
    }
  }
}
