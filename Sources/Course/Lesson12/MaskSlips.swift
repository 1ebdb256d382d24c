import CourseKit
import Engine

/// Exercise 12.1: what can be done otherwise.
let dropoutMaskSlips: [Slip<DropoutMaskChoices>] = [
  keptValues, otherKeptValues, droppedValues, shares, otherShares, patterns, spreads, shapes, places,
].flatMap { $0 }

private let keptValues: [Slip<DropoutMaskChoices>] = [
  .at(
    \.kept, "not scaled",
    "A kept entry is 1: make it 1 / keepProbability, so that the output is on average what the input is."
  ) { _ in 1 },
  .at(
    \.kept, "scaled by keep",
    "A kept entry is keepProbability: divide by it, 1 / keepProbability, so that what is lost is made up for."
  ) { $0 },
  .at(
    \.kept, "scaled by 1/(1 − keep)",
    "A kept entry is 1 / (1 − keepProbability): it is 1 / keepProbability, for that share of the entries is left."
  ) { 1 / (1 - $0) },
  .at(
    \.kept, "scaled by 1 − keep",
    "A kept entry is 1 − keepProbability: it is 1 / keepProbability, so that what is lost is made up for."
  ) { 1 - $0 },
  .at(
    \.kept, "scaled twice",
    "A kept entry is 1 / keepProbability squared: divide by keepProbability once."
  ) { 1 / ($0 * $0) },
  .at(
    \.kept, "root of the scale",
    "A kept entry is 1 / √keepProbability: take no root, for it is the mean that must stay, and not the mean square."
  ) { 1 / $0.squareRoot() },
]

private let otherKeptValues: [Slip<DropoutMaskChoices>] = [
  .at(
    \.kept, "rounded scale",
    "A kept entry is 1 / keepProbability rounded to a whole number: leave all its digits."
  ) { (1 / $0).rounded() },
  .at(
    \.kept, "scale rounded down",
    "A kept entry is 1 / keepProbability without what follows the point, as in Int(…): leave all its digits."
  ) { (1 / $0).rounded(.down) },
  .at(\.kept, "scale rounded up", "A kept entry is 1 / keepProbability rounded up: leave all its digits.") {
    (1 / $0).rounded(.up)
  },
  .at(
    \.kept, "scale to one decimal",
    "A kept entry is 1 / keepProbability rounded to one decimal: leave all its digits."
  ) { (10 / $0).rounded() / 10 },
  .at(
    \.kept, "scale to two decimals",
    "A kept entry is 1 / keepProbability rounded to two decimals: leave all its digits."
  ) { (100 / $0).rounded() / 100 },
  .at(\.kept, "factor 2", "A kept entry is 2 whatever keepProbability is: it is 1 / keepProbability.") { _ in 2 },
  .at(
    \.kept, "page's factor",
    "A kept entry is 1.25 whatever keepProbability is, as on the page: it is 1 / keepProbability."
  ) { _ in 1.25 },
  .at(
    \.kept, "what is dropped is added",
    "A kept entry is 2 − keepProbability, 1 and the share that is lost: it is 1 / keepProbability."
  ) { 2 - $0 },
  .at(\.kept, "keep added", "A kept entry is 1 + keepProbability: divide 1 by it, 1 / keepProbability.") { 1 + $0 },
  .at(
    \.kept, "odds", "A kept entry is keepProbability / (1 − keepProbability): it is 1 / keepProbability."
  ) { $0 / (1 - $0) },
  .at(
    \.kept, "odds upside down",
    "A kept entry is (1 − keepProbability) / keepProbability: it is 1 / keepProbability."
  ) { (1 - $0) / $0 },
  .at(
    \.isScaledByCount, "scaled by the share that came",
    "A kept entry is 1 over the share that happened to be kept: it is 1 / keepProbability in every mask.", true),
  .at(\.kept, "half", "A kept entry is 0.5 / keepProbability: it is 1 / keepProbability.") { 0.5 / $0 },
  .at(\.kept, "opposite sign", "A kept entry is −1 / keepProbability: it is above 0, 1 / keepProbability.") { -1 / $0 },
]

private let droppedValues: [Slip<DropoutMaskChoices>] = [
  .at(\.dropped, "dropped stays 1", "An entry that is not kept is 1: it is 0, so that nothing passes.") { _ in 1 },
  .at(\.dropped, "dropped is −1", "An entry that is not kept is −1: it is 0, so that nothing passes.") { _ in -1 },
  .at(
    \.dropped, "dropped by the sign",
    "An entry that is not kept is −1 / keepProbability: it is 0, so that nothing passes."
  ) { -1 / $0 },
  .at(
    \.dropped, "dropped is keep", "An entry that is not kept is keepProbability: it is 0, so that nothing passes."
  ) { $0 },
  .at(
    \.dropped, "dropped is 1 − keep",
    "An entry that is not kept is 1 − keepProbability: it is 0, so that nothing passes."
  ) { 1 - $0 },
  .at(
    \.dropped, "dropped by the other share",
    "An entry that is not kept is 1 / (1 − keepProbability): it is 0, so that nothing passes."
  ) { 1 / (1 - $0) },
  .at(
    \.dropped, "dropped is no number", "An entry that is not kept is no number: it is 0, so that nothing passes."
  ) { _ in .nan },
]

