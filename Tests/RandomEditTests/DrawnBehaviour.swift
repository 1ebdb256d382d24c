import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

@testable import Course

/// What holds of numbers that are drawn at random, whatever the order of the draws: it shows in 200 seeds.
struct DrawnBehaviour {
  private static let seeds = 200
  private let exercise: ExerciseID

  /// - Returns: nil for an exercise that draws nothing.
  init?(_ exercise: Exercise) {
    guard Self.isJudgedByStatistics(exercise.id) else { return nil }
    self.exercise = exercise.id
  }

  static func isJudgedByStatistics(_ exercise: ExerciseID) -> Bool {
    let exercises = [
      Lesson2.heInitialized.exercise, Lesson2.xavierInitialized.exercise, Lesson5.miniBatches.exercise,
      Lesson12.dropoutMask.exercise, Lesson12.dropoutLayerForward.exercise,
    ]
    return exercises.contains(exercise)
  }

  /// What a version does that cannot be by chance; nil if it may be right.
  func difference(of version: EditedCode, from solution: EditedCode) throws -> String? {
    switch exercise {
    case Lesson5.miniBatches.exercise: try batches(of: version)
    case Lesson12.dropoutMask.exercise: try DrawnMasks.difference(of: version)
    case Lesson12.dropoutLayerForward.exercise: try DrawnMasks.difference(ofLayer: version)
    case Lesson2.heInitialized.exercise: try weights(of: version, Lesson2.heInitialized) { 2 / $0 }
    default: try weights(of: version, Lesson2.xavierInitialized) { 1 / $0 }
    }
  }

  // MARK: - Weights

  private static let networks = [[1, 1], [2, 1], [1, 3], [3, 5, 4, 1], [2, 2, 2], [7, 6], [4, 1, 3], [12, 2]]

  private func weights(
    of version: EditedCode, _ function: LessonFunction<[Parameters], [Int], UInt64, Int>, variance: (Double) -> Double
  ) throws -> String? {
    for sizes in Self.networks {
      let drawn: [Parameters]
      do {
        let pairs = try (0..<UInt64(Self.seeds)).map { try version.call(function, sizes, $0, 2) }
        if try version.call(function, sizes, 0, 2) != pairs[0] { return "\(sizes): the same seed gave other weights" }
        if pairs.allSatisfy({ $0[0] == $0[1] }) { return "\(sizes): the generator does not move on" }
        drawn = pairs.map { $0[0] }
      } catch is CallFailure {
        return "\(sizes): stops"
      }
      if let problem = Self.problem(drawn, sizes, variance) { return "\(sizes): \(problem)" }
    }
    return nil
  }

  private static func problem(_ drawn: [Parameters], _ sizes: [Int], _ variance: (Double) -> Double) -> String? {
    let shapes = zip(sizes, sizes.dropFirst()).map { "[\($0), \($1)]" }
    let rows = sizes.dropFirst().map { "[1, \($0)]" }
    for parameters in drawn {
      if parameters.weights.map(\.shape) != shapes || parameters.biases.map(\.shape) != rows { return "wrong shapes" }
      if parameters.biases.contains(where: { $0.elements.contains { $0 != 0 } }) { return "a bias is not 0" }
    }
    // Each weight of each layer in units of its deviation: a list of 200 numbers for every place.
    let places = sizes.dropLast().enumerated().flatMap { layer, fanIn in
      drawn[0].weights[layer].elements.indices.map { index in
        drawn.map { $0.weights[layer].elements[index] / variance(Double(fanIn)).squareRoot() }
      }
    }
    if let one = places.first(where: { !isStandardNormal($0) }) { return "a weight is not normal: \(one.prefix(5)) …" }
    if !isStandardNormal(places.flatMap { $0 }) { return "the weights together are not normal" }
    for first in places.indices {
      for second in places.indices.dropFirst(first + 1) where !areIndependent(places[first], places[second]) {
        return "weights \(first) and \(second) depend on one another"
      }
    }
    return nil
  }

  /// Whether numbers may be standard normal ones, by mean, variance and fourth moment, each within six standard errors.
  private static func isStandardNormal(_ numbers: [Double]) -> Bool {
    let count = Double(numbers.count)
    func mean(_ power: (Double) -> Double) -> Double { numbers.reduce(0) { $0 + power($1) } / count }
    return abs(mean { $0 }) <= 6 / count.squareRoot() && abs(mean { $0 * $0 } - 1) <= 6 * (2 / count).squareRoot()
      && abs(mean { $0 * $0 * $0 * $0 } - 3) <= 6 * (96 / count).squareRoot()
  }

  private static func areIndependent(_ one: [Double], _ other: [Double]) -> Bool {
    let products = zip(one, other).map { $0 * $1 }
    return abs(products.reduce(0, +)) / Double(one.count) <= 6 / Double(one.count).squareRoot()
  }

  // MARK: - Batches

  private func batches(of version: EditedCode) throws -> String? {
    for (count, batchSize) in [
      (0, 3), (0, 0), (1, 1), (2, 1), (3, 3), (5, 2), (6, 6), (7, 0), (4, 9), (12, 4), (5, -1), (3, Int.max),
    ] {
      let request = BatchRequest(count: count, batchSize: batchSize, seed: 1, epochs: 2)
      let drawn: [[[[Int]]]]
      do {
        drawn = try (0..<UInt64(Self.seeds)).map { seed in
          try version.call(Lesson5.miniBatches, count, batchSize, seed, request.epochs)
        }
        if try version.call(Lesson5.miniBatches, count, batchSize, 0, request.epochs) != drawn[0] {
          return "\(count) in batches of \(batchSize): the same seed gave another order"
        }
      } catch is CallFailure {
        return "\(count) in batches of \(batchSize): stops"
      }
      let seen = BatchObservation(request, epochs: drawn.flatMap { $0 })
      if !seen.hasRightSizes || !seen.isPermutation { return "\(count) in batches of \(batchSize): \(drawn[0])" }
      if let problem = Self.unfairness(drawn, count) { return "\(count) in batches of \(batchSize): \(problem)" }
    }
    return nil
  }

  /// Whether an index stands in one batch more often than in another, or the second epoch repeats the first one.
  private static func unfairness(_ drawn: [[[[Int]]]], _ count: Int) -> String? {
    if count == 0 { return nil }
    let orders = drawn.map { $0.map { Array($0.joined()) } }
    if count > 3, orders.allSatisfy({ Set($0).count == 1 }) { return "every epoch has the same order" }
    let firsts = orders.map { $0[0] }
    let (expected, total) = (1 / Double(count), Double(firsts.count))
    let limit = 6 * (expected * (1 - expected) * total).squareRoot()
    for place in 0..<count {
      for index in 0..<count {
        let times = Double(firsts.count { $0[place] == index })
        if abs(times - expected * total) > limit + 1e-9 { return "index \(index) at place \(place) \(times) times" }
      }
    }
    return nil
  }
}
