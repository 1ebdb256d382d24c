import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 11.1: β₁ · m + (1 − β₁) · g.
  static let firstMoment: Exercise = Exercise(
    Specification(
      Lesson11.firstMoment, choosing: MomentChoices.first,
      right: { choices, _, moment, gradient, settings in try choices.moment(moment, gradient, settings) },
      slips: MomentChoices.firstSlips
    ).drawing { size, generator in
      let (rows, columns) = (Samples.size(upTo: size, &generator), Samples.size(upTo: size, &generator))
      let moment = Samples.normal(rows, columns, &generator)
      return (moment, Samples.normal(rows, columns, &generator), AdamSamples.settings(size, &generator))
    }.drawingAtEdges { size, generator in
      let (rows, columns) = (EdgeSamples.count(upTo: size, &generator), EdgeSamples.count(upTo: size, &generator))
      let numbers = AdamSamples.edges(&generator)
      let moment = numbers(rows, columns, &generator)
      return (moment, numbers(rows, columns, &generator), AdamSamples.edgeSettings(&generator))
    }
    .made(as: "β₁ · m + (1 − β₁) · g", of: AdamSamples.ingredients("m")),
    demonstration: Demonstration { student in
      let moment = try student.call(Lesson11.firstMoment, Matrix([[0.2]]), Matrix([[1]]), AdamExample.settings)
      return [DemonstratedCall("`firstMoment([[0.20]], gradient: [[1]])` with β₁ = 0.9", moment)]
    },
    claims: [
      PageClaim("0.9 · 0 + 0.1 · 2 = 0.20") { [0.9, 0, 1 - 0.9, 2, try AdamExample.first(1)] },
      PageClaim("0.9 · 0.20 + 0.1 · 1 = 0.28") {
        [0.9, try AdamExample.first(1), 1 - 0.9, 1, try AdamExample.first(2)]
      },
    ]
  ) { moment in
    [
      moment.check(
        .shape, "that of the moment and of the gradient, [3, 2]", on: (matrix(3, 2, 401), matrix(3, 2, 402), usual)),
      moment.check(
        .value, "the page's second step: 0.9 · 0.20 + 0.1 · 1 = 0.28", on: (Matrix([[0.2]]), Matrix([[1]]), usual)),
      moment.check(
        .value, "from a moment of 0 with β₁ = 0.75 it is a quarter of the gradient",
        on: (0 * matrix(2, 4, 403), matrix(2, 4, 403), AdamSettings(firstDecay: 0.75, secondDecay: 0.5, epsilon: 1e-8))),
      moment.check(
        .property, "a moment that is the gradient stays what it is", on: (matrix(3, 3, 404), matrix(3, 3, 404), usual)),
      moment.check(
        .property, "a gradient of 0 leaves β₁ · m", on: (matrix(2, 3, 405), 0 * matrix(2, 3, 405), usual)),
      moment.checkEverySize("right on 60 matrices of up to 18 rows, β₁ from 0 to 0.99"),
    ]
  }
}

private let usual = AdamExample.settings

private func matrix(_ rows: Int, _ columns: Int, _ seed: UInt64) -> Matrix { Samples.matrix(rows, columns, seed: seed) }
