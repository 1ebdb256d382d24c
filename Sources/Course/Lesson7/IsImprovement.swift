import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 7.1: loss < bestLoss − minimumImprovement.
  static let isImprovement: Exercise = Exercise(
    Specification(
      Lesson7.isImprovement, choosing: ImprovementChoices(),
      right: { choices, _, minimum, best, losses in
        ImprovementTrace(losses: losses, answers: losses.map { choices.isImprovement($0, best, minimum) })
      }, slips: ImprovementChoices.slips
    ).naming("minimumImprovement", "bestLoss", "losses").drawing { size, generator in
      let best = Double(Samples.size(upTo: size, &generator))
      let minimum = 0.25 * Double(Int.random(in: 0...3, using: &generator))
      let losses = Samples.losses(count: 4 * size, &generator)
      // Gains of a part of the minimum tell a share of it from none.
      let gains = [0.6, 0.07, 0.003, 0.0004].map { best - $0 * minimum }
      return (minimum, best, [best, best - minimum, best + minimum, .nan] + gains + losses)
    }.drawingAtEdges { _, generator in
      let minimum = EdgeSamples.one(of: [0, 0.25, 1, 0.1, 1e-4], &generator)
      let best = EdgeSamples.one(of: [.infinity, 0, -2, 0.5, 4, 0.7], &generator)
      // To either side of the edge by more than rounding: best − loss > minimum is as right.
      let edge = best - minimum
      return (
        minimum, best,
        [
          best, edge + 1e-9, edge - 1e-9, best + minimum + 1e-9, best + minimum - 1e-9, .nan, .infinity, -best, 3, -3,
          0,
          1e12,
        ]
      )
    },
    demonstration: Demonstration { student in
      let trace = try student.call(Lesson7.isImprovement, 0, 0.52, [0.55, 0.45, 0.52])
      return zip(trace.losses, trace.answers).map { loss, answer in
        DemonstratedCall("`isImprovement(\(loss))` after a best loss of 0.52", "`\(answer)`")
      }
    }
  ) { improvement in
    // All numbers are sums of halves, so that best − loss > minimum and loss < best − minimum are the same to the last
    // bit.
    [
      improvement.check(
        .value, "below the best loss 1, a tie, above it", on: (0, 1, [0.5, 0.875, 1, 1.25, 2, -1])),
      improvement.check(
        .value, "best loss 2 and a minimum of 0.25: below 1.75, just 1.75, above it",
        on: (0.25, 2, [1, 1.5, 1.625, 1.75, 1.875, 2, 2.125, 2.25, 2.5])),
      improvement.check(
        .value, "before the first improvement every finite loss is one", on: (0.5, .infinity, [3, 0, 1000, .infinity])),
      improvement.check(
        .property, "NaN is no improvement", on: (0.25, 2, [.nan, 1, 3])),
      improvement.checkEverySize("right on 60 best losses, negative ones and infinity, and minima from 0 to 1"),
    ]
  }
}

extension ImprovementTrace: Inspectable {
  package var components: [Component] {
    zip(losses, answers).map { loss, answer in
      // Just beside the edge a few digits would show the edge itself.
      Component(name: "loss \(Double(loss.text) == loss ? loss.text : loss.longText)", truth: answer)
    }
  }
}

/// What can be done otherwise in 7.1.
struct ImprovementChoices {
  var test = Test()
  /// What holds while the best loss is still infinite, from what the test says.
  var first: @Sendable (_ loss: Double, _ answer: Bool) -> Bool = { $1 }
  /// What is returned, from what the test says.
  var answer: @Sendable (_ answer: Bool, _ loss: Double) -> Bool = { answer, _ in answer }

  /// What is compared with what.
  struct Test {
    var sides = Sides()
    var isBelow: @Sendable (_ loss: Double, _ threshold: Double) -> Bool = { $0 < $1 }
  }

  /// What is compared.
  struct Sides {
    var loss: @Sendable (_ loss: Double, _ best: Double) -> Double = { loss, _ in loss }
    var threshold: @Sendable (_ best: Double, _ minimum: Double) -> Double = { $0 - $1 }
  }

  func isImprovement(_ loss: Double, _ best: Double, _ minimum: Double) -> Bool {
    let isBelow = test.isBelow(test.sides.loss(loss, best), test.sides.threshold(best, minimum))
    return answer(best == .infinity ? first(loss, isBelow) : isBelow, loss)
  }
}
