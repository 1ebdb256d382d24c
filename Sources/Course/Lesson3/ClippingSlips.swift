import CourseKit
import Engine

/// What is clipped otherwise in 3.3.
let clippingSlips: [Slip<CrossEntropyChoices>] = oneEndSlips + otherBounds + tinyBounds + otherSummands

private let oneEndSlips: [Slip<CrossEntropyChoices>] = [
  .at(
    \.arguments, "not clipped", "p is not clipped: log 0 is −∞. Clip p to 1e-8 … 1 − 1e-8 before taking logarithms."
  ) { p in (p, 1 - p) },
  .at(
    \.arguments, "only the lower end clipped",
    "log(1 − p) is taken of a p that may be 1, which gives −∞: clip p at both ends, 1e-8 … 1 − 1e-8, and use that twice."
  ) { p in (max(p, 1e-8), 1 - max(p, 1e-8)) },
  .at(
    \.arguments, "only the upper end clipped",
    "log p is taken of a p that may be 0, which gives −∞: p must be clipped at both ends, 1e-8 … 1 − 1e-8, for both terms."
  ) { p in (min(p, 1 - 1e-8), 1 - min(p, 1 - 1e-8)) },
  .at(
    \.arguments, "epsilon added",
    "1e-8 is added inside the logarithms, which changes every loss a little: to clip p to 1e-8 … 1 − 1e-8 is enough."
  ) { p in (p + 1e-8, 1 - p + 1e-8) },
  .at(
    \.arguments, "epsilon added in log p alone",
    "1e-8 is added in log p alone, and nothing is clipped: clip p to 1e-8 … 1 − 1e-8."
  ) {
    p in (p + 1e-8, 1 - p)
  },
  .at(
    \.arguments, "p moved up",
    "1e-8 is added to p in both logarithms, so that p = 1 goes beyond 1: clip p to 1e-8 … 1 − 1e-8."
  ) { p in (p + 1e-8, 1 - (p + 1e-8)) },
  .at(
    \.arguments, "logarithm cut at −100",
    "The logarithms are cut at −100, as PyTorch does: clip p to 1e-8 … 1 − 1e-8 before taking them."
  ) { p in (max(p, exp(-100)), max(1 - p, exp(-100))) },
  .at(
    \.arguments, "lower bound for both ends",
    "A p above 1 − 1e-8 becomes 1e-8: there the bound is 1 − 1e-8."
  ) { p in
    let clipped = p > 1 - 1e-8 ? 1e-8 : max(p, 1e-8)
    return (clipped, 1 - clipped)
  },
  .at(
    \.arguments, "always the lower bound",
    "Every p becomes 1e-8: max with 1e-8 keeps p above it, min with 1 − 1e-8 below."
  ) { _ in (1e-8, 1 - 1e-8) },
  .at(
    \.arguments, "always the upper bound", "Every p becomes 1 − 1e-8: min goes with the upper bound, max with 1e-8."
  ) { _ in (1 - 1e-8, 1e-8) },
  .at(
    \.arguments, "min with the lower bound",
    "Every p above 1e-8 becomes 1e-8: it is max that keeps p above the lower bound."
  ) { p in (min(p, 1e-8), 1 - min(p, 1e-8)) },
  .at(
    \.arguments, "max with the upper bound",
    "Every p below 1 − 1e-8 becomes that: it is min that keeps p below the upper bound."
  ) { p in (max(p, 1 - 1e-8), 1 - max(p, 1 - 1e-8)) },
]

private let otherBounds: [Slip<CrossEntropyChoices>] = [
  0.1, 0.05, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-9, 1e-10, 1e-11,
].map {
  epsilon in
  .at(
    \.arguments, "clipped at \(text(epsilon))",
    "p is clipped to \(text(epsilon)) … 1 − \(text(epsilon)): the bounds are 1e-8 and 1 − 1e-8."
  ) { p in between(p, epsilon) }
}

private let tinyBounds: [Slip<CrossEntropyChoices>] = [1e-12, 1e-13, 1e-14, 1e-15, 1e-16].flatMap {
  epsilon -> [Slip<CrossEntropyChoices>] in
  // 1 − (1 − ε) has few digits of ε left: it makes a difference whether p or 1 − p is clipped.
  [
    .at(
      \.arguments, "clipped at \(text(epsilon))",
      "p is clipped to \(text(epsilon)) … 1 − \(text(epsilon)), which is too near to the ends: the bounds are 1e-8 and 1 − 1e-8."
    ) { p in between(p, epsilon) },
    .at(
      \.arguments, "\(text(epsilon)) in both logarithms",
      "p and 1 − p are kept from 0 by \(text(epsilon)), each by itself: clip p to 1e-8 … 1 − 1e-8 before both logarithms."
    ) { p in (max(p, epsilon), max(1 - p, epsilon)) },
  ]
}

private let otherSummands: [Slip<CrossEntropyChoices>] = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-9, 1e-10].map { epsilon in
  .at(
    \.arguments, "\(text(epsilon)) added",
    "\(text(epsilon)) is added inside the logarithms: leave it out and clip p to 1e-8 … 1 − 1e-8 instead."
  ) { p in (p + epsilon, 1 - p + epsilon) }
}

/// A number as the page writes it: 1e-7, where Swift says 1e-07.
private func text(_ epsilon: Double) -> String { "\(epsilon)".replacing("e-0", with: "e-") }