private let shares: [Slip<DropoutMaskChoices>] = [
  .alone(
    \.probability, "keep and drop exchanged",
    "keepProbability is taken for the probability to drop: an entry is kept with it, and then is 1 / keepProbability."
  ) { 1 - $0 },
  .at(
    \.share, "turned round",
    "Entries are kept with probability 1 − keepProbability: 1 / keepProbability belongs where nextUniform() is below it."
  ) { 1 - $0 },
  .at(
    \.share, "half of them",
    "Half of the entries are kept whatever keepProbability is: keep one where nextUniform() < keepProbability."
  ) { _ in 0.5 },
  .at(
    \.share, "nothing dropped",
    "Every entry is kept: draw nextUniform() for each, and leave 0 where it is not below keepProbability."
  ) { _ in 1 },
  .at(
    \.share, "nothing kept",
    "No entry is kept: where generator.nextUniform() < keepProbability, it is 1 / keepProbability."
  ) { _ in 0 },
  .at(
    \.share, "normal numbers",
    "Too many are kept or too few, as with nextGaussian() < keepProbability: draw with nextUniform(), spread evenly.",
    normalBelow
  ),
  .at(
    \.share, "normal numbers turned round",
    "Too few are kept or too many, as with nextGaussian() > keepProbability: write nextUniform() < keepProbability."
  ) { 1 - normalBelow($0) },
  .at(
    \.share, "size of normal numbers",
    "The share that is kept is that of |nextGaussian()| < keepProbability: draw with nextUniform(), spread evenly."
  ) { 2 * normalBelow($0) - 1 },
]

private let otherShares: [Slip<DropoutMaskChoices>] = [
  .at(
    \.share, "drawn from −1 to 1",
    "(1 + keepProbability) / 2 of the entries are kept, as with draws from −1 to 1: draw them from 0 to 1."
  ) { (1 + $0) / 2 },
  .at(\.share, "kept by two draws", "An entry is kept only if two draws keep it: draw once for each.") { $0 * $0 },
  .at(
    \.share, "dropped by two draws",
    "An entry is dropped only if two draws drop it: draw once for each."
  ) { 1 - (1 - $0) * (1 - $0) },
  .at(\.share, "half as often", "An entry is kept half as often as it should be: with keepProbability, not half of it.")
  { $0 / 2 },
  .at(
    \.share, "root of keep", "Entries are kept with probability √keepProbability: take it without a root."
  ) { $0.squareRoot() },
  .at(
    \.share, "tenths",
    "keepProbability counts in whole tenths, cut or rounded: compare all of it with generator.nextUniform().", tenths),
  .at(
    \.share, "whole numbers",
    "keepProbability counts in whole hundredths, cut or rounded: compare all of it with generator.nextUniform()."
  ) { (100 * $0 + 1e-9).rounded(.down) / 100 },
  .at(
    \.share, "one in eleven",
    "An entry is kept with tenths of keepProbability of 11 numbers, 0 to 10: compare it with generator.nextUniform()."
  ) { (10 * $0 + 1e-9).rounded(.down) / 11 },
  .at(
    \.share, "page's share", "0.8 of the entries are kept whatever keepProbability is: compare with keepProbability."
  ) { _ in 0.8 },
]

private let patterns: [Slip<DropoutMaskChoices>] = [
  .at(
    \.pattern, "same rows",
    "All rows of a mask are the same: draw anew for every entry, so that each example loses other units.", .sameRows),
  .at(
    \.pattern, "same columns",
    "Each row is kept or dropped as a whole: draw anew for every entry, inside the loop over the columns.",
    .sameColumns),
  .at(
    \.pattern, "one draw",
    "A whole mask is kept or dropped: call generator.nextUniform() anew for every entry, inside the loop.", .whole),
  .at(
    \.pattern, "fixed count",
    "Every mask keeps the same number of entries: draw for each by itself, so that the number is left to chance.",
    .count),
  .at(
    \.pattern, "fixed count in rows",
    "Every row keeps the same number of entries: draw for each by itself, so that the number is left to chance.",
    .countInRows),
  .at(
    \.pattern, "fixed count in columns",
    "Every column keeps the same number of entries: draw for each by itself, so that the number is left to chance.",
    .countInColumns),
  .at(
    \.pattern, "first ones kept",
    "The first entries are kept, the others dropped, and nothing is drawn: draw for each with generator.nextUniform().",
    .leading),
  .at(
    \.isNewEachTime, "same mask each time",
    "Every call gives the same mask: draw from `generator` itself; a copy, or a generator of your own, begins anew each time.",
    false),
]

