import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 12.1: entries of 1 / keep, each with probability keep, and of 0.
  ///
  /// Masks are judged by what they are and by their statistics, so that any right way of drawing passes.
  static let dropoutMask: Exercise = Exercise(
    Specification(
      Lesson12.dropoutMask,
      right: { _, rows, columns, keep, seed, times in
        var generator = SeededGenerator(seed: seed)
        return (0..<times).map { _ in Oracle.dropoutMask(rows, columns, keep, &generator) }
      }
    )
    .choosing(DropoutMaskChoices(), slips: dropoutMaskSlips, reading: DropoutMaskReading.judge)
    .recognising(DropoutMaskMistake.all)
    // A few large masks, or many small ones, in which every entry can be counted.
    .drawing { _, generator in MaskInputs.drawn(&generator) },
    demonstration: Demonstration { student in try largestEntries(student) },
    claims: [
      PageClaim("0.31, 0.93, 0.08, 0.55, 0.79") { DropoutExample.draws },
      PageClaim("[1.25, 0, 1.25, 1.25, 1.25]") { DropoutExample.mask.elements },
    ]
  ) { mask in
    [
      mask.check(.shape, "[3, 5] for 3 rows and 5 columns", on: MaskInputs.small, observing: MaskChecks.shapes),
      mask.check(
        .value, "every entry is 0 or 1 / keepProbability: 1.25 for 0.8, 2 for 0.5, 4 for 0.25",
        on: { MaskInputs.values }, observing: MaskChecks.values),
      mask.check(
        .property, "a keepProbability of 1 keeps every entry, as 1", on: { MaskInputs.ones },
        observing: MaskChecks.keepsAll),
      mask.check(
        .property, "the share of entries kept is keepProbability",
        on: { MaskInputs.shares },
        observing: MaskChecks.shares),
      mask.check(
        .property, "the same seed gives the same mask, another seed another one", on: MaskInputs.square,
        observing: MaskChecks.seeded),
      mask.check(
        .property, "a second call with the same generator gives another mask", on: MaskInputs.two,
        observing: MaskChecks.movedOn),
      mask.check(
        .property, "each entry is kept equally often, in 400 masks [4, 3]", on: MaskInputs.many,
        observing: MaskChecks.places),
      mask.check(
        .property, "no entry depends on another one, in 400 masks [4, 3]", on: MaskInputs.many,
        observing: MaskChecks.independence),
      mask.check(
        .property, "how many are kept is left to chance: in 400 masks [4, 3], in their rows and columns",
        on: MaskInputs.many, observing: MaskChecks.counts),
      mask.check(
        .property, "neighbours in a mask [90, 80] are drawn apart", on: MaskInputs.large,
        observing: MaskChecks.neighbours),
      mask.check(
        .property, "right in one row, in one column and in a single entry",
        on: { MaskInputs.narrow }, observing: MaskChecks.narrow),
    ]
  }
}

/// What 12.1 is asked for.
private enum MaskInputs {
  typealias Input = MaskChecks.Input

  static let small: Input = (3, 5, 0.8, 1, 1)
  static let square: Input = (20, 20, 0.6, 7, 1)
  static let two: Input = (12, 10, 0.6, 8, 2)
  static let many: Input = (4, 3, 0.6, 9, 400)
  static let large: Input = (90, 80, 0.7, 10, 1)
  static let values: [Input] = [(20, 25, 0.8, 2, 1), (20, 25, 0.5, 2, 1), (20, 25, 0.25, 2, 1), (20, 25, 0.35, 2, 1)]
  static let ones: [Input] = [(60, 70, 1, 3, 1), (1, 1, 1, 4, 3)]
  static let shares: [Input] = [
    (60, 70, 0.8, 5, 1), (60, 70, 0.5, 5, 1), (60, 70, 0.25, 5, 1), (60, 70, 0.62, 5, 1), (60, 70, 0.95, 5, 1),
    (100, 120, 0.004, 6, 1),
  ]
  static let narrow: [Input] = [(1, 40, 0.7, 11, 40), (40, 1, 0.7, 12, 40), (1, 1, 0.7, 13, 400)]

  static func drawn(_ generator: inout SeededGenerator) -> Input {
    let isLarge = generator.nextUniform() < 0.4
    // With few entries kept one sees that a part of keepProbability is lost.
    let isRare = isLarge && generator.nextUniform() < 0.2
    let sizes = isRare ? 90...110 : isLarge ? 30...60 : 1...4
    let rows = Int.random(in: sizes, using: &generator)
    let columns = Int.random(in: sizes, using: &generator)
    let keep = (15 + (78 * generator.nextUniform()).rounded()) / 100 + 0.003
    return (rows, columns, isRare ? 0.0043 : keep, generator.next(), isLarge ? 2 : 80)
  }
}

@Sendable private func largestEntries(_ student: any Student) throws -> [DemonstratedCall] {
  try [0.8, 0.5, 0.25].map { keep in
    let masks = try student.call(Lesson12.dropoutMask, 100, 200, keep, 1, 1)
    let largest = masks.flatMap(\.elements).max() ?? 0
    return DemonstratedCall(
      "largest entry of `dropoutMask(rows: 100, columns: 200, keepProbability: \(keep), using: &generator)`", largest)
  }
}

extension Oracle {
  /// A mask in an order of the judge's own: whether one is right is decided by its statistics, never by these numbers.
  static func dropoutMask(
    _ rows: Int, _ columns: Int, _ keep: Double, _ generator: inout SeededGenerator
  ) -> Matrix {
    .filled(rows, columns) { _, _ in generator.nextUniform() < keep ? 1 / keep : 0 }
  }
}
