import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 7.2: whether training should stop after an epoch, and what is kept of it.
  static let shouldStop: Exercise = Exercise(
    Specification(
      Lesson7.shouldStop, calls: ["7.1"], choosing: StoppingChoices(),
      right: { choices, answers, patiences, minimum, curves, firstEpoch in
        try JudgedMonitor.trace(patiences, minimum, curves, firstEpoch, with: answers, rule: choices.rule)
      }, slips: StoppingChoices.slips
    ).naming("patience", "minimumImprovement", "losses", "first epoch").drawing { size, generator in
      let minimum = 0.25 * Double(Int.random(in: 0...2, using: &generator))
      var curves = (0..<2).map { _ in Samples.losses(count: 3 * size + 2, &generator) }
      // Longer without improvement than anybody's fixed patience.
      if size > 2 { curves[1] += [Double](repeating: curves[1].last ?? 0, count: 11) }
      return ([0, 1, Int.random(in: 2...4, using: &generator)], minimum, curves, 1)
    }.drawingAtEdges { size, generator in
      let minimum = EdgeSamples.one(of: [0, 0.25, 0.5, 2], &generator)
      let special: [Double] = [.nan, .infinity, 0, -1, 1000.25]
      // Later epochs come first only after an improvement: the distance from the best one is a right count, too.
      let firstEpoch = [1, 2, 17].randomElement(using: &generator) ?? 1
      let curves = (0..<2).map { _ in
        // The same number several times in a row, then halves of halves and numbers that single precision cannot hold.
        let first = EdgeSamples.one(of: special, &generator)
        let start = [Double](repeating: first, count: Int.random(in: 0...4, using: &generator))
        return (firstEpoch == 1 ? start : [5] + start)
          + (0..<(size + 2)).map { _ in
            let loss = 0.125 * Double(Int.random(in: -16...16, using: &generator))
            let chance = generator.nextUniform()
            if chance < 0.2 { return EdgeSamples.one(of: special, &generator) }
            return chance < 0.5 ? loss + 0.01 * generator.nextGaussian() : loss
          }
      }
      let patiences = [
        Int.random(in: 0...1, using: &generator), 2 + EdgeSamples.count(upTo: size, &generator),
      ]
      return (patiences, minimum, curves, firstEpoch)
    },
    promisedState: ["bestEpoch", "bestLoss", "bestParameters"],
    demonstration: Demonstration { student in
      let curve = [0.70, 0.52, 0.55, 0.45, 0.50, 0.48, 0.45]
      let epochs = try student.call(Lesson7.shouldStop, [3, 1], 0, [curve], 1).epochs
      return [3, 1].compactMap { patience in
        guard let stop = epochs.first(where: { $0.patience == patience && $0.hasStopped }) else { return nil }
        return DemonstratedCall(
          "`shouldStop` on the page's curve with patience \(patience)",
          "stops after epoch \(stop.epoch) and keeps epoch \(stop.bestEpoch) with \(stop.bestLoss)")
      }
    }
  ) { stopping in
    [
      stopping.check(
        .value, "patience 2: counts anew after each improvement",
        on: ([2], 0, [[1, 1.25, 0.75, 0.875, 0.5, 0.625, 0.75, 0.25]], 1)),
      stopping.check(
        .value, "patience 3: after a lucky dip, a fall that stays above it is none",
        on: ([3], 0, [[1, 0.25, 0.875, 0.75, 0.625, 0.5, 0.375]], 1)),
      stopping.check(
        .value, "patience 2: a plateau is no improvement", on: ([2], 0, [[0.5, 0.5, 0.5, 0.5, 0.5]], 1)),
      stopping.check(
        .value, "patience 2 and a minimum of 0.25: gains of 0.25 and less are none",
        on: ([2], 0.25, [[2, 1.75, 1.5, 1.375, 1.125, 1, 1, 1]], 1)),
      stopping.check(
        .value, "patience 0 acts as 1: both stop at the first epoch without improvement",
        on: ([0, 1], 0, [[1, 0.5, 0.75, 0.875, 0.25]], 1)),
      stopping.check(
        .value, "patience 1: goes on as long as the loss falls", on: ([1], 0, [[1, 0.75, 0.5, 0.25, -0.25]], 1)),
      stopping.check(
        .property, "NaN and infinity are no improvement: first, between, last",
        on: ([3], 0, [[.nan, .infinity, 0.5, .nan, .nan, 0.25, .nan, .infinity, 0.375]], 1)),
      stopping.check(
        .property, "nothing is kept before the first improvement: only NaN", on: ([2], 0, [[.nan, .nan, .nan]], 1)),
      stopping.checkEverySize(
        "right on 36 pairs of curves: patience 0 to 20, minima from 0 to 2, epochs from 1, 2 or 17", count: 36),
    ]
  }
}

extension MonitorTrace: Inspectable {
  package var components: [Component] {
    epochs.enumerated().flatMap { number, epoch in
      func name(_ property: String) -> String {
        "patience \(epoch.patience), epoch \(epoch.epoch), loss \(epoch.loss.text): \(property)"
      }
      return [
        Component(name: name("bestEpoch"), number: Double(epoch.bestEpoch), step: 4 * number) {
          $0 == 0 ? "nil" : $0.text
        },
        Component(name: name("bestLoss"), number: epoch.bestLoss, step: 4 * number + 1) { $0.text },
        Component(name: name("bestParameters"), number: Double(epoch.bestParametersEpoch), step: 4 * number + 2) {
          $0 == 0 ? "nil" : ($0 < 0 ? "of no epoch" : "of epoch \($0.text)")
        },
        Component(name: name("stop"), truth: epoch.hasStopped, step: 4 * number + 3),
      ]
    }
  }
}