private let spreads: [Slip<DropoutMaskChoices>] = [
  .at(
    \.spread, "draws themselves",
    "The entries are the drawn numbers themselves: an entry is 1 / keepProbability where its draw is below keepProbability, else 0.",
    .even { _ in 1 }),
  .at(
    \.spread, "draws divided by keep",
    "The entries are draws divided by keepProbability: compare each draw with it, and take 1 / keepProbability or 0.",
    .even { 1 / $0 }),
  .at(
    \.spread, "draws times keep",
    "The entries are draws times keepProbability: compare each draw with it, and take 1 / keepProbability or 0.",
    .even { $0 }),
  .at(
    \.spread, "draw kept for 1",
    "A kept entry is the number that was drawn: it is 1 / keepProbability.",
    .even(share: { $0 }, upTo: { $0 })),
  .at(
    \.spread, "draw kept and scaled",
    "A kept entry is the number that was drawn, divided by keepProbability: it is 1 / keepProbability.",
    .even(share: { $0 }, upTo: { _ in 1 })),
  .at(
    \.spread, "normal entries",
    "The entries are normal numbers: an entry is 1 / keepProbability where nextUniform() is below keepProbability, else 0.",
    .normal(around: { _ in 0 }, deviation: { _ in 1 })),
  .at(
    \.spread, "normal factors",
    "The entries are normal numbers around 1, as Gaussian dropout has them: here an entry is 0 or 1 / keepProbability.",
    .normal(around: { _ in 1 }, deviation: { ((1 - $0) / $0).squareRoot() })),
]

private let shapes: [Slip<DropoutMaskChoices>] = [
  .at(
    \.shape, "rows and columns exchanged", "The mask is [columns, rows]: it is [rows, columns], rows first."
  ) { [$1, $0] },
  .at(\.shape, "square of the rows", "The mask is [rows, rows]: it is [rows, columns].") { rows, _ in [rows, rows] },
  .at(\.shape, "square of the columns", "The mask is [columns, columns]: it is [rows, columns].") { _, columns in
    [columns, columns]
  },
  .at(\.shape, "one row", "The mask has one row for all examples: it is [rows, columns], each example its own.") {
    _, columns in [1, columns]
  },
  .at(\.shape, "one column", "The mask has one column: it is [rows, columns], an entry for each unit.") { rows, _ in
    [rows, 1]
  },
  .at(\.shape, "one long row", "The mask is one long row: cut it into rows, [rows, columns].") { [1, $0 * $1] },
]

private let places: [Slip<DropoutMaskChoices>] = [
  .at(
    \.place, "first column left at 0", "The first column is always 0: columns count from 0, 0..<columns."
  ) { _, column, _, _ in column > 0 },
  .at(
    \.place, "last column left at 0",
    "The last column is always 0: it has the number columns − 1, so loop over 0..<columns."
  ) { _, column, _, columns in column < columns - 1 },
  .at(\.place, "first row left at 0", "The first row is always 0: rows count from 0, 0..<rows.") { row, _, _, _ in
    row > 0
  },
  .at(\.place, "last row left at 0", "The last row is always 0: it has the number rows − 1, so loop over 0..<rows.") {
    row, _, rows, _ in row < rows - 1
  },
  .at(\.place, "first row alone drawn", "Only the first row is drawn, and the others are 0: draw for every row.") {
    row, _, _, _ in row == 0
  },
  .at(
    \.place, "diagonal alone drawn",
    "Only the entries on the diagonal are drawn, and the others are 0: let one loop run inside the other."
  ) { row, column, _, _ in row == column },
  .at(
    \.place, "last entry left at 0",
    "The last entry is always 0: entries have the numbers 0 to rows · columns − 1, so loop over mask.elements.indices."
  ) { row, column, rows, columns in row < rows - 1 || column < columns - 1 },
  .at(
    \.place, "first entry left at 0", "The first entry is always 0: entries count from 0, mask.elements.indices."
  ) { row, column, _, _ in row > 0 || column > 0 },
  .at(
    \.place, "first entry alone drawn",
    "Only the first entry is drawn, and the others are 0: return the mask below the loop, not in it."
  ) { row, column, _, _ in row == 0 && column == 0 },
]

/// The share of normal numbers below a number from 0 to 1.
private func normalBelow(_ number: Double) -> Double {
  // The series of ∫ exp(−t² / 2), of which twelve terms give all digits up to 1.
  var (sum, term) = (0.0, number)
  for index in 0..<24 {
    sum += term / Double(2 * index + 1)
    term *= -number * number / (2 * Double(index + 1))
  }
  return 0.5 + sum / (2 * 3.141592653589793).squareRoot()
}

private func tenths(_ keep: Double) -> Double { (10 * keep + 1e-9).rounded(.down) / 10 }
