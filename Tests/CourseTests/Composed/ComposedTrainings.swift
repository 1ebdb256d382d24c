import CourseKit
import Engine
import Vocabulary

@testable import Course

extension ComposedMistake {
  private typealias Epoch = WrongBatches.Epoch
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
    let known = Int.random(in: 0..<2, using: &generator) == 0 ? WrongBatches.all.randomElement(using: &generator) : nil
    var steps: [(name: String, change: Cut)] = []
    for _ in 0..<Int.random(in: known == nil ? 2...3 : 1...2, using: &generator) {
      if let step = cuts.randomElement(using: &generator) { steps.append(step) }
    }
    let chosen = steps
    let epoch: Epoch = { count, batchSize, generator in
      let right = WrongBatches.cut(
        WrongBatches.shuffled(count, &generator), by: WrongBatches.right(count, batchSize))
      let batches = known?.epoch(count, batchSize, &generator) ?? right
      return chosen.reduce(batches) { batches, step in batches.isEmpty ? [] : step.change(batches) }
    }
    return ComposedMistake(
      exercise: "5.1", name: ([known?.name] + chosen.map(\.name)).compactMap { $0 }.joined(separator: " + "),
      plant: { WrongBatches.plant(epoch, in: $0) },
      isWrong: { student in
        try freshBatches.contains { request in
          let seen = try BatchObservation(of: student, request)
          return !(seen.hasRightSizes && seen.isPermutation)
        }
      },
      falseDiagnoses: { verdicts, student in
        let parts = chosen.map { step -> Epoch in
          { count, batchSize, generator in
            let size = WrongBatches.right(count, batchSize)
            let right = WrongBatches.cut(WrongBatches.shuffled(count, &generator), by: size)
            return right.isEmpty ? [] : step.change(right)
          }
        }
        let alone = parts.flatMap { part in
          let student = TestStudent.reference()
          WrongBatches.plant(part, in: student)
          return student.verdicts(on: "5.1").compactMap(\.diagnosis)
        }
        let own = known.flatMap { known in Catalogue.all.first { $0.exercise == "5.1" && $0.name == known.name } }
        let seen = try freshBatches.map { try BatchObservation(of: student, $0) }
        return Set(verdicts.compactMap(\.diagnosis)).subtracting(alone + [own?.sentence ?? ""]).filter { sentence in
          let mistake = BatchMistakes.all.first { $0.sentence == sentence }
          // What explains all that is wrong is true; shuffles are among the known mistakes alone.
          return mistake.map { mistake in
            !seen.allSatisfy { mistake.explains($0) || ($0.hasRightSizes && $0.isPermutation && !$0.isInOrder) }
          } ?? true
        }
      })
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
  /// Makes up wrong epochs, exercise 5.3: two or three of the known ways at once.
  @Sendable static func randomEpochs(using generator: inout SeededGenerator) -> ComposedMistake {
    // What comes by chance is not the same twice, so that nothing could be compared.
    let repeatable = WrongEpochs.all.filter { $0.name != EpochMistakes.ownGenerator.name }
    let chosen = Array(repeatable.shuffled(using: &generator).prefix(Int.random(in: 2...3, using: &generator)))
    let way = chosen.dropFirst().reduce(chosen[0].way) { $0.joined(with: $1.way) }
    return ComposedMistake(
      exercise: "5.3", name: chosen.map(\.name).joined(separator: " + "),
      plant: { WrongEpochs.plant(way, in: $0) },
      isWrong: { student in try freshEpochs.contains { try !isRight(EpochObservation(of: student, $0)) } },
      falseDiagnoses: { verdicts, student in
        let own = Catalogue.all.filter { known in known.exercise == "5.3" && chosen.contains { $0.name == known.name } }
        let seen = try freshEpochs.map { try EpochObservation(of: student, $0) }
        return Set(verdicts.compactMap(\.diagnosis)).subtracting(own.map(\.sentence)).filter { sentence in
          let mistake = EpochMistakes.all.first { $0.sentence == sentence }
          return mistake.map { mistake in !seen.allSatisfy { mistake.explains($0) || isRight($0) } } ?? true
        }
      })
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

extension WrongEpochs.Way {
  /// This way and then the other one, where both change something.
  fileprivate func joined(with other: WrongEpochs.Way) -> WrongEpochs.Way {
    WrongEpochs.Way(
      batches: { right, request in
        let own = batches(right, request)
        let others = other.batches(right, request)
        return others == right ? own : own == right ? others : other.batches(own, request)
      },
      examples: { indices, request in
        let plain = request.data.rows(at: indices)
        let own = examples(indices, request)
        return own == plain ? other.examples(indices, request) : own
      }, isStale: isStale || other.isStale, isCopy: isCopy || other.isCopy,
      rows: { batch, request in
        let own = rows(batch, request)
        return own == batch ? other.rows(batch, request) : own
      }, isCalled: { isCalled($0, $1) && other.isCalled($0, $1) },
      besides: { other.besides(besides($0, $1), $1) })
  }
}
