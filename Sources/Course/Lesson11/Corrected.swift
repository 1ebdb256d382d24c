import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 11.3: moment / (1 − decayᵗ).
  static let corrected: Exercise = Exercise(
    Specification(
      Lesson11.corrected, choosing: CorrectionChoices(),
      right: { choices, _, moment, decay, stepCount, settings in
        choices.corrected(moment, decay, stepCount, settings)
      }, slips: CorrectionChoices.slips
    ).drawing { size, generator in
      let (rows, columns) = (Samples.size(upTo: size, &generator), Samples.size(upTo: size, &generator))
      let moment = Samples.normal(rows, columns, &generator)
      let decay = size <= 1 ? 0.5 : 0.05 + 0.9 * generator.nextUniform()
      let stepCount = size <= 1 ? 2 : Int.random(in: 2...9, using: &generator)
      return (moment, decay, stepCount, AdamSamples.settings(size, &generator))
    }.drawingAtEdges { size, generator in
      let (rows, columns) = (EdgeSamples.count(upTo: size, &generator), EdgeSamples.count(upTo: size, &generator))
      let moment = AdamSamples.edges(&generator)(rows, columns, &generator)
      let settings = AdamSamples.edgeSettings(&generator)
      let decay = EdgeSamples.one(
        of: [settings.firstDecay, settings.secondDecay, 0, 0.5, 0.9, 0.999, 0.9999], &generator)
      return (moment, decay, [1, 1, 2, 3, 10, 100, 5000].randomElement(using: &generator) ?? 1, settings)
    }
    .naming("moment", "decay", "stepCount", "settings")
    .made(
      as: "moment / (1 − decayᵗ)",
      of: [
        Ingredient("moment") { $1.0 }, .number("decay") { $0.1 }, .number("t") { Double($0.2) },
        .number("decayᵗ") { pow($0.1, Double($0.2)) }, .number("β₁") { $0.3.firstDecay },
        .number("β₂") { $0.3.secondDecay },
      ]),
    demonstration: Demonstration { student in
      let settings = AdamExample.settings
      return try [
        ("`corrected([[0.28]], decay: 0.9)` in step 2", 0.28, settings.firstDecay),
        ("`corrected([[0.004996]], decay: 0.999)` in step 2", 0.004996, settings.secondDecay),
      ].map { name, moment, decay in
        DemonstratedCall(name, try student.call(Lesson11.corrected, Matrix([[moment]]), decay, 2, settings))
      }
    },
    claims: [
      PageClaim("0.20 / (1 − 0.9) = 2") { [try AdamExample.first(1), 1, 0.9, try AdamExample.correctedFirst(1)] },
      PageClaim("0.004 / (1 − 0.999) = 4") {
        [try AdamExample.second(1), 1, 0.999, try AdamExample.correctedSecond(1)]
      },
      PageClaim("0.28 / (1 − 0.81) = 1.474") {
        [try AdamExample.first(2), 1, pow(0.9, 2), try AdamExample.correctedFirst(2)]
      },
      PageClaim("0.004996 / (1 − 0.998001) = 2.499") {
        [try AdamExample.second(2), 1, pow(0.999, 2), try AdamExample.correctedSecond(2)]
      },
    ]
  ) { corrected in
    [
      corrected.check(.shape, "that of the moment, [3, 2]", on: (matrix(3, 2, 421), 0.9, 4, AdamExample.settings)),
      corrected.check(
        .value, "in the first step a moment of 0.20 becomes 0.20 / (1 − 0.9) = 2",
        on: (Matrix([[0.2]]), 0.9, 1, AdamExample.settings)),
      corrected.check(
        .value, "in the second step 0.004996 becomes 0.004996 / (1 − 0.998001), about 2.499",
        on: (Matrix([[0.004996]]), 0.999, 2, AdamExample.settings)),
      corrected.check(
        .value, "a decay that is neither of the optimizer's own, in step 3: divided by 1 − 0.5³ = 0.875",
        on: (matrix(2, 3, 422), 0.5, 3, AdamExample.settings)),
      corrected.check(
        .property, "after 5000 steps there is nothing left to correct with a decay of 0.9",
        on: (matrix(2, 2, 423), 0.9, 5000, AdamExample.settings), expected: { matrix(2, 2, 423) }),
      corrected.checkEverySize("right on 60 matrices, decays from 0 to 0.9999, steps from 1 to 5000"),
    ]
  }
}

@Sendable private func matrix(_ rows: Int, _ columns: Int, _ seed: UInt64) -> Matrix {
  Samples.matrix(rows, columns, seed: seed)
}

/// What can be done otherwise in 11.3.
struct CorrectionChoices {
  /// What the decay becomes with the number of the step.
  var power: @Sendable (_ decay: Double, _ step: Double, AdamSettings) -> Double = { decay, step, _ in
    var power = 1.0
    for _ in 0..<max(0, Int(step)) { power *= decay }
    return power
  }
  /// What the moment is divided by.
  var divisor: @Sendable (_ power: Double, _ decay: Double, _ step: Double, AdamSettings) -> Double = {
    power, _, _, _ in 1 - power
  }
  /// What is divided.
  var moment: @Sendable (_ moment: Double, _ decay: Double) -> Double = { moment, _ in moment }
  /// What comes of the moment and of the divisor.
  var result: @Sendable (_ moment: Double, _ divisor: Double) -> Double = { $0 / $1 }

  func corrected(_ moment: Matrix, _ decay: Double, _ stepCount: Int, _ settings: AdamSettings) -> Matrix {
    let step = Double(stepCount)
    let divisor = divisor(power(decay, step, settings), decay, step, settings)
    var result = moment
    result.elements = moment.elements.map { self.result(self.moment($0, decay), divisor) }
    return result
  }
}
