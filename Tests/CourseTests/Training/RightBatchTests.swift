import Contract
import CourseKit
import Engine
import StudentCode
import Testing
import Wire

@testable import Course

/// A right order has no right values, only properties: whatever shuffles well must pass.
@Suite("A way to shuffle that is right") struct RightBatchTests {
  static let ways: [(name: String, making: EpochBatches.Making)] = [
    ("shuffled(using:)", { cut(EpochBatches.shuffled($0, &$2), $0, $1) }),
    (
      "Fisher and Yates from the back",
      { count, batchSize, generator in
        var order = Array(0..<count)
        for last in order.indices.dropFirst().reversed() {
          order.swapAt(last, Int(generator.nextUniform() * Double(last + 1)))
        }
        return cut(order, count, batchSize)
      }
    ),
    (
      "sorted by random keys",
      { count, batchSize, generator in
        let keys = (0..<count).map { _ in generator.next() }
        return cut((0..<count).sorted { keys[$0] < keys[$1] }, count, batchSize)
      }
    ),
    (
      "drawn from a hat",
      { count, batchSize, generator in
        var hat = Array(0..<count)
        let order = (0..<count).map { _ in hat.remove(at: Int.random(in: hat.indices, using: &generator)) }
        return cut(order, count, batchSize)
      }
    ),
    (
      "sorted inside each batch, after random numbers that are thrown away",
      { count, batchSize, generator in
        _ = (generator.next(), generator.next())
        return cut(EpochBatches.shuffled(count, &generator), count, batchSize).map { $0.sorted() }
      }
    ),
    (
      "inserted at random places",
      { count, batchSize, generator in
        var order: [Int] = []
        for index in 0..<count { order.insert(index, at: Int.random(in: 0...order.count, using: &generator)) }
        return cut(order, count, batchSize)
      }
    ),
  ]

  private static func cut(_ order: [Int], _ count: Int, _ batchSize: Int) -> [[Int]] {
    EpochBatches.cut(order, by: EpochBatches.size(count, batchSize))
  }

  @Test("passes every check of lesson 5, whatever the seeds", arguments: ways.indices, [0, 1000, 2000])
  func passes(way: Int, offset: UInt64) {
    let student = TestStudent.reference()
    let making = Self.ways[way].making
    student.answer(Lesson5.miniBatches) { count, batchSize, seed, epochs in
      var generator = SeededGenerator(seed: seed &+ offset)
      return try (0..<epochs).map { _ in try making(max(count, 0), batchSize, &generator) }
    }
    for verdict in student.verdicts(on: Course.neuralNetwork.lessons[4]) {
      #expect(verdict.outcome.isPass, "\(Self.ways[way].name): \(verdict.line)")
    }
  }

  @Test("comes no nearer than three quarters to the limit of χ², and biased swaps stay far beyond it")
  func margins() throws {
    var generator = SeededGenerator(seed: 77)
    func orders(_ making: EpochBatches.Making) throws -> ShuffleStatistics {
      ShuffleStatistics(try (0..<10_000).map { _ in Array(try making(3, 1, &generator).joined()) })
    }
    for _ in 0..<6 { #expect(try orders(Self.ways[0].making).squaredError < 0.75 * ShuffleStatistics.limit) }
    for mistake in [ShuffleMistake.biased, .neverInPlace] {
      let version = try #require(Version.mistake("5.1 \(mistake.rawValue)"))
      for _ in 0..<6 {
        let statistics = try orders(EpochBatches.making(of: version))
        #expect(statistics.squaredError > 1.25 * ShuffleStatistics.limit)
        #expect(statistics.mistake == mistake)
      }
    }
  }
}
