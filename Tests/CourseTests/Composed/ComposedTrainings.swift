import CourseKit
import Engine
import StudentCode
import Vocabulary

@testable import Course

extension ComposedMistake {
  private typealias Making = EpochBatches.Making
  private typealias Cut = @Sendable ([[Int]]) -> [[Int]]

  /// What can go wrong with an epoch's batches once they are made.
  private static let cuts: [(name: String, change: Cut)] = [
    ("first batch dropped", { Array($0.dropFirst()) }), ("last batch dropped", { Array($0.dropLast()) }),
    ("batches in reverse", { $0.reversed() }), ("every batch twice", { $0 + $0 }),
    ("indices sorted", { $0.map { $0.sorted() } }), ("indices one more", { $0.map { $0.map { $0 + 1 } } }),
    ("indices one less", { $0.map { $0.map { $0 - 1 } } }), ("first index twice", { $0.map { $0.prefix(1) + $0 } }),
    ("last index of each dropped", { $0.map { $0.dropLast() } }), ("an empty batch", { $0 + [[]] }),
    ("two batches joined", { $0.count > 1 ? [$0[0] + $0[1]] + $0.dropFirst(2) : $0 }),
    ("first batch everywhere", { batches in batches.map { _ in batches[0] } }),
    ("index 0 left out", { $0.map { $0.filter { $0 > 0 } } }), ("all in one", { [Array($0.joined())] }),
    ("one by one", { $0.joined().map { [$0] } }), ("indices modulo 3", { $0.map { $0.map { $0 % 3 } } }),
  ]

  /// Makes up wrong batches, exercise 5.1.
  @Sendable static func randomBatches(using generator: inout SeededGenerator) -> ComposedMistake {
    let mistakes = Version.all(.mistake).filter { $0.exercise == "5.1" }
    let known = Int.random(in: 0..<2, using: &generator) == 0 ? mistakes.randomElement(using: &generator) : nil
    let making: Making = known.map { EpochBatches.making(of: $0) } ?? EpochBatches.right
    var steps: [(name: String, change: Cut)] = []
    for _ in 0..<Int.random(in: known == nil ? 2...3 : 1...2, using: &generator) {
      if let step = cuts.randomElement(using: &generator) { steps.append(step) }
    }
    let chosen = steps
    let composed: Making = { count, batchSize, generator in
      let batches = try making(count, batchSize, &generator)
      return chosen.reduce(batches) { batches, step in batches.isEmpty ? [] : step.change(batches) }
    }
    return ComposedMistake(
      exercise: "5.1", name: ([known?.name] + chosen.map(\.name)).compactMap { $0 }.joined(separator: " + "),
      plant: { EpochBatches.plant(composed, in: $0) },
      isWrong: { student in
        try freshBatches.contains { request in
          let seen = try BatchObservation(of: student, request)
          return !(seen.hasRightSizes && seen.isPermutation)
        }
      },
      falseDiagnoses: { verdicts, student in try untrue(verdicts, of: student, on: "5.1") })
  }

  /// Which diagnoses do not hold on other inputs.
  private static func untrue(
    _ verdicts: [Verdict], of student: TestStudent, on exercise: ExerciseID
  ) throws -> Set<String> {
    try (Suspect.all + Suspect.drawing).first { $0.exercise == exercise }?.falseDiagnoses(verdicts, student) ?? []
  }

  private static let freshBatches = [
    BatchRequest(count: 13, batchSize: 5, seed: 901, epochs: 5),
    BatchRequest(count: 17, batchSize: 3, seed: 902, epochs: 5),
    BatchRequest(count: 20, batchSize: 4, seed: 903, epochs: 5),
    BatchRequest(count: 9, batchSize: 0, seed: 904, epochs: 5),
    BatchRequest(count: 8, batchSize: 12, seed: 905, epochs: 5),
  ]
}

extension ComposedMistake {
  /// Makes up wrong epochs, exercise 5.3: two or three ways at once.
  @Sendable static func randomEpochs(using generator: inout SeededGenerator) -> ComposedMistake {
    let chosen = Array(EpochWay.all.shuffled(using: &generator).prefix(Int.random(in: 2...3, using: &generator)))
    let way = chosen.dropFirst().reduce(chosen[0]) { $0.joined(with: $1) }
    return ComposedMistake(
      exercise: "5.3", name: way.name, plant: { way.plant(in: $0) },
      isWrong: { student in try freshEpochs.contains { try !isRight(EpochObservation(of: student, $0)) } },
      falseDiagnoses: { verdicts, student in try untrue(verdicts, of: student, on: "5.3") })
  }

  private static func isRight(_ seen: EpochObservation) -> Bool {
    seen.isExplained && seen.haveSizes(seen.sizes) && seen.rowsAreTold && seen.isChained
      && seen.examples.allSatisfy { $0.sorted() == Array(0..<seen.count) } && Set(seen.examples).count > 1
  }

  private static let freshEpochs = [(7, 2, 911), (6, 4, 912)].map { count, batchSize, seed in
    EpochRequest(
      parameters: Samples.parameters([2, 3, 1], seed: seed),
      data: Dataset(features: Samples.matrix(count, 2, seed: seed), labels: Samples.labels(count, seed: seed)),
      batchSize: batchSize, hidden: .tanh, seed: seed, learningRate: 0.3, epochs: 4)
  }
}
