import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 7.1: loss < bestLoss − minimumImprovement.
  static let isImprovement = Exercise(
    Specification(
      Lesson7.isImprovement,
      right: { _, minimum, best, losses in Oracle.isImprovement(minimum, best, losses) },
      misconceptions: misconceptions
    ).naming("minimumImprovement", "bestLoss", "losses").drawing { size, generator in
      let best = Double(Samples.size(upTo: size, &generator))
      let minimum = 0.25 * Double(Int.random(in: 0...3, using: &generator))
      let losses = Samples.losses(count: 4 * size, &generator)
      return (minimum, best, [best, best - minimum, best + minimum, .nan] + losses)
    }.drawingAtEdges { _, generator in
      let minimum = EdgeSamples.one(of: [0, 0.25, 1, 0.1, 1e-4], &generator)
      let best = EdgeSamples.one(of: [.infinity, 0, -2, 0.5, 4, 0.7], &generator)
      // To either side of the edge by more than rounding: best − loss > minimum is as right.
      let edge = best - minimum
      return (
        minimum, best, [best, edge + 1e-9, edge - 1e-9, best + minimum, .nan, .infinity, -best, 3, -3, 0, 1e12]
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
        .value, "below the best loss 1, a tie, above it", on: (0, 1, [0.5, 0.875, 1, 1.25, 2, -1]),
        independent: (0.25, 2, [1, 1.5, .nan, 1.625, 1.75, 1.875, 2, 2.125, 2.25, 2.5, 3])),
      improvement.check(
        .value, "best loss 2 and a minimum of 0.25: below 1.75, just 1.75, above it",
        on: (0.25, 2, [1, 1.5, 1.625, 1.75, 1.875, 2, 2.125, 2.25, 2.5]),
        independent: (0.5, 4, [3, 1.5, 2.5, 3.25, 3.5, .nan, 3.75, 4, 4.25, 4.5, 6])),
      improvement.check(
        .value, "before the first improvement every finite loss is one", on: (0.5, .infinity, [3, 0, 1000, .infinity]),
        independent: (0.25, 2, [1, 1.5, 1.625, 1.75, 1.875, 2, 2.125, .nan, 2.25, .infinity])),
      improvement.check(
        .property, "NaN is no improvement", on: (0.25, 2, [.nan, 1, 3]),
        independent: (0.5, 4, [3, .nan, 1.5, 2.5, 3.5, 3.75, 4, 4.25, 4.5, 6])),
      improvement.checkEverySize("right on 60 best losses, negative ones and infinity, and minima from 0 to 1"),
    ]
  }
}

extension Oracle {
  static func isImprovement(_ minimumImprovement: Double, _ bestLoss: Double, _ losses: [Double]) -> ImprovementTrace {
    var trace = ImprovementTrace()
    for loss in losses {
      trace.losses.append(loss)
      trace.answers.append(loss < bestLoss - minimumImprovement)
    }
    return trace
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

private typealias WrongVersion = Misconception<(Double, Double, [Double]), ImprovementTrace>

private let misconceptions: [WrongVersion] = [
  wrong(
    "tie counted",
    "A tie counts: the loss must lie below bestLoss − minimumImprovement, so the comparison is <, not <=."
  ) { loss, best, minimum in loss <= best - minimum },
  wrong("minimum ignored", "`minimumImprovement` is not looked at: every smaller loss counts as an improvement.") {
    loss, best, _ in loss < best
  },
  wrong(
    "minimum added", "`minimumImprovement` is added to the best loss, so that worse losses count: subtract it."
  ) { loss, best, minimum in loss < best + minimum },
  wrong("comparison exchanged", "The comparison is the wrong way round: a smaller loss is the better one.") {
    loss, best, minimum in loss > best - minimum
  },
  wrong(
    "as for an accuracy",
    "This waits for a rise of more than `minimumImprovement`, as for an accuracy; a loss must fall."
  ) { loss, best, minimum in loss > best + minimum },
  wrong("rise counted", "A rise counts as well: the distance from the best loss is taken without its sign.") {
    loss, best, minimum in abs(best - loss) > minimum
  },
  wrong(
    "share of the best loss",
    "`minimumImprovement` is taken as a share of the best loss: subtract it itself, best − minimum."
  ) { loss, best, minimum in loss < best * (1 - minimum) },
  wrong(
    "NaN counted",
    "NaN counts as an improvement: every comparison with NaN is false, so ask what is <, not what is not >=."
  ) { loss, best, minimum in !(loss >= best - minimum) },
]

private func wrong(
  _ name: String, _ sentence: String,
  _ isImprovement: @escaping @Sendable (_ loss: Double, _ best: Double, _ minimum: Double) -> Bool
) -> WrongVersion {
  WrongVersion(name, sentence) { _, minimum, best, losses in
    var trace = ImprovementTrace()
    trace.losses = losses
    trace.answers = losses.map { isImprovement($0, best, minimum) }
    return trace
  }
}
