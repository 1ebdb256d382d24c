import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 11.2: β₂ · v + (1 − β₂) · g².
  static let secondMoment: Exercise = Exercise(
    Specification(
      Lesson11.secondMoment, choosing: MomentChoices.second,
      right: { choices, _, moment, gradient, settings in try choices.moment(moment, gradient, settings) },
      slips: MomentChoices.secondSlips
    ).drawing { size, generator in
      let (rows, columns) = (Samples.size(upTo: size, &generator), Samples.size(upTo: size, &generator))
      let moment = Samples.normal(rows, columns, &generator).map { $0 * $0 }
      return (moment, Samples.normal(rows, columns, &generator), AdamSamples.settings(size, &generator))
    }.drawingAtEdges { size, generator in
      let (rows, columns) = (EdgeSamples.count(upTo: size, &generator), EdgeSamples.count(upTo: size, &generator))
      let numbers = AdamSamples.edges(&generator)
      let moment = numbers(rows, columns, &generator).map { $0 * $0 }
      return (moment, numbers(rows, columns, &generator), AdamSamples.edgeSettings(&generator))
    }
    .made(as: "β₂ · v + (1 − β₂) · g²", of: AdamSamples.ingredients("v")),
    demonstration: Demonstration { student in
      let moment = try student.call(Lesson11.secondMoment, Matrix([[1]]), Matrix([[2]]), AdamExample.settings)
      return [DemonstratedCall("`secondMoment([[1]], gradient: [[2]])` with β₂ = 0.999", moment)]
    },
    claims: [
      PageClaim("0.999 · 0 + 0.001 · 2 · 2 = 0.004") { [0.999, 0, 1 - 0.999, 2, 2, try AdamExample.second(1)] },
      PageClaim("0.999 · 0.004 + 0.001 · 1 · 1 = 0.004996") {
        [0.999, try AdamExample.second(1), 1 - 0.999, 1, 1, try AdamExample.second(2)]
      },
    ]
  ) { moment in
    [
      moment.check(
        .shape, "that of the moment and of the gradient, [3, 2]", on: (squares(3, 2, 411), matrix(3, 2, 412), usual)),
      moment.check(
        .value, "the page's first step: 0.999 · 0 + 0.001 · 2 · 2 = 0.004", on: (Matrix([[0]]), Matrix([[2]]), usual)),
      moment.check(
        .value, "from a moment of 0 with β₂ = 0.75 it is a quarter of the squared gradient",
        on: (0 * matrix(2, 4, 413), matrix(2, 4, 413), AdamSettings(firstDecay: 0.5, secondDecay: 0.75, epsilon: 1e-8))),
      moment.check(
        .property, "right for g and for −g, whose squares are the same",
        on: (squares(3, 3, 414), -1 * matrix(3, 3, 415), usual),
        expected: { try MomentChoices.second.moment(squares(3, 3, 414), matrix(3, 3, 415), usual) }),
      moment.check(
        .property, "a gradient of 0 leaves β₂ · v", on: (squares(2, 3, 416), 0 * matrix(2, 3, 416), usual)),
      moment.checkEverySize("right on 60 matrices of up to 18 rows, β₂ from 0 to 0.9999"),
    ]
  }
}

private let usual = AdamExample.settings

private func matrix(_ rows: Int, _ columns: Int, _ seed: UInt64) -> Matrix { Samples.matrix(rows, columns, seed: seed) }

private func squares(_ rows: Int, _ columns: Int, _ seed: UInt64) -> Matrix {
  matrix(rows, columns, seed).map { $0 * $0 }
}
