import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

@testable import Course

/// Exercise 5.4 as the judge recognises it where there are several batches.
enum WrongTrainings {
  /// The mistake's name, how the plan is changed, and which seed each epoch begins with.
  static let all: [(mistake: TrainingMistake, batchSize: @Sendable (Int) -> Int, seed: @Sendable (UInt64) -> UInt64)] =
    [
      (.batchSizeIgnored, { _ in 0 }, { $0 }),
      (.sameGenerator, { $0 }, { $0 }),
      (.ownGenerator, { $0 }, { _ in UInt64.random(in: 0...(.max)) }),
    ]

  /// Lets a student train epoch after epoch with a generator that is made anew.
  static func plant(
    in student: TestStudent, batchSize: @escaping @Sendable (Int) -> Int, seed: @escaping @Sendable (UInt64) -> UInt64
  ) {
    student.answer(Lesson5.train) { [unowned student] start, data, validation, plan in
      let parts = student.ownAnswers(inside: "5.4")
      var trace = TrainingTrace(parameters: start)
      for epoch in stride(from: 1, through: plan.epochs, by: 1) {
        let request = EpochRequest(
          parameters: trace.parameters, data: data, batchSize: batchSize(plan.batchSize), hidden: plan.hidden,
          seed: seed(plan.seed), learningRate: plan.learningRate, epochs: 1)
        for done in try request.answer(from: parts) {
          trace.parameters = done.parameters
          trace.updateCount += done.batches.count
          trace.firstGradients += done.batches.prefix(1).map(\.gradients)
        }
        try trace.history.append(
          training: Oracle.measures(on: data, trace.parameters, plan.hidden, with: parts),
          validation: Oracle.measures(on: validation, trace.parameters, plan.hidden, with: parts))
        trace.epochs.append(epoch)
        trace.historyCounts.append(epoch)
        trace.epochParameters.append(trace.parameters)
        if epoch == plan.stopAfter { break }
      }
      return trace
    }
  }
}
