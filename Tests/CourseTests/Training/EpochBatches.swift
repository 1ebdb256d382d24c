import Contract
import CourseKit
import StudentCode
import Wire

@testable import Course

/// The batches of an epoch, exercise 5.1, and ways to make them.
enum EpochBatches {
  typealias Making =
    @Sendable (_ count: Int, _ batchSize: Int, _ generator: inout SeededGenerator) throws -> [[Int]]

  /// The way of a known mistake of 5.1.
  static func making(of mistake: Version) -> Making {
    { count, batchSize, generator in
      try miniBatches(mistake: mistake.title, count: count, batchSize: batchSize, using: &generator)
    }
  }

  /// One right way.
  static func right(_ count: Int, _ batchSize: Int, _ generator: inout SeededGenerator) -> [[Int]] {
    cut(shuffled(count, &generator), by: size(count, batchSize))
  }

  static func cut(_ order: [Int], by size: Int) -> [[Int]] {
    stride(from: 0, to: order.count, by: size).map { Array(order[$0..<min($0 + size, order.count)]) }
  }

  /// The examples in a full batch.
  static func size(_ count: Int, _ batchSize: Int) -> Int {
    let all = max(count, 1)
    return batchSize > 0 ? min(batchSize, all) : all
  }

  static func shuffled(_ count: Int, _ generator: inout SeededGenerator) -> [Int] {
    Array(0..<max(count, 0)).shuffled(using: &generator)
  }

  /// Lets a student make the batches of every epoch in this way.
  static func plant(_ making: @escaping Making, in student: TestStudent) {
    student.answer(Lesson5.miniBatches) { count, batchSize, seed, epochs in
      var generator = SeededGenerator(seed: seed)
      return try (0..<epochs).map { _ in try making(count, batchSize, &generator) }
    }
  }
}
