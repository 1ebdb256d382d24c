import Contract
import CourseKit

extension Course {
  /// Lesson 7: early stopping.
  static let earlyStopping = Lesson(
    7, "EarlyStopping", "Early stopping",
    exercises: [Exercise(Lesson7.isImprovement), Exercise(Lesson7.shouldStop)],
    checks: improvementChecks + stoppingChecks)

  // All numbers are sums of halves, so that best − loss > minimum and loss < best − minimum are the same to the last bit.

  private static let improvementChecks: [Check] = [
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
  ]
  private static let improvement = ImprovementSpecification.isImprovement

  private static let stoppingChecks: [Check] = [
    stopping.check(
      .value, "patience 2: counts anew after each improvement",
      on: ([2], 0, [[1, 1.25, 0.75, 0.875, 0.5, 0.625, 0.75, 0.25]]), independent: everything),
    stopping.check(
      .value, "patience 3: after a lucky dip, a fall that stays above it is none",
      on: ([3], 0, [[1, 0.25, 0.875, 0.75, 0.625, 0.5, 0.375]]), independent: everything),
    stopping.check(
      .value, "patience 2: a plateau is no improvement", on: ([2], 0, [[0.5, 0.5, 0.5, 0.5, 0.5]]),
      independent: everything),
    stopping.check(
      .value, "patience 2 and a minimum of 0.25: gains of 0.25 and less are none",
      on: ([2], 0.25, [[2, 1.75, 1.5, 1.375, 1.125, 1, 1, 1]]), independent: everything),
    stopping.check(
      .value, "patience 0 acts as 1: both stop at the first epoch without improvement",
      on: ([0, 1], 0, [[1, 0.5, 0.75, 0.875, 0.25]]), independent: everything),
    stopping.check(
      .value, "patience 1: goes on as long as the loss falls", on: ([1], 0, [[1, 0.75, 0.5, 0.25, -0.25]]),
      independent: everything),
    stopping.check(
      .property, "NaN and infinity are no improvement: first, between, last",
      on: ([3], 0, [[.nan, .infinity, 0.5, .nan, .nan, 0.25, .nan, .infinity, 0.375]]), independent: everything),
    stopping.check(
      .property, "nothing is kept before the first improvement: only NaN", on: ([2], 0, [[.nan, .nan, .nan]]),
      independent: everything),
  ]
  private static let stopping = StoppingSpecification.shouldStop

  /// All that can happen, for monitors that stop early and late.
  ///
  /// Gains below the minimum and just of it, ties, rises, NaN, and at the end more epochs without improvement than any of
  /// the monitors waits for; then the same with a NaN first.
  private static let everything = ([0, 1, 2, 3, 8], 0.25, [mixedCurve, [.nan, .infinity] + mixedCurve])
  private static let mixedCurve = [
    4, 3.75, 3.5, 3.5, 3.75, 3.375, 2, 2, .nan, 2.125, 1.5, 1.75, 1.625, 1.5, 1.375, 1.75, 1.5, .infinity, .nan, 1.5,
    1.625, 1.25, 1.375,
  ]
}
