import Contract
import CourseKit
import Engine
import Testing
import Vocabulary

@testable import Course

/// Where nothing matches, the judge says what is known and gives no cause.
@Suite("Batches and epochs spoiled at random") struct SpoiledTrainingTests {
  /// A way to spoil the batches of an epoch; the generator decides how.
  enum BatchSpoiling: String, CaseIterable {
    case indexReplaced, indexRemoved, indexAdded, batchRemoved, batchRepeated, batchesJoined, batchSplit

    func spoil(_ batches: inout [[Int]], _ generator: inout SeededGenerator) {
      guard let chosen = batches.indices.randomElement(using: &generator), !batches[chosen].isEmpty else { return }
      let place = Int.random(in: batches[chosen].indices, using: &generator)
      switch self {
      case .indexReplaced: batches[chosen][place] = Int.random(in: -2...20, using: &generator)
      case .indexRemoved: batches[chosen].remove(at: place)
      case .indexAdded: batches[chosen].insert(Int.random(in: 0...5, using: &generator), at: place)
      // Without its only batch an epoch looks like one whose last batch is missing, and so it is.
      case .batchRemoved: if batches.count > 1 { batches.remove(at: chosen) }
      case .batchRepeated: batches.insert(batches[chosen], at: chosen)
      case .batchesJoined:
        let removed = batches.remove(at: chosen)
        if batches.isEmpty { batches = [removed] } else { batches[chosen % batches.count] += removed }
      case .batchSplit:
        batches.insert(Array(batches[chosen][place...]), at: chosen + 1)
        batches[chosen].removeSubrange(place...)
      }
    }
  }

  @Test("are told no cause: of 5.1, epoch after epoch in another place", arguments: BatchSpoiling.allCases)
  func batches(spoiling: BatchSpoiling) {
    for seed in 0..<1 as Range<UInt64> {
      let student = TestStudent.reference()
      var generator = SeededGenerator(seed: seed)
      student.revise(Lesson5.miniBatches) { epochs in
        for index in epochs.indices { spoiling.spoil(&epochs[index], &generator) }
      }
      for verdict in student.verdicts(on: "5.1") {
        // Two calls with the same seed differ here, because the spoiling goes on.
        let isTrue = verdict.diagnosis == nil || verdict.diagnosis == ShuffleMistake.ownGenerator.sentence
        #expect(isTrue, "seed \(seed): \(verdict.line)")
      }
    }
  }

  @Test("are told no cause: of 5.3, the gradients changed", arguments: Spoiling.allCases)
  func gradients(spoiling: Spoiling) {
    for seed in 0..<1 as Range<UInt64> {
      let student = TestStudent.reference()
      student.revise(Lesson5.trainEpoch) { traces in
        for epoch in traces.indices {
          for batch in traces[epoch].batches.indices {
            spoiling.spoil(&traces[epoch].batches[batch].gradients.matrices, seed: seed &+ UInt64(10 * epoch + batch))
          }
        }
      }
      for verdict in student.verdicts(on: "5.3") {
        // Only the gradients are changed and not what the host does with them, so the chain is broken.
        let isTrue = verdict.diagnosis == nil || verdict.diagnosis?.contains("change outside `update`") == true
        #expect(isTrue, "seed \(seed): \(verdict.line)")
      }
    }
  }

  @Test("stop no check, whatever the shapes of gradients and parameters are")
  func shapes() {
    let shapes: [(inout EpochTrace) -> Void] = [
      { $0.parameters = Parameters(weights: [], biases: []) },
      { trace in
        for batch in trace.batches.indices { trace.batches[batch].parameters = Parameters(weights: [], biases: []) }
      },
      { trace in
        for batch in trace.batches.indices { trace.batches[batch].gradients = Gradients(weights: [], biases: []) }
      },
      { trace in for batch in trace.batches.indices { trace.batches[batch].rows = -5 } },
      { trace in for batch in trace.batches.indices { trace.batches[batch].rows = .max } },
      { $0.parameters.weights.reverse() },
      { trace in
        for batch in trace.batches.indices { trace.batches[batch].gradients.weights.reverse() }
      },
    ]
    for change in shapes {
      let student = TestStudent.reference()
      student.revise(Lesson5.trainEpoch) { traces in for epoch in traces.indices { change(&traces[epoch]) } }
      let verdicts = student.verdicts(on: "5.3")
      #expect(verdicts.contains { !$0.outcome.isPass })
      for verdict in verdicts {
        // Where the parameters are others than `update` has left, that is true.
        let isTrue = verdict.diagnosis == nil || verdict.diagnosis?.contains("change outside `update`") == true
        #expect(isTrue, "\(verdict.line)")
      }
      // Training that is right but stands on it fails or waits and stops nothing.
      let all = student.verdicts(on: Course.neuralNetwork.lessons[4]).filter { $0.exercise == "5.4" }
      #expect(all.count == Course.neuralNetwork.lessons[4].quickChecks.count { $0.exercise == "5.4" })
    }
  }
}
