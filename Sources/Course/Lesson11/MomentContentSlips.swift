import Contract
import CourseKit
import Engine

/// Exercises 11.1 and 11.2: what joins a moment, and what is done to the sum.
extension MomentChoices {
  /// What is done to the sum, or in its place.
  static func results(_ n: MomentNames) -> [Slip<MomentChoices>] {
    let own = n.own
    return [
      .at(
        \.result, "corrected already",
        "The moment is divided by 1 − \(n.decay)ᵗ already: that is `corrected`'s work, here it is \(n.formula)."
      ) { ($1 + $2) / (1 - pow(own($0.settings), Double(Lesson11.stepsMade))) },
      .at(
        \.result, "decay on the whole sum",
        "\(n.decay) multiplies the share of \(n.joining), too, as in \(n.decay) · (\(n.moment) + (1 − \(n.decay)) · \(n.joining)): mind the brackets."
      ) { $1 + own($0.settings) * $2 },
      .at(
        \.result, "1 − β on the whole sum",
        "1 − \(n.decay) multiplies the share of \(n.moment), too: mind the brackets, \(n.formula)."
      ) { (1 - own($0.settings)) * $1 + $2 },
      .at(
        \.result, "shares multiplied", "The two shares are multiplied with one another: they are added, \(n.formula)."
      ) { $1 * $2 },
      .at(
        \.result, "bracket missing",
        "The bracket is missing: \(n.decay) · \(n.moment) + 1 − \(n.decay) · \(n.joining) takes 1 for itself. It is (1 − \(n.decay)) · \(n.joining)."
      ) { entry, kept, added in kept + 1 - own(entry.settings) / (1 - own(entry.settings)) * added },
      .at(\.result, "ε added", "ε joins the moment: it belongs into the step, beside the root.") {
        $1 + $2 + $0.settings.epsilon
      },
      .at(\.result, "doubled", "The moment is twice what it should be: it is \(n.formula), once.") { 2 * ($1 + $2) },
    ]
  }

  /// What joins the first moment.
  static let gradients: [Slip<MomentChoices>] = [
    .at(
      \.joining, "gradient squared", "The gradient is squared: that is the second moment's; here g joins as it is."
    ) { $0.gradient * $0.gradient },
    .at(\.joining, "gradient without sign", "The gradient has lost its sign: g joins as it is, below 0 as well.") {
      abs($0.gradient)
    },
    .at(
      \.joining, "only the sign of the gradient", "Only the gradient's sign joins: g joins with its size, too."
    ) { $0.gradient > 0 ? 1 : $0.gradient < 0 ? -1 : 0 },
    .at(
      \.joining, "gradient times moment", "The gradient is multiplied with m: they are added, β₁ · m + (1 − β₁) · g."
    ) { $0.gradient * $0.moment },
    .at(
      \.joining, "moment subtracted from the gradient",
      "m is taken off the gradient before that joins: either β₁ · m + (1 − β₁) · g, or m + (1 − β₁) · (g − m)."
    ) { $0.gradient - $0.moment },
    .at(\.result, "whole sum squared", "The whole sum is squared: a first moment has no square, β₁ · m + (1 − β₁) · g.")
    {
      entry, kept, added in (kept + added) * (kept + added)
    },
    .at(
      \.old, "moment of the optimizer",
      "The answer is made of `firstMoments`: take `moment`, the one that is given."
    ) { 2 + $0 },
    .at(\.old, "old moment squared", "The old moment is squared: it keeps β₁ of itself, β₁ · m.") { $0 * $0 },
    .at(\.old, "old moment without sign", "The old moment has lost its sign: it keeps β₁ of itself, β₁ · m.") {
      abs($0)
    },
  ]

  /// What joins the second moment.
  static let squares: [Slip<MomentChoices>] = [
    .at(
      \.joining, "square forgotten",
      "The gradient is not squared: v averages g², entry by entry, gradient * gradient."
    ) { $0.gradient },
    .at(
      \.joining, "gradient without sign", "|g| joins the moment: it is g², the gradient times itself."
    ) { abs($0.gradient) },
    .at(\.joining, "square with the gradient's sign", "The square keeps the gradient's sign: g² is never below 0.") {
      $0.gradient * abs($0.gradient)
    },
    .at(
      \.joining, "gradients above 0 alone", "Only gradients above 0 join: the square of one below 0 counts as well."
    ) { $0.gradient > 0 ? $0.gradient * $0.gradient : 0 },
    .at(
      \.joiningWhole, "sums of the columns",
      "The squares of each column are added up: every entry has a moment of its own."
    ) { joining, _ in
      Matrix.filled(joining.rows, joining.columns) { _, column in
        (0..<joining.rows).reduce(0) { $0 + joining[$1, column] }
      }
    },
    .at(\.joining, "gradient to the fourth", "The gradient is squared twice: it is g², once.") {
      $0.gradient * $0.gradient * $0.gradient * $0.gradient
    },
    .at(\.joining, "gradient to the third", "The gradient is multiplied with itself twice: g² is once.") {
      $0.gradient * $0.gradient * $0.gradient
    },
    .at(\.joining, "gradient doubled", "The gradient is doubled in place of squared: g² is gradient * gradient.") {
      2 * $0.gradient
    },
    .at(
      \.joining, "gradient times moment",
      "The gradient is multiplied with the moment: g² is the gradient times itself."
    ) { $0.gradient * $0.moment },
    .at(
      \.joining, "variance", "v is taken off the gradient before the square: it is g², as it comes."
    ) { ($0.gradient - $0.moment) * ($0.gradient - $0.moment) },
    .at(
      \.joining, "moment subtracted from the square",
      "v is taken off g² before that joins: either β₂ · v + (1 − β₂) · g², or v + (1 − β₂) · (g² − v)."
    ) { $0.gradient * $0.gradient - $0.moment },
    .at(
      \.joiningWhole, "matrix product", "gradient is multiplied by matmul: each entry is squared by itself, `*`."
    ) { _, gradient in
      guard gradient.rows == gradient.columns else { throw PredictedStop() }
      return try Stopping.product(gradient, gradient)
    },
    .at(
      \.joiningWhole, "one sum for all entries",
      "All squares of the matrix are added up: every entry has a moment of its own."
    ) { joining, _ in
      let sum = joining.elements.reduce(0, +)
      return joining.map { _ in sum }
    },
    .at(
      \.joiningWhole, "one mean for all entries",
      "The mean of all squares of the matrix joins each entry: every entry has a moment of its own."
    ) { joining, _ in
      let sum = joining.elements.reduce(0, +)
      return joining.map { _ in sum / Double(joining.elements.count) }
    },
    .at(
      \.result, "root taken already", "The root is taken already: v stays a mean of squares, the step takes its root."
    ) { sqrt($1 + $2) },
    .at(
      \.result, "whole sum squared", "The whole sum is squared: only g is, β₂ · v + (1 − β₂) · g²."
    ) { entry, kept, added in
      let sum = kept + added
      return sum * sum
    },
    .at(
      \.result, "square of the average",
      "β₂ · v + (1 − β₂) · g is squared: only g is, so square it before it joins."
    ) { entry, kept, _ in
      let sum = kept + (1 - entry.settings.secondDecay) * entry.gradient
      return sum * sum
    },
    .at(
      \.result, "never smaller", "v never becomes smaller: it is β₂ · v + (1 − β₂) · g², even where that is less."
    ) { max($0.moment, $1 + $2) },
    .at(
      \.old, "moment of the optimizer",
      "The answer is made of `secondMoments`: take `moment`, the one that is given."
    ) { 3 + $0 },
    .at(\.old, "old moment squared", "The old moment is squared: v holds squares already, β₂ · v.") { $0 * $0 },
    .at(\.old, "root of the old moment", "The root of the old moment is taken: it is β₂ · v.") { sqrt($0) },
  ]
}
